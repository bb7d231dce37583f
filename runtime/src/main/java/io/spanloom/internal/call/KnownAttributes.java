package io.spanloom.internal.call;

import io.spanloom.internal.capture.RequestWithAttributes;
import io.spanloom.internal.capture.ResponseWithAttributes;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/** What an attribute with a well-known key tells of a call, beyond its being an attribute. */
public final class KnownAttributes {

  private KnownAttributes() {}

  /**
   * Takes what the value says.
   *
   * @return whether the conventions will write it under their own keys
   */
  public static boolean take(Call call, @Nullable SpanProperty fact, Object value) {
    if (fact == null) {
      return false;
    }
    SpanRole role = call.spec().spanRole();
    if (fact == SpanProperty.ERROR_TYPE && value instanceof String type) {
      call.setStatedErrorType(type);
      return call.tracing().conventions().has(role, fact);
    }
    boolean known =
        switch (fact.part()) {
          case IDENTITY -> !call.isStarted() && identity(call, fact, value);
          case REQUEST ->
              !call.isStarted()
                  && call.role().asksModel()
                  && RequestWithAttributes.PROPERTIES.contains(fact);
          case RESPONSE ->
              call.role().asksModel() && ResponseWithAttributes.PROPERTIES.contains(fact);
          case CONTENT -> false;
        };
    if (known) {
      call.captures().addProperty(fact, value);
    }
    return known && call.tracing().conventions().has(role, fact);
  }

  private static boolean identity(Call call, SpanProperty fact, Object value) {
    if (!(value instanceof String text)) {
      return false;
    }
    switch (fact) {
      case SESSION_ID -> call.captures().setSessionId(text);
      case USER_ID -> call.captures().setUserId(text);
      case TOOL_CALL_ID -> call.captures().setToolCallId(text);
      default -> {
        return Identity.tells(call.spec().spanRole(), fact);
      }
    }
    return true;
  }
}
