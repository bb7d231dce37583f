package io.spanloom.internal.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompositeRequestTest {

  private static final LlmMessage SYSTEM = LlmMessage.of("system", "Be brief.");
  private static final LlmMessage FIRST = LlmMessage.of("user", "One");
  private static final LlmMessage SECOND = LlmMessage.of("user", "Two");

  @Test
  void theOnlyPartIsTheRequest() {
    Part only = new Part("a", List.of(FIRST));

    assertThat(CompositeRequest.of(null, only)).isSameAs(only);
  }

  @Test
  void ofEachFigureTheFirstCounts() {
    LlmRequest joint =
        joint(new Part(null, List.of()), new Part("a", List.of()), new Part("b", List.of()));

    assertThat(joint.model()).isEqualTo("a");
    assertThat(joint.temperature()).isNull();
  }

  @Test
  void messagesAddUpAfterTheSystems() {
    LlmRequest joint =
        joint(
            new Part(null, List.of(FIRST)),
            new Part(null, List.of(SECOND)),
            new Part(null, List.of(SYSTEM)));

    assertThat(joint.messages()).containsExactly(SYSTEM, FIRST, SECOND);
  }

  private static LlmRequest joint(LlmRequest first, LlmRequest second, LlmRequest third) {
    return CompositeRequest.of(CompositeRequest.of(first, second), third);
  }

  private record Part(@Nullable String model, List<LlmMessage> messages) implements LlmRequest {}
}
