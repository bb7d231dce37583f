package io.spanloom.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a message what it quotes of known texts.
 *
 * <p>A passage of {@value #PASSAGE} characters or more counts as quoted wherever it stands in a
 * known text; a known text shorter than that, from {@value #SHORTEST} characters on, where it
 * stands as a whole. The work is linear in the lengths of all texts, and bounded.
 */
public final class Quotations {

  /** What stands for a quotation. */
  public static final String MARK = "[CONTENT]";

  static final int PASSAGE = 12;
  static final int SHORTEST = 3;

  private static final int MAX_TEXTS = 256;
  private static final int MAX_CHARACTERS = 1 << 18;
  private static final int MAX_DEPTH = 8;
  private static final int MAX_VALUES = 1 << 12;
  private static final int BASE = 31;

  private final List<String> known = new ArrayList<>();
  private int characters;
  private int values;

  /** Adds a text, or the texts in a collection or map of the JDK; other values have none. */
  public void know(@Nullable Object value) {
    know(value, ObjectReading.NONE);
  }

  /** As the other one, with the texts in objects of the program's own. */
  public void know(@Nullable Object value, ObjectReading objects) {
    know(value, objects, 0);
  }

  private void know(@Nullable Object given, ObjectReading objects, int depth) {
    Object value = objects.unwrapped(given);
    if (known.size() >= MAX_TEXTS || characters >= MAX_CHARACTERS || ++values > MAX_VALUES) {
      return;
    }
    if (value instanceof String text) {
      String head = Texts.cut(text, MAX_CHARACTERS - characters);
      characters += head.length();
      known.add(head);
    } else if (depth < MAX_DEPTH && value instanceof Map<?, ?> map && JdkTypes.isContainer(map)) {
      knowAll(map.values(), objects, depth);
    } else if (depth < MAX_DEPTH
        && value instanceof Collection<?> collection
        && JdkTypes.isContainer(collection)) {
      knowAll(collection, objects, depth);
    } else if (depth < MAX_DEPTH && value instanceof Object[] array) {
      knowAll(Arrays.asList(array), objects, depth);
    } else if (depth < MAX_DEPTH && value != null) {
      knowMembers(value, objects, depth);
    }
  }

  private void knowMembers(Object object, ObjectReading objects, int depth) {
    ObjectForm form = objects.form(object);
    for (int i = 0; form != null && i < form.members().size(); i++) {
      know(objects.read(form, object, i), objects, depth + 1);
    }
  }

  private void knowAll(Collection<?> values, ObjectReading objects, int depth) {
    int count = 0;
    for (Object value : values) {
      if (count++ >= MAX_TEXTS) {
        return;
      }
      know(value, objects, depth + 1);
    }
  }

  /** The message with {@value #MARK} for each quotation. */
  public String cutFrom(String message) {
    BitSet quoted = new BitSet();
    Map<Integer, List<Integer>> passages = passages(message);
    for (String text : known) {
      if (text.length() >= PASSAGE) {
        markPassages(text, passages, quoted);
      } else if (text.length() >= SHORTEST) {
        markWhole(message, text, quoted);
      }
    }
    return quoted.isEmpty() ? message : replace(message, quoted);
  }

  /** Where the passages of a text start, by their hashes. */
  private static Map<Integer, List<Integer>> passages(String text) {
    Map<Integer, List<Integer>> starts = new HashMap<>();
    RollingHash hash = new RollingHash(text);
    while (hash.next()) {
      starts.computeIfAbsent(hash.value(), none -> new ArrayList<>(1)).add(hash.start());
    }
    return starts;
  }

  /**
   * Each passage is marked once; equal hashes of unlike passages hide too much, never too little.
   */
  private static void markPassages(
      String text, Map<Integer, List<Integer>> passages, BitSet quoted) {
    RollingHash hash = new RollingHash(text);
    while (hash.next() && !passages.isEmpty()) {
      List<Integer> starts = passages.remove(hash.value());
      if (starts != null) {
        starts.forEach(start -> quoted.set(start, start + PASSAGE));
      }
    }
  }

  private static void markWhole(String message, String text, BitSet quoted) {
    int at = message.indexOf(text);
    while (at >= 0) {
      int end = at + text.length();
      if (Texts.startsWord(message, at) && Texts.endsWord(message, end)) {
        quoted.set(at, end);
      }
      at = message.indexOf(text, at + 1);
    }
  }

  /** Words that are quoted in part go as a whole. */
  private static String replace(String message, BitSet quoted) {
    StringBuilder shown = new StringBuilder(message.length());
    int kept = 0;
    int start = quoted.nextSetBit(0);
    while (start >= 0) {
      int end = quoted.nextClearBit(start);
      while (start > kept && isLetterOrDigit(message, start - 1)) {
        start--;
      }
      while (end < message.length() && isLetterOrDigit(message, end)) {
        end++;
      }
      shown.append(message, kept, start).append(MARK);
      kept = end;
      start = quoted.nextSetBit(end);
    }
    return shown.append(message, kept, message.length()).toString();
  }

  private static boolean isLetterOrDigit(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || Character.isSurrogate(text.charAt(at));
  }

  /** The hash of each passage of a text, from the one before (Rabin and Karp). */
  private static final class RollingHash {

    private static final int LEAVING = power();

    private final String text;
    private int start = -1;
    private int value;

    RollingHash(String text) {
      this.text = text;
    }

    boolean next() {
      start++;
      if (start + PASSAGE > text.length()) {
        return false;
      }
      if (start == 0) {
        for (int i = 0; i < PASSAGE; i++) {
          value = value * BASE + text.charAt(i);
        }
      } else {
        value = value - text.charAt(start - 1) * LEAVING;
        value = value * BASE + text.charAt(start + PASSAGE - 1);
      }
      return true;
    }

    int start() {
      return start;
    }

    int value() {
      return value;
    }

    private static int power() {
      int power = 1;
      for (int i = 1; i < PASSAGE; i++) {
        power *= BASE;
      }
      return power;
    }
  }
}
