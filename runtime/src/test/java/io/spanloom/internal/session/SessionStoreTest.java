package io.spanloom.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.internal.toolcall.PendingCalls;
import io.spanloom.internal.toolcall.ToolCallRequest;
import org.junit.jupiter.api.Test;

class SessionStoreTest {

  private final SessionStore sessions = new SessionStore();

  @Test
  void aSessionIsFoundAgainHoweverLongItsId() {
    String id = "x".repeat(100_000);

    assertThat(sessions.pendingCalls(id)).isSameAs(sessions.pendingCalls(id));
    assertThat(sessions.pendingCalls(id)).isNotSameAs(sessions.pendingCalls(id + "y"));
    assertThat(sessions.pendingCalls("x")).isSameAs(sessions.pendingCalls("x"));
    assertThat(sessions.pendingCalls(null)).isNotSameAs(sessions.pendingCalls(null));
  }

  @Test
  void sessionsThatRememberMuchAreFewer() {
    PendingCalls first = sessions.pendingCalls("s-0");
    announceMany(first);
    for (int i = 1; i < 200; i++) {
      announceMany(sessions.pendingCalls("s-" + i));
    }

    assertThat(sessions.pendingCalls("s-199").claim("call_1023", null)).isNotNull();
    assertThat(sessions.pendingCalls("s-0").claim("call_1023", null)).isNull();
    // The run that still holds a forgotten session goes on with it.
    assertThat(first.claim("call_1023", null)).isNotNull();
  }

  @Test
  void aSessionUnusedForLongestIsForgottenFirst() {
    PendingCalls first = sessions.pendingCalls("s-0");
    PendingCalls second = sessions.pendingCalls("s-1");
    for (int i = 2; i < 1001; i++) {
      sessions.pendingCalls("s-" + i);
      assertThat(sessions.pendingCalls("s-0")).isSameAs(first);
    }

    assertThat(sessions.pendingCalls("s-1")).isNotSameAs(second);
  }

  private static void announceMany(PendingCalls calls) {
    for (int i = 0; i < PendingCalls.CAPACITY; i++) {
      calls.announce(new ToolCallRequest("call_" + i, "search", "{\"q\":" + i + "}", null));
    }
  }
}
