package io.spanloom.springai;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.Prompt;

class PendingToolCallsTest {

  private final PendingToolCalls pending = new PendingToolCalls();
  private final ModelCall call =
      new ModelCall(
          Context.root(),
          ChatModelObservationContext.builder()
              .prompt(new Prompt("Care?"))
              .provider("openai")
              .build(),
          false);

  @Test
  void callsAreFoundUntilTheirToolsHaveRun() {
    pending.begin(call);
    pending.end(call, List.of("call_1"));

    assertThat(pending.find(List.of("call_1"))).isSameAs(call);
    assertThat(pending.remove(List.of("call_1"))).isSameAs(call);
    assertThat(pending.find(List.of("call_1"))).isNull();
  }

  @Test
  void callsWithoutIdsAreUnknown() {
    pending.begin(call);
    pending.end(call, List.of("", ""));

    assertThat(pending.find(List.of("", ""))).isNull();
    assertThat(pending.find(List.of())).isNull();
  }

  @Test
  void abandonedLoopsAreForgotten() {
    for (int i = 0; i < 10_000; i++) {
      pending.end(call, List.of("call_" + i));
    }

    assertThat(pending.find(List.of("call_0"))).isNull();
    assertThat(pending.find(List.of("call_9999"))).isSameAs(call);
  }
}
