package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Workflow;
import io.spanloom.content.ContentMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The GenAI conventions have what agents and workflows are given and give back as messages. */
class RunMessagesTest {

  private static final String INPUT = "gen_ai.input.messages";
  private static final String OUTPUT = "gen_ai.output.messages";

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"genai", "genai-dev"})
  void agentsAndWorkflowsHaveMessages(String convention) {
    with(SpanloomOptions.builder().conventions(convention).content(ContentMode.SPAN_ONLY));
    review("who is jane@example.com?");

    assertThat(attributes(recorded.span("invoke_workflow review")))
        .containsEntry(INPUT, user("who is [EMAIL]?"))
        .containsEntry(
            OUTPUT,
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"[\\\"a"
                + " \\\\\\\"friend\\\\\\\"\\\"]\"}],\"finish_reason\":\"stop\"}]");
    assertThat(attributes(recorded.span("invoke_agent answer")))
        .containsEntry(INPUT, user("who is [EMAIL]?"))
        .containsEntry(
            OUTPUT,
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"a"
                + " \\\"friend\\\"\"}],\"finish_reason\":\"stop\"}]");
    assertThat(attributes(recorded.span("look"))).doesNotContainKeys(INPUT, OUTPUT);
  }

  @Test
  void theyAreContent() {
    review("SECRET");

    assertThat(recorded.everything()).doesNotContain(INPUT, OUTPUT, "SECRET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openinference", "genai-1.36"})
  void otherConventionsHaveNone(String convention) {
    with(SpanloomOptions.builder().conventions(convention).content(ContentMode.SPAN_ONLY));
    review("question");

    assertThat(recorded.everything()).doesNotContain(INPUT, OUTPUT);
  }

  @Test
  void theyStayWithinTheBoundOfAValue() {
    with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY));
    review("\"".repeat(100_000));

    assertThat(String.valueOf(attributes(recorded.span("invoke_agent answer")).get(INPUT)))
        .startsWith("[{\"role\":\"user\"")
        .endsWith("}]}]")
        .hasSizeLessThanOrEqualTo(16 * 1024 + 256);
  }

  @Test
  void eventsHaveThemToo() {
    with(SpanloomOptions.builder().content(ContentMode.EVENT_ONLY));
    review("question");

    var event = recorded.event(recorded.span("invoke_agent answer"));
    assertThat(RecordedEvent.json(event, INPUT)).isEqualTo(user("question"));
    Map<String, Object> span = attributes(recorded.span("invoke_agent answer"));
    assertThat(span).doesNotContainKey(INPUT);
  }

  private static String user(String text) {
    return "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}]";
  }

  private void with(SpanloomOptions.Builder options) {
    recorded.close();
    recorded = Recorded.with(options.build());
  }

  @Workflow
  List<String> review(String question) {
    return List.of(answer(question));
  }

  @Agent
  String answer(String question) {
    return look(question);
  }

  @Task
  String look(String question) {
    return "a \"friend\"";
  }
}
