package io.spanloom.internal.toolcall;

import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.content.ObjectForm;
import io.spanloom.internal.content.ObjectReading;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads digests off the values a tool is executed with, as JSON would say them. */
final class ObjectLeaves {

  private final ObjectReading objects;
  private final Digests digests;
  private final Leaves leaves;

  ObjectLeaves(ObjectReading objects, Digests digests, Leaves leaves) {
    this.objects = objects;
    this.digests = digests;
    this.leaves = leaves;
  }

  /** Adds a value, or the members of an object. */
  void read(@Nullable Object given, long path, int depth) {
    Object value = objects.unwrapped(given);
    if (value == null || !leaves.goesOn(depth)) {
      return;
    }
    ObjectForm form = objects.form(value);
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!leaves.isComplete()) {
          return;
        }
        read(entry.getValue(), digests.path(path, name(entry.getKey())), depth + 1);
      }
    } else if (form != null && !form.isValue()) {
      for (int i = 0; i < form.members().size(); i++) {
        long member = digests.path(path, form.members().get(i));
        read(objects.read(form, value, i), member, depth + 1);
      }
    } else {
      leaf(value, path, depth);
    }
  }

  private void leaf(Object value, long path, int depth) {
    if (!isSayable(value)) {
      leaves.addOpaque(path);
    } else {
      leaves.add(path, leaves.wants(path) ? value(value, depth) : ValueDigest.UNREAD);
    }
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
      return digests.number(value.toString());
    }
    Iterator<?> elements = elements(value);
    if (elements != null) {
      return array(elements, value instanceof Set<?>, depth + 1);
    }
    CharSequence text = text(value);
    return text != null ? digests.text(text) : object(value, depth + 1);
  }

  private ValueDigest array(Iterator<?> elements, boolean isSet, int depth) {
    Digests.Array array = digests.array();
    while (elements.hasNext() && leaves.goesOn(depth)) {
      array.add(value(elements.next(), depth));
    }
    return array.end(isSet);
  }

  private ValueDigest object(Object value, int depth) {
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
      return ValueDigest.OPAQUE;
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
  private static boolean isNumber(Object value) {
    return JdkTypes.isNumber(value, Numbers.MAX_LENGTH);
  }

  /** A text, constant, date or the like as JSON says it. */
  private static @Nullable CharSequence text(Object value) {
    return value instanceof CharSequence text ? text : JdkTypes.text(value, Integer.MAX_VALUE / 4);
  }

  private static @Nullable Iterator<?> elements(Object value) {
    if (value instanceof Collection<?> collection) {
      return collection instanceof List<?> || JdkTypes.isContainer(collection)
          ? collection.iterator()
          : null;
    }
    return value.getClass().isArray()
        ? IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).iterator()
        : null;
  }
}
