package io.spanloom.internal.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.LongSupplier;

/**
 * Writes JSON token by token within a budget of characters and a time. Texts and keys are redacted,
 * and cut to what is left of the budget.
 */
final class JsonBudget {

  private static final long MAX_MILLIS = 50;

  /** A Java machine that has just started, or a busy one, must not cost a small value its end. */
  private static final int UNTIMED = 500;

  private final JsonGenerator out;
  private final ContentPolicy policy;
  private final Escapes escapes = new Escapes();
  private final Scan scan = new Scan(escapes);
  private final LongSupplier nanoTime;
  private final long start;
  private int budget;
  private int elements;

  JsonBudget(JsonGenerator out, ContentPolicy policy, LongSupplier nanoTime) {
    this.out = out;
    this.policy = policy;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.budget = policy.settings().maxLength();
  }

  /** Whether there is room for more. */
  boolean goesOn() {
    return budget > 0
        && (++elements <= UNTIMED || nanoTime.getAsLong() - start < MAX_MILLIS * 1_000_000);
  }

  boolean hasRoom(int characters) {
    return budget >= characters;
  }

  /** Begins an array, whose elements are written as long as the budget {@link #goesOn}. */
  void startArray() throws IOException {
    budget -= 3;
    out.writeStartArray();
  }

  /** Ends an array. */
  void endArray() throws IOException {
    out.writeEndArray();
  }

  /** Begins an object. */
  void startObject() throws IOException {
    budget -= 3;
    out.writeStartObject();
  }

  /** Ends an object. */
  void endObject() throws IOException {
    out.writeEndObject();
  }

  void writeNull() throws IOException {
    budget -= 5;
    out.writeNull();
  }

  void writeBoolean(boolean value) throws IOException {
    budget -= 6;
    out.writeBoolean(value);
  }

  void number(Number number) throws IOException {
    String digits = number.toString();
    budget -= digits.length() + 1;
    if (Double.isFinite(number.doubleValue())
        || number instanceof BigDecimal
        || number instanceof BigInteger) {
      out.writeNumber(digits);
    } else {
      out.writeString(digits); // JSON has no other way to say NaN and infinity
    }
  }

  /** A scalar as the parser has it. */
  void scalar(JsonParser in) throws IOException {
    budget -= in.getTextLength() + 1;
    out.copyCurrentEvent(in);
  }

  /** A name of our own tells nothing that must be redacted. */
  void ownName(String name) throws IOException {
    String shown = Texts.cut(name, budget);
    budget -= shown.length() + 4;
    out.writeFieldName(shown);
  }

  /** A name of our own, whole whatever is left of the budget. */
  void requiredName(String name) throws IOException {
    budget -= name.length() + 4;
    out.writeFieldName(name);
  }

  /** A key can be as telling and as long as a value. */
  void name(String name) throws IOException {
    out.writeFieldName(redacted(name));
    budget -= 4;
  }

  void secret(String text) throws IOException {
    String shown =
        text.isEmpty() || text.equals(ContentPolicy.MASK)
            ? text
            : policy.settings().redactor().secret(text, Math.max(budget, 1), scan);
    out.writeString(shown);
    budget -= shown.length() + 3;
  }

  /** Data, whose characters need no escapes: whole, or what stands for it. */
  void base64(String data) throws IOException {
    String shown = data.length() <= budget ? data : ContentPolicy.MASK;
    budget -= shown.length() + 3;
    out.writeString(shown);
  }

  void text(String text) throws IOException {
    if (policy.isHiddenImage(text)) {
      budget -= ContentPolicy.MASK.length();
      out.writeString(ContentPolicy.MASK);
    } else {
      escapes.write(redacted(text), out);
    }
    budget -= 3;
  }

  /** The text's redacted start that fits as JSON writes it, which it takes from the budget. */
  private String redacted(String text) {
    int room = Math.max(budget, 1);
    String shown = policy.settings().redactor().bounded(text, room, scan);
    if (shown.length() + escapes.length() > room) {
      shown = Texts.cut(shown, Escapes.fitting(shown, room));
      escapes.addAll(shown);
    }
    budget -= shown.length() + escapes.length();
    return shown;
  }
}
