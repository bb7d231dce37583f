package io.spanloom.messaging;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.SpanloomOptions;
import io.spanloom.Spans;
import io.spanloom.testing.SpanloomExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tool calls through a Kafka broker. */
@SuppressWarnings("try") // a scope is only there to be closed
@Timeout(120)
class KafkaTest {

  @TempDir static Path directory;

  private static KafkaBroker broker;

  @RegisterExtension
  private final SpanloomExtension spans =
      SpanloomExtension.with(SpanloomOptions.builder().baggage("session.id").build());

  @BeforeAll
  static void startBroker() throws IOException {
    broker = KafkaBroker.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static void send(String topic, String query, boolean carried) throws Exception {
    try (KafkaProducer<String, String> producer = broker.producer()) {
      ProducerRecord<String, String> record = new ProducerRecord<>(topic, query);
      record.headers().add("content-type", "text/plain".getBytes(UTF_8));
      if (carried) {
        KafkaPropagation.inject(record.headers());
      }
      producer.send(record).get();
    }
  }

  private static ConsumerRecord<String, String> receive(String topic) {
    try (KafkaConsumer<String, String> consumer = broker.consumer()) {
      consumer.subscribe(List.of(topic));
      while (true) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          return record;
        }
      }
    }
  }

  private static void work(ConsumerRecord<String, String> record) {
    try (Scope message = KafkaPropagation.extract(record.headers()).makeCurrent()) {
      Searcher.search(record.value());
    }
  }

  @Test
  void aWorkersToolBelongsToTheCall() throws Exception {
    Searcher.run("s-1", query -> send("searches", query, true));

    work(receive("searches"));

    assertThat(spans.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent searcher
              chat stand-in
              execute_tool search
            """);
    assertThat(spans.trace())
        .hasSpan("execute_tool search")
        .hasToolCallId("call_1")
        .isLinkedTo("chat stand-in")
        .hasAttribute("session.id", "s-1");
  }

  @Test
  void aRecordWithoutContextStartsATrace() throws Exception {
    Searcher.run("s-1", query -> send("plain", query, false));

    work(receive("plain"));

    assertThat(spans.traces()).hasSize(2);
    assertThat(spans.traces().get(1))
        .hasRoot("execute_tool search")
        .hasNoAttribute("gen_ai.tool.call.id")
        .hasNoAttribute("session.id");
  }

  @Test
  void aRecordThatIsSentOnHasOneContext() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", "old".getBytes(UTF_8));

    Spans.task("send").run(() -> KafkaPropagation.inject(headers));

    assertThat(headers.headers("traceparent")).hasSize(1);
    assertThat(new String(headers.lastHeader("traceparent").value(), UTF_8))
        .contains(spans.trace().traceId());
  }

  @Test
  void whatCannotBeReadOrWrittenIsLeft() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", null);
    headers.setReadOnly();

    Spans.task("send").run(() -> KafkaPropagation.inject(headers));
    KafkaPropagation.inject(null);

    assertThat(KafkaPropagation.extract(headers)).isSameAs(Context.current());
    assertThat(KafkaPropagation.extract(null)).isSameAs(Context.current());
  }
}
