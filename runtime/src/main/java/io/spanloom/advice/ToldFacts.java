package io.spanloom.advice;

import io.spanloom.convention.Fact;
import io.spanloom.convention.Identity;
import io.spanloom.convention.SpanRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an attribute with a well-known key tells of a call, beyond its being an attribute. */
final class ToldFacts {

  private ToldFacts() {}

  /**
   * Takes what the value says.
   *
   * @return whether the conventions will write it under their own keys
   */
  static boolean take(Frame frame, @Nullable Fact fact, Object value) {
    if (fact == null) {
      return false;
    }
    SpanRole role = frame.spec().role();
    boolean known =
        switch (fact.part()) {
          case IDENTITY -> !frame.isStarted() && identity(frame, fact, value);
          case REQUEST -> !frame.isStarted() && isOf(ToldRequest.FACTS, role, fact);
          case RESPONSE -> isOf(ToldResponse.FACTS, role, fact);
          case CONTENT -> false;
        };
    if (known) {
      frame.captures().tell(fact, value);
    }
    return known && frame.tracing().conventions().has(role, fact);
  }

  private static boolean isOf(Set<Fact> factsOfModelCalls, SpanRole role, Fact fact) {
    return role == SpanRole.LLM && factsOfModelCalls.contains(fact);
  }

  private static boolean identity(Frame frame, Fact fact, Object value) {
    if (!(value instanceof String text)) {
      return false;
    }
    switch (fact) {
      case SESSION_ID -> frame.sessionId(text);
      case USER_ID -> frame.userId(text);
      case TOOL_CALL_ID -> frame.toolCallId(text);
      default -> {
        return Identity.tells(frame.spec().role(), fact);
      }
    }
    return true;
  }
}
