package io.spanloom.messaging;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.SpanloomOptions;
import io.spanloom.Spans;
import io.spanloom.testing.SpanloomExtension;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.Collections;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tool calls through a JMS broker. */
@SuppressWarnings("try") // a scope is only there to be closed
@Timeout(120)
class JmsTest {

  private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();

  @RegisterExtension
  private final SpanloomExtension spans =
      SpanloomExtension.with(SpanloomOptions.builder().baggage("session.id").build());

  @BeforeAll
  static void startBroker() throws Exception {
    BROKER.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("in-vm", "vm://0"));
    BROKER.start();
  }

  @AfterAll
  static void stopBroker() throws Exception {
    BROKER.stop();
  }

  private static JMSContext connect() {
    return new ActiveMQConnectionFactory("vm://0").createContext();
  }

  @Test
  void aWorkersToolBelongsToTheCall() throws Exception {
    try (JMSContext jms = connect()) {
      Queue queue = jms.createQueue("searches");
      Searcher.run(
          "s-1",
          query -> {
            Message message = jms.createTextMessage(query);
            JmsPropagation.inject(message);
            jms.createProducer().send(queue, message);
          });

      Message received = jms.createConsumer(queue).receive();
      try (Scope message = JmsPropagation.extract(received).makeCurrent()) {
        Searcher.search(received.getBody(String.class));
      }

      assertThat(Collections.list((java.util.Enumeration<?>) received.getPropertyNames()))
          .allSatisfy(name -> assertThat(name.toString()).matches("[A-Za-z_][A-Za-z0-9_]*"));
    }

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
  void whatCannotBeReadOrWrittenIsLeft() throws Exception {
    try (JMSContext jms = connect()) {
      Queue queue = jms.createQueue("plain");
      Message sent = jms.createTextMessage("tort");
      sent.setIntProperty("traceparent", 3);
      jms.createProducer().send(queue, sent);
      Message received = jms.createConsumer(queue).receive();

      Spans.task("answer").run(() -> JmsPropagation.inject(received));

      assertThat(received.getIntProperty("traceparent")).isEqualTo(3);
      assertThat(JmsPropagation.extract(received)).isSameAs(Context.current());
    }
    JmsPropagation.inject(null);
    assertThat(JmsPropagation.extract(null)).isSameAs(Context.current());
  }
}
