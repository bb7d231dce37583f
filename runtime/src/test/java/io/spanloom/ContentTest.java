package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Input;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is recorded of prompts, arguments and results, in each capture mode. */
class ContentTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void byDefaultNoContentIsRecordedAnywhere() {
    answer("SECRET question", 3);

    assertThat(recorded.spans()).hasSize(3);
    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void eventsOnlyMeansNotOnSpans() {
    capture(ContentMode.EVENT_ONLY);
    answer("SECRET question", 3);

    assertThat(recorded.spans())
        .allSatisfy(span -> assertThat(span.getAttributes().toString()).doesNotContain("SECRET"));
  }

  @Test
  void onSpansMessagesArgumentsAndResultsAreRecorded() {
    capture(ContentMode.SPAN_ONLY);
    answer("SECRET question from jane@example.com", 3);

    assertThat(attributes(recorded.span("invoke_agent answer")))
        .contains(
            entry("input.value", "SECRET question from [EMAIL]"),
            entry("input.mime_type", "text/plain"),
            entry("output.value", "SECRET answer"));
    assertThat(attributes(recorded.span("execute_tool search")))
        .contains(
            entry("input.value", "{\"query\":\"SECRET question from [EMAIL]\",\"limit\":3}"),
            entry("input.mime_type", "application/json"),
            entry("tool.parameters", "{\"query\":\"SECRET question from [EMAIL]\",\"limit\":3}"),
            entry(
                GenAi.TOOL_CALL_ARGUMENTS,
                "{\"query\":\"SECRET question from [EMAIL]\",\"limit\":3}"),
            entry("output.value", "[\"SECRET hit\"]"),
            entry(GenAi.TOOL_CALL_RESULT, "[\"SECRET hit\"]"));
    assertThat(attributes(recorded.span("chat m")))
        .contains(
            entry("llm.input_messages.0.message.content", "SECRET prompt"),
            entry(
                "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
                "{\"query\":\"SECRET\"}"),
            entry(
                GenAi.INPUT_MESSAGES,
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"SECRET prompt\"}]}]"),
            entry(
                GenAi.OUTPUT_MESSAGES,
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"call_1\","
                    + "\"name\":\"other\",\"arguments\":{\"query\":\"SECRET\"}}],"
                    + "\"finish_reason\":\"tool_call\"}]"));
  }

  @Test
  void sensitiveValuesNeverLeave() {
    capture(ContentMode.SPAN_ONLY);
    login("visible", "SECRET password");
    secretResult();

    assertThat(recorded.everything()).contains("visible").doesNotContain("SECRET");
  }

  @Test
  void valuesWithSecretNamesAreNotRecorded() {
    capture(ContentMode.SPAN_ONLY);
    connect("db", new Account("jo", "letmein"), 1234);
    unlock("letmein");
    authorize(new Request("m", List.of()));

    assertThat(attributes(recorded.span("execute_tool connect")))
        .contains(
            entry(
                GenAi.TOOL_CALL_ARGUMENTS,
                "{\"host\":\"db\",\"account\":{\"user\":\"jo\",\"password\":\"[SECRET]\"},"
                    + "\"apiKey\":\"[SECRET]\"}"));
    assertThat(attributes(recorded.span("invoke_agent unlock")))
        .contains(entry("input.value", "{\"password\":\"[SECRET]\"}"));
    assertThat(attributes(recorded.span("chat m")))
        .contains(
            entry(
                "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
                "{\"user\":\"jo\",\"authorization\":\"[SECRET]\"}"));
    assertThat(recorded.everything()).doesNotContain("letmein", "1234", "opensesame");
  }

  @Test
  void inputIsWhatIsMarkedAsSuch() {
    capture(ContentMode.SPAN_ONLY);
    marked("SECRET", "the input");

    assertThat(attributes(recorded.span("invoke_agent marked")))
        .contains(entry("input.value", "the input"));
    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  private void capture(ContentMode mode) {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(mode).build());
  }

  @Agent
  String answer(@Input String question, int limit) {
    complete(new Request("m", List.of(LlmMessage.of("user", "SECRET prompt"))));
    search(question, limit);
    return "SECRET answer";
  }

  /** Searches. */
  @Tool
  List<String> search(String query, int limit) {
    return List.of("SECRET hit");
  }

  record Account(String user, String password) {}

  /** Connects. */
  @Tool
  void connect(String host, Account account, int apiKey) {}

  @Agent
  void unlock(String password) {}

  @LlmCall
  Response authorize(Request request) {
    return Response.asking(
        new LlmToolCall("call_1", "login", "{\"user\":\"jo\",\"authorization\":\"opensesame\"}"));
  }

  @LlmCall
  Response complete(Request request) {
    return Response.asking(new LlmToolCall("call_1", "other", "{\"query\":\"SECRET\"}"));
  }

  /** Logs in. */
  @Tool
  void login(String user, @Sensitive String password) {}

  /** Returns what must not be seen. */
  @Tool
  @Sensitive
  String secretResult() {
    return "SECRET result";
  }

  @Agent
  void marked(String other, @Input String input) {}
}
