package io.spanloom.example.rag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.spanloom.example.endpoint.ModelServer;
import io.spanloom.example.loopback.JsonReply;
import io.spanloom.example.loopback.LoopbackServer;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import io.spanloom.example.rag.script.ScriptedModel;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs against a provider that cannot be reached or refuses, on the woven classes. */
class FailedRunTest {

  @Test
  void aProviderThatCannotBeReached() throws IOException {
    String nowhere = "http://127.0.0.1:" + LoopbackServer.closedPort() + "/v1";

    Run run = Run.of(Map.of("OPENAI_BASE_URL", nowhere));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("Cannot reach model gpt-4.1-mini at " + nowhere + ": ")
        .endsWith("Check OPENAI_BASE_URL and the network.");
    assertThat(run.out())
        .containsSubsequence(
            "Trace", "invoke_workflow answer_question", "chat gpt-4.1-mini", "ERROR");
  }

  @Test
  void aWrongKey() throws IOException {
    try (ModelServer server = ModelServer.start(new ScriptedModel(), "sk-right")) {
      Run run = Run.of(Map.of("OPENAI_BASE_URL", server.baseUrl(), "OPENAI_API_KEY", "sk-wrong"));

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .contains("status 401", "Check OPENAI_API_KEY.")
          .doesNotContain("sk-wrong");
    }
  }

  @Test
  void aProviderThatIsBrokenPutsTheErrorOnTheModelCall() throws IOException {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.putObject("error").put("message", "The engine is overheated");
    try (LoopbackServer provider =
            LoopbackServer.start("broken", call -> new JsonReply(500, error));
        OtlpReceiver receiver = OtlpReceiver.start()) {
      Map<String, String> environment = new HashMap<>(receiver.environment());
      environment.put("OPENAI_BASE_URL", provider.url() + "/v1");

      Run run = Run.of(environment);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("status 500", "Try again later.");
      ReceivedTrace trace = answerIn(receiver);
      Span chat = trace.only("chat gpt-4.1-mini");
      assertThat(chat.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
      assertThat(ReceivedTrace.text(chat, "error.type")).isNotEmpty();
      assertThat(chat.getEventsList()).extracting(Span.Event::getName).contains("exception");
      assertThat(trace.parentOf(chat).getName()).isEqualTo("generate");
      assertThat(trace.root().getName()).isEqualTo("invoke_workflow answer_question");
      assertThat(trace.root().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    }
  }

  @Test
  void anEndpointThatSpeaksSomethingElse() throws IOException {
    ObjectNode greeting = JsonNodeFactory.instance.objectNode().put("hello", "world");
    try (LoopbackServer other = LoopbackServer.start("other", call -> JsonReply.ok(greeting))) {
      Run run = Run.of(Map.of("OPENAI_BASE_URL", other.url() + "/"));

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith("Cannot understand the answer of model gpt-4.1-mini");
      assertThat(run.out()).contains("invoke_workflow answer_question");
    }
  }

  @Test
  void aKeyOnAWorkingEndpointIsARealRun() throws IOException {
    try (ModelServer server = ModelServer.start(new ScriptedModel(), "sk-right")) {
      Run run =
          Run.of(
              Map.of(
                  "OPENAI_BASE_URL", server.baseUrl(),
                  "OPENAI_API_KEY", "sk-right",
                  "OPENAI_MODEL", "gpt-5-mini"));

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("Model:     gpt-5-mini at " + server.baseUrl())
          .doesNotContain("embedded scripted endpoint")
          .contains("chat gpt-5-mini", "generate");
    }
  }

  /** The trace of the question; what was prepared before is another one. */
  private static ReceivedTrace answerIn(OtlpReceiver receiver) {
    ReceivedTrace all = ReceivedTrace.of(receiver);
    Span root = all.only("invoke_workflow answer_question");
    return new ReceivedTrace(
        all.spans().stream().filter(it -> it.getTraceId().equals(root.getTraceId())).toList());
  }
}
