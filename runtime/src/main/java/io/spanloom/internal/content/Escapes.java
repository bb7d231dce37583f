package io.spanloom.internal.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Arrays;

/**
 * The characters of a text that JSON escapes: what they take of a budget, and where they are, so
 * that what lies between them can be copied as it is. Used for one text after the other.
 */
final class Escapes {

  /** Where more than one in so many characters is escaped, copying in pieces does not pay. */
  private static final int SPARSE = 16;

  private static final char[][] WRITTEN = new char['\\' + 1][];

  static {
    for (char character = 0; character < WRITTEN.length; character++) {
      WRITTEN[character] = JsonStringEncoder.getInstance().quoteAsString(String.valueOf(character));
    }
  }

  private int[] places = new int[SPARSE];
  private int count;
  private int length;

  /** How many characters more than itself a character takes at most. */
  static int of(char character) {
    if (character < ' ') {
      return 5;
    }
    return character == '"' || character == '\\' ? 1 : 0;
  }

  /** How many of the text's characters take no more than that room. */
  static int fitting(String text, int room) {
    int used = 0;
    for (int at = 0; at < text.length(); at++) {
      used += 1 + of(text.charAt(at));
      if (used > room) {
        return at;
      }
    }
    return text.length();
  }

  /** Begins another text. */
  void clear() {
    count = 0;
    length = 0;
  }

  /** A character of the text that is escaped, behind those added before. */
  void add(char character, int at) {
    if (count == places.length && at / SPARSE >= count) {
      places = Arrays.copyOf(places, 2 * count);
    }
    if (count < places.length) {
      places[count] = at;
    }
    count++;
    length += of(character);
  }

  /** Looks a whole text through. */
  void addAll(String text) {
    clear();
    for (int at = 0; at < text.length(); at++) {
      if (of(text.charAt(at)) > 0) {
        add(text.charAt(at), at);
      }
    }
  }

  /** How many characters more than itself the text takes at most. */
  int length() {
    return length;
  }

  /** Writes the text as a value. */
  void write(String text, JsonGenerator out) throws IOException {
    if (count > places.length) {
      out.writeString(text);
      return;
    }
    out.writeRawValue("\"");
    int written = 0;
    for (int i = 0; i < count; i++) {
      int at = places[i];
      out.writeRaw(text, written, at - written);
      char[] escape = WRITTEN[text.charAt(at)];
      out.writeRaw(escape, 0, escape.length);
      written = at + 1;
    }
    out.writeRaw(text, written, text.length() - written);
    out.writeRaw('"');
  }
}
