package io.spanloom.internal.call;

import io.opentelemetry.api.trace.StatusCode;
import io.spanloom.internal.call.RecordedException.MessagePolicy;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.convention.ErrorType;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.llm.ProviderErrors;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Records that calls failed, and with what. */
public final class CallErrors {

  /** Deeper ones are a mistake, if not a circle. */
  private static final int MAX_WRAPPINGS = 4;

  private CallErrors() {}

  /**
   * Records what a call failed with, if it did. An exception is the program's code; one that cannot
   * be read costs its own record alone.
   */
  static void recordFailure(Call call) {
    Throwable thrown = call.outcome().thrown();
    try {
      if (thrown != null) {
        record(call, thrown);
      } else {
        record(call, call.statedErrorType());
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
  }

  /** Records an exception; where only metrics are wanted, its type. */
  private static void record(Call call, Throwable thrown) {
    String type = errorType(call, thrown);
    call.measurement().failed(type);
    if (!call.isRecording()) {
      return;
    }
    writeType(call, type);
    // Stands if the exception's own code fails below.
    call.span().setStatus(StatusCode.ERROR, ErrorType.of(thrown));
    ContentPolicy content = call.tracing().content();
    ContentSettings settings = content.settings();
    RecordedException recorded =
        RecordedException.of(
            thrown,
            messagePolicy(call, settings, settings.recordsExceptionMessages()),
            content,
            call.exceptionBelow());
    call.setExceptionBelow(recorded);
    recorded.writeOn(call.span());
    if (ExceptionEvent.isWanted(call)) {
      MessagePolicy inEvent =
          messagePolicy(call, settings, settings.recordsExceptionMessagesInEvents());
      RecordedException forEvent = RecordedException.of(thrown, inEvent, content, recorded);
      ExceptionEvent.emit(call, type, forEvent.attributes());
    }
  }

  /** Records a failure that came as a response. */
  public static void record(Call call, @Nullable String code) {
    if (code == null) {
      return;
    }
    call.measurement().failed(code);
    if (call.isRecording()) {
      writeType(call, code);
      call.span().setStatus(StatusCode.ERROR, code);
    }
  }

  private static MessagePolicy messagePolicy(
      Call call, ContentSettings settings, boolean recordsMessages) {
    if (!settings.freeText()) {
      return MessagePolicy.NO_FREE_TEXT;
    }
    if (!recordsMessages) {
      return MessagePolicy.HIDDEN;
    }
    return call.dealsWithSensitive() ? MessagePolicy.SENSITIVE : MessagePolicy.SHOWN;
  }

  private static void writeType(Call call, String type) {
    SpanRole role = call.spec().spanRole();
    call.tracing().conventions().error(role, type, call.writer());
    CallEvent event = call.event();
    if (event != null) {
      event.conventions().error(role, type, event);
    }
  }

  /** Of the failure itself, whether the method waited for it or passed the promise on. */
  private static String errorType(Call call, Throwable thrown) {
    String stated = call.statedErrorType();
    if (stated != null) {
      return stated;
    }
    Throwable origin = origin(thrown);
    String providers = providersType(call, origin);
    return providers == null ? ErrorType.of(origin) : providers;
  }

  /** The provider's own type of an error; an adapter that fails must not hide the error itself. */
  private static @Nullable String providersType(Call call, Throwable thrown) {
    ProviderErrors adapter = call.adapter();
    try {
      if (adapter != null) {
        return adapter.errorType(thrown);
      }
      return call.role().callsProvider() ? call.tracing().adapters().errorType(thrown) : null;
    } catch (Throwable failure) {
      call.tracingFailed(failure);
      return null;
    }
  }

  /** What a failure that came by a promise is about. */
  public static Throwable origin(Throwable failure) {
    Throwable origin = failure;
    for (int i = 0; i < MAX_WRAPPINGS; i++) {
      Throwable cause = isWrapping(origin) ? origin.getCause() : null;
      if (cause == null) {
        break;
      }
      origin = cause;
    }
    return origin;
  }

  private static boolean isWrapping(Throwable failure) {
    return failure instanceof CompletionException || failure instanceof ExecutionException;
  }
}
