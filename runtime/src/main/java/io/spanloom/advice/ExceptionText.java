package io.spanloom.advice;

import io.spanloom.content.ContentPolicy;
import io.spanloom.content.ObjectReading;
import io.spanloom.content.Quotations;
import io.spanloom.llm.LlmRequest;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of the messages of exceptions that leave one call.
 *
 * <p>They pass the redactor always. Where content is not recorded on spans, what they quote of the
 * call's arguments, of the messages to its model and of what calls below and above it on the thread
 * were given and gave back is cut out. A call that deals with {@code @Sensitive} values, and every
 * call its failure passes through, shows none; so does everyone where free text is not recorded. A
 * call whose result is late may fail whenever somebody asks for it: if it shows no messages,
 * neither do the calls it was made in.
 */
final class ExceptionText {

  private final ContentPolicy content;
  private final boolean silent;
  private final @Nullable Quotations quotations;

  private ExceptionText(ContentPolicy content, boolean silent, @Nullable Quotations quotations) {
    this.content = content;
    this.silent = silent;
    this.quotations = quotations;
  }

  static ExceptionText of(Frame frame) {
    ContentPolicy content = frame.tracing().content();
    boolean silent = frame.hushed() || !content.settings().freeText();
    try {
      return new ExceptionText(content, silent, silent ? null : quotations(frame));
    } catch (Throwable failure) {
      frame.captureFailed(failure);
      return new ExceptionText(content, true, null);
    }
  }

  /** The message as it may be recorded, or {@code null} if there is none to show. */
  @Nullable String shown(@Nullable String message) {
    if (message == null || silent) {
      return null;
    }
    // Cut first: what is searched for quotations is bounded.
    return content.text(quotations == null ? message : quotations.cutFrom(head(message)));
  }

  int maxLength() {
    return content.settings().maxLength();
  }

  private String head(String message) {
    int end = (int) Math.min(message.length(), 2L * maxLength());
    return message.substring(0, end);
  }

  private static Quotations quotations(Frame frame) {
    Quotations known = frame.heardInput();
    Quotations quotations = known == null ? new Quotations() : known;
    for (Frame each = frame; each != null; each = each.enclosing()) {
      each.heard().tell(quotations);
      if (frame.tracing().keepsContentBack()) {
        knowInput(each, quotations);
      }
    }
    return quotations;
  }

  /** Tells what a call was given. */
  static void knowInput(Frame frame, Quotations quotations) {
    ObjectReading objects = frame.objects();
    frame.captures().inputs().values().forEach(value -> quotations.know(value, objects));
    frame.captures().arguments().values().forEach(value -> quotations.know(value, objects));
    LlmRequest request = frame.request();
    if (request != null) {
      request.messages().forEach(message -> quotations.know(message.text()));
    }
  }
}
