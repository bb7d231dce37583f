package io.spanloom.internal.toolcall;

import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.content.ObjectForm;
import io.spanloom.internal.content.ObjectReading;
import io.spanloom.internal.content.RawJson;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.CharBuffer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads digests off the values a tool is executed with, as JSON would say them. */
final class ObjectLeaves {

  /** So many characters any floating point number can have and still say all its digits. */
  private static final int FLOAT_DIGITS = 7;

  private static final int DOUBLE_DIGITS = 15;

  private final ObjectReading objects;
  private final Digests digests;
  private final Leaves leaves;

  ObjectLeaves(ObjectReading objects, Digests digests, Leaves leaves) {
    this.objects = objects;
    this.digests = digests;
    this.leaves = leaves;
  }

  /**
   * Adds a value, or the members of an object.
   *
   * @param parent the path of the object that the value is a member of
   */
  void read(@Nullable Object given, long path, long parent, int depth) {
    Object value = objects.unwrapped(given);
    if (value == null) {
      leaves.addAbsent(path);
      return;
    }
    if (!leaves.goesOn(depth)) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      leaves.addObject(path, /* declared= */ false);
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!leaves.isComplete()) {
          return;
        }
        read(entry.getValue(), digests.path(path, name(entry.getKey())), path, depth + 1);
      }
      return;
    }
    ObjectForm form = objects.form(value);
    if (form != null && !form.isValue()) {
      leaves.addObject(path, /* declared= */ true);
      for (int i = 0; i < form.members().size(); i++) {
        long member = digests.path(path, form.members().get(i));
        read(objects.read(form, value, i), member, path, depth + 1);
      }
    } else if (value instanceof RawJson json) {
      json(json, path, parent, depth);
    } else {
      leaf(value, path, parent, depth);
    }
  }

  private void json(RawJson json, long path, long parent, int depth) {
    try {
      JsonLeaves.read(json.text(), digests, leaves, path, parent, depth);
    } catch (IOException malformed) {
      leaves.add(path, parent, digests.opaque(json));
    }
  }

  private void leaf(Object value, long path, long parent, int depth) {
    ValueDigest digest =
        !isSayable(value)
            ? digests.opaque(value)
            : leaves.wants(path) ? value(value, depth) : ValueDigest.UNREAD;
    leaves.add(path, parent, digest);
  }

  private boolean isSayable(Object value) {
    return isNumber(value)
        || value instanceof Boolean
        || elements(value) != null
        || text(value) != null;
  }

  private ValueDigest value(@Nullable Object given, int depth) {
    Object value = objects.unwrapped(given);
    if (value == null) {
      return digests.nothing();
    }
    if (value instanceof Boolean truth) {
      return digests.truth(truth);
    }
    if (isNumber(value)) {
      return number(value);
    }
    if (value instanceof Enum<?> constant) {
      return digests.constant(constant);
    }
    if (value instanceof byte[] bytes) {
      return leaves.goesOn(depth, bytes.length) ? digests.bytes(bytes) : ValueDigest.UNREAD;
    }
    Iterator<?> elements = elements(value);
    if (elements != null) {
      return array(elements, value instanceof Set<?>, depth + 1);
    }
    CharSequence text = text(value);
    if (text == null) {
      return object(value, depth + 1);
    }
    ValueDigest digest = digests.text(text);
    return value instanceof Locale ? digest.spelt(ValueDigest.Spelling.OWN) : digest;
  }

  private ValueDigest array(Iterator<?> elements, boolean isSet, int depth) {
    Digests.Array array = digests.array();
    while (elements.hasNext() && leaves.goesOn(depth)) {
      array.add(value(elements.next(), depth));
    }
    return array.end(isSet);
  }

  private ValueDigest object(Object value, int depth) {
    if (value instanceof RawJson json) {
      return JsonLeaves.value(json.text(), digests, leaves, depth);
    }
    ObjectForm form = objects.form(value);
    Digests.NestedObject object = digests.object();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!leaves.goesOn(depth)) {
          break;
        }
        member(object, name(entry.getKey()), entry.getValue(), depth);
      }
    } else if (form != null && !form.isValue()) {
      for (int i = 0; i < form.members().size() && leaves.goesOn(depth); i++) {
        member(object, form.members().get(i), objects.read(form, value, i), depth);
      }
    } else {
      return digests.opaque(value);
    }
    return object.end();
  }

  private void member(Digests.NestedObject object, String name, @Nullable Object given, int depth) {
    Object value = objects.unwrapped(given);
    if (value != null) {
      object.add(name, value(value, depth));
    }
  }

  private static String name(@Nullable Object key) {
    CharSequence text = key == null ? null : text(key);
    return text != null ? text.toString() : key != null && isNumber(key) ? key.toString() : "null";
  }

  /** Not longer than what is compared as a number. */
  /**
   * A number. A model may say more digits than a floating point number holds: of one that is full
   * of digits it is not known which number was meant.
   */
  private ValueDigest number(Object value) {
    String written = value.toString();
    ValueDigest digest = digests.number(written);
    boolean full =
        (value instanceof Float && written.length() > FLOAT_DIGITS)
            || (value instanceof Double && written.length() > DOUBLE_DIGITS);
    return full ? digest.spelt(ValueDigest.Spelling.OWN) : digest;
  }

  private static boolean isNumber(Object value) {
    return JdkTypes.isNumber(value, Numbers.MAX_LENGTH);
  }

  /** A text, constant, date or the like as JSON says it. */
  private static @Nullable CharSequence text(Object value) {
    if (value instanceof char[] characters) {
      return CharBuffer.wrap(characters);
    }
    return value instanceof CharSequence text ? text : JdkTypes.text(value, Integer.MAX_VALUE / 4);
  }

  private static @Nullable Iterator<?> elements(Object value) {
    if (value instanceof Collection<?> collection) {
      return collection instanceof List<?> || JdkTypes.isContainer(collection)
          ? collection.iterator()
          : null;
    }
    return value.getClass().isArray() && !(value instanceof char[])
        ? IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).iterator()
        : null;
  }
}
