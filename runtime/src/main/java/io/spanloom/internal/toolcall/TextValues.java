package io.spanloom.internal.toolcall;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values that are written as text in more than one way (ISO 8601, RFC 4122): times with and without
 * seconds, instants at any offset, durations, UUIDs in capitals.
 */
final class TextValues {

  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 80;
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 5;
  private static final int UUID_LENGTH = 36;

  private static final String TIME = "99:99";
  private static final String DATE = "9999-99-99";

  private TextValues() {}

  /** One text for all ways to write the value; {@code null} if the text is no such value. */
  static @Nullable String canonical(CharSequence text) {
    if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
      return null; // as nearly all texts
    }
    try {
      if (text.length() == UUID_LENGTH && isUuid(text)) {
        return text.toString().toLowerCase(Locale.ROOT);
      }
      if (looksLike("PT9", text, 0)) {
        return Duration.parse(text).toString();
      }
      return looksLike(TIME, text, 0) ? timeOfDay(text) : dateAndTime(text);
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static @Nullable String dateAndTime(CharSequence text) {
    int time = DATE_LENGTH + 1;
    if (!looksLike(DATE, text, 0) || !looksLike(TIME, text, time)) {
      return null;
    }
    char separator = text.charAt(DATE_LENGTH);
    int end = timeEnd(text, time);
    if ((separator != 'T' && separator != 't' && separator != ' ') || end < 0) {
      return null;
    }
    LocalDateTime local =
        LocalDateTime.parse(text.subSequence(0, DATE_LENGTH) + "T" + text.subSequence(time, end));
    String offset = offset(text, end);
    if (offset == null) {
      return null;
    }
    return offset.isEmpty() ? local.toString() : local.toInstant(ZoneOffset.of(offset)).toString();
  }

  private static @Nullable String timeOfDay(CharSequence text) {
    int end = timeEnd(text, 0);
    String offset = end < 0 ? null : offset(text, end);
    if (offset == null) {
      return null;
    }
    String time = LocalTime.parse(text.subSequence(0, end)).toString();
    return offset.isEmpty() ? time : time + ZoneOffset.of(offset);
  }

  /** Where the seconds and their fraction end; negative if they are none. */
  private static int timeEnd(CharSequence text, int start) {
    int end = start + TIME_LENGTH;
    if (looksLike(":99", text, end)) {
      end += 3;
      if (looksLike(".9", text, end)) {
        int fraction = end + 1;
        end = fraction;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        return end - fraction > 9 ? -1 : end;
      }
    }
    return end;
  }

  /** The offset, a zone's name left out; empty for none, {@code null} if the rest is another. */
  private static @Nullable String offset(CharSequence text, int start) {
    String rest = text.subSequence(start, text.length()).toString();
    int zone = rest.endsWith("]") ? rest.indexOf('[') : -1;
    String offset = zone < 0 ? rest : rest.substring(0, zone);
    boolean isOffset =
        offset.isEmpty()
            || offset.equalsIgnoreCase("Z")
            || offset.charAt(0) == '+'
            || offset.charAt(0) == '-';
    return isOffset ? offset.toUpperCase(Locale.ROOT) : null;
  }

  private static boolean isUuid(CharSequence text) {
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char character = text.charAt(i);
      if (dash ? character != '-' : Character.digit(character, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text has the form at a position: digits where the form has nines. */
  private static boolean looksLike(String form, CharSequence text, int start) {
    if (start + form.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char wanted = form.charAt(i);
      char found = text.charAt(start + i);
      if (wanted == '9' ? !isDigit(found) : wanted != found) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
