package io.spanloom.testing;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as content. */
class ContentAssertTest {

  @RegisterExtension final SpanloomExtension spanloom = SpanloomExtension.create();

  @Test
  void structureIsNone() {
    new Library().answer(Library.QUESTION);

    assertThat(spanloom.trace()).hasSpan("chat m-1").hasAttribute("gen_ai.output.messages");
    assertThat(spanloom.trace()).hasNoContent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "gen_ai.input.messages|[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"hi\"}]}]",
        "gen_ai.output.messages|[{\"parts\":[{\"type\":\"tool_call\",\"arguments\":{\"q\":1}}]}]",
        "gen_ai.input.messages|no JSON",
        "gen_ai.tool.call.result|found",
        "llm.input_messages.3.message.content|hi",
        "llm.output_messages.0.message.tool_calls.1.tool_call.function.arguments|{}",
        "retrieval.documents.0.document.content|text",
        "input.value|hi"
      })
  void contentIsFound(String key, String value) {
    record(key, value);

    assertThatThrownBy(() -> assertThat(spanloom.trace()).hasNoContent())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(key + " = " + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "gen_ai.input.messages|[{\"parts\":[{\"type\":\"text\",\"content\":\"__REDACTED__\"}]}]",
        "llm.input_messages.3.message.role|user",
        "input.value|__REDACTED__",
        "retrieval.documents.0.document.score|0.5"
      })
  void whatIsMaskedOrNoContentPasses(String key, String value) {
    record(key, value);

    assertThat(spanloom.trace()).hasNoContent();
  }

  private void record(String key, String value) {
    Span span = spanloom.openTelemetry().getTracer("test").spanBuilder("span").startSpan();
    span.setAttribute(key, value);
    span.end();
  }
}
