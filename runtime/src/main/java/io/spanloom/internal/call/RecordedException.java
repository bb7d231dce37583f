package io.spanloom.internal.call;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.convention.ErrorType;
import org.jspecify.annotations.Nullable;

/**
 * What spans record of one exception: status and {@code exception} event.
 *
 * <p>An exception often leaves many calls in a row. They share one record, so that its text is made
 * once.
 */
final class RecordedException {

  private static final AttributeKey<String> TYPE = stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = stringKey("exception.message");
  private static final AttributeKey<String> STACK_TRACE = stringKey("exception.stacktrace");

  private static final int MAX_CAUSES = 8;

  private final Throwable thrown;
  private final MessagePolicy policy;
  private final String status;
  private final Attributes attributes;

  private RecordedException(Throwable thrown, MessagePolicy policy, ContentPolicy content) {
    this.thrown = thrown;
    this.policy = policy;
    String type = ErrorType.of(thrown);
    String message = policy == MessagePolicy.SHOWN ? content.text(thrown.getMessage()) : null;
    this.status = message == null ? type + policy.remark() : message;
    this.attributes =
        Attributes.builder()
            .put(TYPE, type)
            .put(MESSAGE, message)
            .put(STACK_TRACE, stackTrace(thrown, policy, content))
            .build();
  }

  /** Takes the record that an inner call made of the same exception, or makes one. */
  static RecordedException of(
      Throwable thrown,
      MessagePolicy policy,
      ContentPolicy content,
      @Nullable RecordedException inner) {
    return inner != null && inner.isOf(thrown) && inner.policy == policy
        ? inner
        : new RecordedException(thrown, policy, content);
  }

  @SuppressWarnings("ReferenceEquality") // the very exception, not an equal one
  private boolean isOf(Throwable other) {
    return thrown == other;
  }

  Attributes attributes() {
    return attributes;
  }

  void writeOn(Span span) {
    span.setStatus(StatusCode.ERROR, status);
    span.addEvent("exception", attributes);
  }

  private static String stackTrace(Throwable thrown, MessagePolicy policy, ContentPolicy content) {
    StringBuilder text = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      text.append(i == 0 ? "" : "Caused by: ").append(cause.getClass().getName());
      // Only messages can hold what must not be recorded, so only they pass the redactor.
      String message = policy == MessagePolicy.SHOWN ? content.text(cause.getMessage()) : null;
      text.append(message == null ? "" : ": " + message).append('\n');
      appendFrames(text, cause, content.settings().maxLength());
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static void appendFrames(StringBuilder text, Throwable thrown, int maxLength) {
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (text.length() > maxLength) {
        text.append("\t…\n");
        return;
      }
      text.append("\tat ").append(element).append('\n');
    }
  }

  /** Whether a span shows an exception's message, else why it does not. */
  enum MessagePolicy {
    SHOWN(""),
    HIDDEN(" (message hidden, spanloom.exception.message=redacted shows it)"),
    NO_FREE_TEXT(" (message hidden by spanloom.free-text=false)"),
    SENSITIVE(" (message hidden, a call has @Sensitive values)");

    private final String remark;

    MessagePolicy(String remark) {
      this.remark = remark;
    }

    String remark() {
      return remark;
    }
  }
}
