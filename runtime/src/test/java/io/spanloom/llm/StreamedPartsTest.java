package io.spanloom.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes in a stream beside text keeps its place, and is bounded. */
class StreamedPartsTest {

  private final StreamedResponse response = new StreamedResponse(100);

  @Test
  void partsKeepTheirPlaces() {
    response.reasoning("I should ");
    response.reasoning("look.");
    response.reasoning(null, null, "sig");
    response.part(new LlmPart.ServerToolCall("1", "web_search", "{}"));
    response.text("Let me ");
    response.text("look. ");
    response.part(new LlmPart.Refusal("No."));
    response.text("Done.");

    assertThat(response.messages())
        .containsExactly(
            LlmMessage.inParts(
                "assistant",
                List.of(
                    new LlmPart.Reasoning("I should look.", "sig"),
                    new LlmPart.ServerToolCall("1", "web_search", "{}"),
                    new LlmPart.Text("Let me look. "),
                    new LlmPart.Refusal("No."),
                    new LlmPart.Text("Done.")),
                List.of(),
                ""));
    assertThat(response.text()).isEqualTo("Let me look. Done.");
  }

  @Test
  void refusalsAreTextThatIsMarked() {
    response.text("Well. ");
    response.refusal("I can");
    response.refusal("not.");
    response.refusal("");
    response.refusal(null);
    response.text(" Sorry.");
    response.refusal(" No.");

    assertThat(response.text()).isEqualTo("Well. I cannot. Sorry. No.");
    assertThat(response.messages().get(0).text()).isEqualTo("Well. I cannot. Sorry. No.");
    assertThat(response.messages().get(0).parts())
        .containsExactly(
            new LlmPart.Text("Well. "),
            new LlmPart.Refusal("I cannot."),
            new LlmPart.Text(" Sorry."),
            new LlmPart.Refusal(" No."));
  }

  @Test
  void aRefusalIsBoundedLikeText() {
    response.refusal("n".repeat(150));
    response.refusal("more");

    assertThat(response.messages().get(0).parts())
        .containsExactly(new LlmPart.Refusal("n".repeat(100)));
  }

  @Test
  void noRefusalIsNoPart() {
    response.text("Yes.");
    response.refusal("");

    assertThat(response.messages()).containsExactly(LlmMessage.of("assistant", "Yes."));
  }

  @Test
  void reasoningOfAnotherIdIsAnotherPart() {
    response.reasoning("rs_1", "One.", null);
    response.reasoning("rs_1", " More.", null);
    response.reasoning("rs_2", "Two.", null);

    assertThat(response.messages().get(0).parts())
        .containsExactly(
            new LlmPart.Reasoning("rs_1", "One. More.", null, null, false),
            new LlmPart.Reasoning("rs_2", "Two.", null, null, false));
  }

  @Test
  void reasoningThatIsKnownAtTheEndComesFirst() {
    response.text("Done.");
    response.precedingReasoning("I should look.", null);

    assertThat(response.messages().get(0).parts())
        .containsExactly(new LlmPart.Reasoning("I should look.", null), new LlmPart.Text("Done."));
  }

  @Test
  void whatIsKeptIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      response.reasoning("rs_" + i, "x".repeat(50), null);
      response.part(new LlmPart.Other("other", "y".repeat(50)));
      response.part(LlmPart.Blob.ofBase64(LlmPart.IMAGE, null, "z".repeat(50)));
    }

    List<LlmPart> parts = response.messages().get(0).parts();
    assertThat(parts).hasSizeLessThanOrEqualTo(128);
    assertThat(parts.stream().mapToInt(StreamedPartsTest::length).sum()).isLessThanOrEqualTo(200);
  }

  private static int length(LlmPart part) {
    if (part instanceof LlmPart.Reasoning reasoning) {
      return reasoning.text() == null ? 0 : reasoning.text().length();
    }
    if (part instanceof LlmPart.Other other) {
      return other.json() == null ? 0 : other.json().length();
    }
    return part instanceof LlmPart.Blob blob ? blob.base64().get().length() : 0;
  }
}
