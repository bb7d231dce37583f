package io.spanloom.internal.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON within a budget of characters; what does not fit is left out or cut, and
 * the text stays valid JSON.
 *
 * <p>Only JDK scalars, optionals, maps, collections and arrays are looked into ({@link JdkTypes}),
 * and objects whose accessors the compiler named ({@link ObjectReading}). Any other object is
 * written as its type's name: its accessors and {@code toString} are the traced program's code and
 * may have effects. Writing ends when the budget is used up or, beyond the first {@value #UNTIMED}
 * elements, after {@value #MAX_MILLIS} ms; a container that throws while it is read ends there.
 */
public final class BoundedJson {

  private static final JsonFactory JSON = ForeignJson.FACTORY;
  private static final int MAX_DEPTH = 16;
  private static final int MAX_RAW_DEPTH = 200;
  private static final int MAX_RAW_LENGTH = 1 << 20;
  private static final long MAX_MILLIS = 50;

  /** A Java machine that has just started, or a busy one, must not cost a small value its end. */
  private static final int UNTIMED = 500;

  private final JsonGenerator out;
  private final ContentPolicy policy;
  private final ObjectReading objects;
  private final Escapes escapes = new Escapes();
  private final Scan scan = new Scan(escapes);
  private final LongSupplier nanoTime;
  private final long start;
  private int budget;
  private int elements;

  private BoundedJson(
      JsonGenerator out, ContentPolicy policy, ObjectReading objects, LongSupplier nanoTime) {
    this.out = out;
    this.policy = policy;
    this.objects = objects;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.budget = policy.settings().maxLength();
  }

  public static String write(@Nullable Object value, ContentPolicy policy, ObjectReading objects) {
    return write(json -> json.value(value, 0), policy, objects, System::nanoTime);
  }

  public static String write(@Nullable Object value, ContentPolicy policy, LongSupplier nanoTime) {
    return write(json -> json.value(value, 0), policy, nanoTime);
  }

  public static String write(JsonWritable value, ContentPolicy policy, LongSupplier nanoTime) {
    return write(value, policy, ObjectReading.NONE, nanoTime);
  }

  private static String write(
      JsonWritable value, ContentPolicy policy, ObjectReading objects, LongSupplier nanoTime) {
    try (SegmentedStringWriter text = new SegmentedStringWriter(JSON._getBufferRecycler())) {
      try (JsonGenerator out = JSON.createGenerator(text)) {
        value.writeTo(new BoundedJson(out, policy, objects, nanoTime));
      }
      return text.getAndClear();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Begins an array, whose elements are written as long as it {@link #goesOn}. */
  public void startArray() throws IOException {
    budget -= 3;
    out.writeStartArray();
  }

  /** Ends an array. */
  public void endArray() throws IOException {
    out.writeEndArray();
  }

  /** Begins an object. */
  public void startObject() throws IOException {
    budget -= 3;
    out.writeStartObject();
  }

  /** Ends an object. */
  public void endObject() throws IOException {
    out.writeEndObject();
  }

  /** Begins a member that is an array, if there is room for it. */
  public boolean startArray(String name) throws IOException {
    if (!goesOn()) {
      return false;
    }
    ownName(name);
    startArray();
    return true;
  }

  /** A member with a value, if it has one and there is room for it. */
  public void member(String name, @Nullable Object value) throws IOException {
    if (value != null && goesOn()) {
      ownName(name);
      value(value, 0);
    }
  }

  /** A name of our own tells nothing that must be redacted. */
  private void ownName(String name) throws IOException {
    String shown = Texts.cut(name, budget);
    budget -= shown.length() + 4;
    out.writeFieldName(shown);
  }

  private void value(@Nullable Object value, int depth) throws IOException {
    if (value instanceof String text) { // most values are
      text(text);
      return;
    }
    Object shown = objects.unwrapped(value);
    if (shown == null) {
      budget -= 5;
      out.writeNull();
    } else if (shown instanceof Boolean bool) {
      budget -= 6;
      out.writeBoolean(bool);
    } else if (shown instanceof RawJson json) {
      raw(json.text());
    } else if (JdkTypes.isNumber(shown, policy.settings().maxLength())) {
      number((Number) shown);
    } else if (depth < MAX_DEPTH && JdkTypes.isContainer(shown)) {
      container(shown, depth);
    } else {
      String text = JdkTypes.text(shown, policy.settings().maxLength());
      if (text != null) {
        text(text);
      } else {
        ownObject(shown, depth);
      }
    }
  }

  private void ownObject(Object value, int depth) throws IOException {
    ObjectForm form = objects.form(value);
    if (form == null) {
      text(opaque(value));
    } else if (depth < MAX_DEPTH && !form.isValue()) {
      members(form, value, depth);
    } else {
      text(JdkTypes.name(value)); // its text might tell what it keeps secret
    }
  }

  private void members(ObjectForm form, Object object, int depth) throws IOException {
    startObject();
    for (int i = 0; i < form.members().size() && goesOn(); i++) {
      String name = form.members().get(i);
      Object member = form.isSecret(name) ? ContentPolicy.MASK : objects.read(form, object, i);
      if (member != ObjectReading.UNREADABLE) {
        ownName(name);
        named(name, member, depth + 1);
      }
    }
    endObject();
  }

  private void container(Object value, int depth) throws IOException {
    if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof Collection<?> collection) {
      array(collection, depth);
    } else {
      elements(value, depth);
    }
  }

  /** A value that is not looked into, by its type unless the user opted into more. */
  private String opaque(Object value) {
    if (policy.settings().usesToString() && !JdkTypes.isContainer(value)) {
      try {
        String text = value.toString();
        return text == null ? JdkTypes.name(value) : text;
      } catch (RuntimeException | StackOverflowError itsOwnFault) {
        return JdkTypes.name(value);
      }
    }
    return JdkTypes.name(value);
  }

  private void object(Map<?, ?> map, int depth) throws IOException {
    startObject();
    try {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object member = entry.getValue();
        if (!goesOn()) {
          break;
        }
        String name = name(entry.getKey());
        named(name, member, depth + 1);
      }
    } catch (RuntimeException changedMeanwhile) {
      // What was read so far is shown.
    }
    out.writeEndObject();
  }

  private void array(Collection<?> collection, int depth) throws IOException {
    startArray();
    try {
      for (Object element : collection) {
        if (!goesOn()) {
          break;
        }
        value(element, depth + 1);
      }
    } catch (RuntimeException changedMeanwhile) {
      // What was read so far is shown.
    }
    out.writeEndArray();
  }

  private void elements(Object array, int depth) throws IOException {
    startArray();
    int length = Array.getLength(array);
    for (int i = 0; i < length && goesOn(); i++) {
      value(Array.get(array, i), depth + 1);
    }
    out.writeEndArray();
  }

  /** Whether there is room for more. */
  public boolean goesOn() {
    return budget > 0
        && (++elements <= UNTIMED || nanoTime.getAsLong() - start < MAX_MILLIS * 1_000_000);
  }

  private void raw(String json) throws IOException {
    if (json.length() > MAX_RAW_LENGTH || !isJson(json)) {
      text(json);
      return;
    }
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      copy(in, 0);
    }
  }

  /** Asked before anything is written: half a value cannot be taken back. */
  private static boolean isJson(String text) {
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() == null) {
        return false;
      }
      in.skipChildren();
      return in.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }

  private void copy(JsonParser in, int depth) throws IOException {
    if (in.currentToken().isStructStart() && depth >= MAX_RAW_DEPTH) {
      in.skipChildren();
      text("<deeper>");
      return;
    }
    switch (in.currentToken()) {
      case START_OBJECT -> copyObject(in, depth);
      case START_ARRAY -> copyArray(in, depth);
      case VALUE_STRING -> text(in.getText());
      default -> {
        budget -= in.getTextLength() + 1;
        out.copyCurrentEvent(in);
      }
    }
  }

  private void copyObject(JsonParser in, int depth) throws IOException {
    startObject();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (!goesOn()) {
        in.skipChildren();
        continue;
      }
      name(name);
      if (isTextOrNumber(in) && SecretDetector.isName(name)) {
        secret(in.getText());
      } else {
        copy(in, depth + 1);
      }
    }
    out.writeEndObject();
  }

  private static boolean isTextOrNumber(JsonParser in) {
    JsonToken token = in.currentToken();
    return token == JsonToken.VALUE_STRING || token.isNumeric();
  }

  private void copyArray(JsonParser in, int depth) throws IOException {
    startArray();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (goesOn()) {
        copy(in, depth + 1);
      } else {
        in.skipChildren();
      }
    }
    out.writeEndArray();
  }

  /** A key can be as telling and as long as a value. */
  private String name(@Nullable Object key) throws IOException {
    String name = key == null ? "null" : keyText(key);
    out.writeFieldName(redacted(name));
    budget -= 4;
    return name;
  }

  private String keyText(Object key) {
    String text = JdkTypes.text(key, policy.settings().maxLength());
    return text != null
        ? text
        : JdkTypes.isNumber(key, policy.settings().maxLength())
            ? key.toString()
            : JdkTypes.name(key);
  }

  /** A member's value: where the name tells that it is secret, neither text nor number. */
  private void named(String name, @Nullable Object value, int depth) throws IOException {
    String secret = SecretDetector.isName(name) ? textOrNumber(value) : null;
    if (secret == null) {
      value(value, depth);
    } else {
      secret(secret);
    }
  }

  /** Passwords are kept in arrays of characters, and keys in arrays of bytes. */
  private @Nullable String textOrNumber(@Nullable Object value) {
    Object shown = objects.unwrapped(value);
    if (shown == null || shown instanceof Boolean || shown instanceof RawJson) {
      return null;
    }
    if (shown instanceof char[] || shown instanceof byte[] || shown instanceof Number) {
      return JdkTypes.name(shown);
    }
    String text = JdkTypes.text(shown, policy.settings().maxLength());
    boolean looked = JdkTypes.isContainer(shown) || objects.form(shown) != null;
    return text != null || looked || !policy.settings().usesToString() ? text : opaque(shown);
  }

  private void secret(String text) throws IOException {
    String shown =
        text.isEmpty() || text.equals(ContentPolicy.MASK)
            ? text
            : policy.settings().redactor().secret(text, Math.max(budget, 1), scan);
    out.writeString(shown);
    budget -= shown.length() + 3;
  }

  private void text(String text) throws IOException {
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

  private void number(Number number) throws IOException {
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
}
