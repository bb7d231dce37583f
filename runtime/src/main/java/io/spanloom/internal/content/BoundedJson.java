package io.spanloom.internal.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
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
 * may have effects. Writing ends when the budget is used up ({@link JsonBudget}); a container that
 * throws while it is read ends there.
 */
public final class BoundedJson {

  private static final JsonFactory JSON = ForeignJson.FACTORY;
  private static final int MAX_DEPTH = 16;

  private final JsonBudget out;
  private final ContentPolicy policy;
  private final ObjectReading objects;

  private BoundedJson(JsonBudget out, ContentPolicy policy, ObjectReading objects) {
    this.out = out;
    this.policy = policy;
    this.objects = objects;
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
        JsonBudget budget = new JsonBudget(out, policy, nanoTime);
        value.writeTo(new BoundedJson(budget, policy, objects));
      }
      return text.getAndClear();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Begins an array, whose elements are written as long as it {@link #goesOn}. */
  public void startArray() throws IOException {
    out.startArray();
  }

  /** Ends an array. */
  public void endArray() throws IOException {
    out.endArray();
  }

  /** Begins an object. */
  public void startObject() throws IOException {
    out.startObject();
  }

  /** Ends an object. */
  public void endObject() throws IOException {
    out.endObject();
  }

  /** Whether there is room for more. */
  public boolean goesOn() {
    return out.goesOn();
  }

  /** Whether there is room for that many characters. */
  public boolean hasRoom(int characters) {
    return out.hasRoom(characters);
  }

  /** A member that its object must have, however little room there is; {@code null} is a value. */
  public void required(String name, @Nullable Object value) throws IOException {
    out.requiredName(name);
    if (value instanceof Base64Text data) {
      out.base64(data.text());
    } else {
      value(value, 0);
    }
  }

  /** Begins a member that is an array and that its object must have. */
  public void requiredArray(String name) throws IOException {
    out.requiredName(name);
    startArray();
  }

  /** Begins a member that is an array, if there is room for it. */
  public boolean startArray(String name) throws IOException {
    if (!goesOn()) {
      return false;
    }
    out.ownName(name);
    startArray();
    return true;
  }

  /** A member with a value, if it has one and there is room for it. */
  public void member(String name, @Nullable Object value) throws IOException {
    if (value != null && goesOn()) {
      out.ownName(name);
      value(value, 0);
    }
  }

  private void value(@Nullable Object value, int depth) throws IOException {
    if (value instanceof String text) { // most values are
      out.text(text);
      return;
    }
    Object shown = objects.unwrapped(value);
    if (shown == null) {
      out.writeNull();
    } else if (shown instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (shown instanceof RawJson json) {
      new RawJsonCopy(out).copy(json.text());
    } else if (JdkTypes.isNumber(shown, policy.settings().maxLength())) {
      out.number((Number) shown);
    } else if (depth < MAX_DEPTH && JdkTypes.isContainer(shown)) {
      container(shown, depth);
    } else {
      String text = JdkTypes.text(shown, policy.settings().maxLength());
      if (text != null) {
        out.text(text);
      } else {
        ownObject(shown, depth);
      }
    }
  }

  private void ownObject(Object value, int depth) throws IOException {
    ObjectForm form = objects.form(value);
    if (form == null) {
      out.text(opaque(value));
    } else if (depth < MAX_DEPTH && !form.isValue()) {
      members(form, value, depth);
    } else {
      out.text(JdkTypes.name(value)); // its text might tell what it keeps secret
    }
  }

  private void members(ObjectForm form, Object object, int depth) throws IOException {
    startObject();
    for (int i = 0; i < form.members().size() && goesOn(); i++) {
      String name = form.members().get(i);
      Object member = form.isSecret(name) ? ContentPolicy.MASK : objects.read(form, object, i);
      if (member != ObjectReading.UNREADABLE) {
        out.ownName(name);
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
    out.endObject();
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
    out.endArray();
  }

  private void elements(Object array, int depth) throws IOException {
    startArray();
    int length = Array.getLength(array);
    for (int i = 0; i < length && goesOn(); i++) {
      value(Array.get(array, i), depth + 1);
    }
    out.endArray();
  }

  /** A key can be as telling and as long as a value. */
  private String name(@Nullable Object key) throws IOException {
    String name = key == null ? "null" : keyText(key);
    out.name(name);
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
    String secret = SecretNames.isName(name) ? textOrNumber(value) : null;
    if (secret == null) {
      value(value, depth);
    } else {
      out.secret(secret);
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
}
