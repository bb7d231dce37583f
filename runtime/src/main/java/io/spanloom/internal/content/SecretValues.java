package io.spanloom.internal.content;

import io.spanloom.internal.content.SecretNames.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Tells values that are secrets from what else stands behind such a name: types, variables,
 * placeholders, prose.
 */
final class SecretValues {

  /** How a value stands behind its name. */
  enum Place {
    /** In quotes, or between the tags of an element. */
    QUOTED,
    /** Behind an equals sign, without blanks. */
    JOINED,
    /** Behind a sign and a blank, or on a command line. */
    LOOSE
  }

  private static final int LONGEST_QUOTED = 128;
  private static final int LONGEST_SEEN = 64;
  private static final int SHORTEST_PASSWORD = 4;
  private static final int SHORTEST_SECRET = 8;
  private static final int SHORTEST_QUOTED = 6;
  private static final int LONG_WORD = 12;
  private static final int LONGEST_WORD = 16;
  private static final int SIGNATURE = 20;

  /** What is said of secrets, and what stands for them in code. */
  private static final Set<String> NO_SECRETS =
      words(
          "none null nil undefined true false yes no required optional string str text char chars"
              + " bytes byte any object nullable secretstr varchar int integer number boolean bool"
              + " value input data result self this args ctx form request getpass prompt user"
              + " username next password passwd pwd token secret key missing invalid incorrect"
              + " wrong expired valid changed reset unset empty blank hidden masked redacted"
              + " removed encrypted hashed protected enabled disabled unknown forgotten rejected"
              + " accepted default field type name length count limit must should the your enter"
              + " change options config settings env secrets todo tbd required. n/a na new old same"
              + " authentication authorization generated revoked rotated refreshed provided see"
              + " stored securestring charsequence sequence word weak strong short long ok error"
              + " failed success here");

  private static final Set<String> PROSE =
      words(
          "the is be must your should for to of a an at least not required in are was will may can"
              + " you it and or with from that this please has have if when use");

  private SecretValues() {}

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ", -1)));
  }

  /** Where the secret ends that starts here, or -1 if it is none. */
  static int end(CharSequence text, int start, Kind kind, Place place, char quote) {
    if (isPlaceholder(text, start)) {
      return -1;
    }
    if (place == Place.QUOTED) {
      int closing = closing(text, start, quote);
      if (closing > start && contains(text, start, closing, ' ')) {
        return isPhrase(text, start, closing, kind) ? closing : -1;
      }
    }
    // What is no secret is read so far only, for the next name may stand in it.
    int end = partEnd(text, start, start + LONGEST_SEEN);
    return end > start && isSecret(text, start, end, kind, place)
        ? partEnd(text, end, text.length())
        : -1;
  }

  /** Where a value ends, at the limit at the latest. */
  static int partEnd(CharSequence text, int from, int limit) {
    int end = from;
    int last = Math.min(limit, text.length());
    while (end < last && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** A value stops where a list, a call, a quotation or a tag goes on. */
  static boolean isPart(char character) {
    return character > ' '
        && !Texts.isSpace(character)
        && "\"'`\\,;&()[]{}<>“”»、。".indexOf(character) < 0;
  }

  private static boolean isSecret(CharSequence text, int start, int end, Kind kind, Place place) {
    int word = end;
    while (word > start && ".!?:".indexOf(text.charAt(word - 1)) >= 0) {
      word--;
    }
    Look look = Look.at(text, start, Math.min(word, start + LONGEST_QUOTED));
    if (end == word && place != Place.QUOTED && isCode(text, end)) {
      return false;
    }
    if (kind == Kind.CODE) {
      return look.digits == word - start && word - start >= 3 && word - start <= 8;
    }
    if (kind == Kind.SIGNATURE) {
      return end - start >= SIGNATURE;
    }
    if (word == start || isStopped(text, start, word) || look.isReference()) {
      return false;
    }
    boolean ends = place != Place.LOOSE || endsStatement(text, word, end);
    boolean plain = ends && look.isWordOf(shortestWord(kind, place));
    boolean chosen = kind == Kind.PASSWORD || kind == Kind.PASSPHRASE;
    return plain || (chosen ? look.isPassword() : look.isOpaque());
  }

  private static int shortestWord(Kind kind, Place place) {
    if (kind == Kind.PASSWORD || kind == Kind.PASSPHRASE) {
      return place == Place.QUOTED ? 1 : SHORTEST_PASSWORD;
    }
    if (kind == Kind.TOKEN) {
      return place == Place.JOINED ? LONG_WORD : LONGEST_WORD;
    }
    return place == Place.QUOTED ? SHORTEST_QUOTED : SHORTEST_SECRET;
  }

  /** A call, an index, a declaration. */
  private static boolean isCode(CharSequence text, int end) {
    char next = end < text.length() ? text.charAt(end) : ' ';
    boolean type = end + 1 < text.length() && Texts.isUpper(text.charAt(end + 1));
    return next == '(' || next == '[' || (next == '<' && (type || Texts.isAt(text, end, "<>")));
  }

  private static boolean isStopped(CharSequence text, int start, int end) {
    return end - start <= "authentication".length() && NO_SECRETS.contains(lower(text, start, end));
  }

  private static String lower(CharSequence text, int start, int end) {
    return text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
  }

  /** Whether no other word follows, which would make a sentence of it. */
  private static boolean endsStatement(CharSequence text, int word, int end) {
    if (word < end) {
      return true;
    }
    int next = Texts.skipSpaces(text, end, 2);
    return next >= text.length()
        || (next == end
            ? text.charAt(next) != '('
            : "-|&/#\"')]}\r\n".indexOf(text.charAt(next)) >= 0);
  }

  /** What stands where a secret goes in: a variable, stars, words in brackets. */
  private static boolean isPlaceholder(CharSequence text, int start) {
    if (start >= text.length()) {
      return true;
    }
    char first = text.charAt(start);
    char second = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
    return switch (first) {
      case '$' -> second == '{' || second == '(' || Texts.isUpper(second) || second == '_';
      case '%' ->
          second == '('
              || (second == 's' && Texts.endsWord(text, start + 2))
              || isVariable(text, start);
      case '{', '<', '[', '(' -> true;
      case '!' -> isName(text, start + 1);
      case '@', ':', '?' -> !Texts.isAlphanumeric(second) || isName(text, start + 1);
      case '*', '•', '…', '.', '#', '●', '-', '█' -> second == first;
      case '_' -> Texts.isAt(text, start, ContentPolicy.MASK);
      case 'x', 'X' -> Texts.isAtIgnoringCase(text, start, "xxxx");
      case 'y', 'Y' ->
          Texts.isAtIgnoringCase(text, start, "your")
              && !Character.isDigit(second)
              && start + 4 < text.length()
              && "-_ ".indexOf(text.charAt(start + 4)) >= 0;
      default -> false;
    };
  }

  /** {@code %PASSWORD%}. */
  private static boolean isVariable(CharSequence text, int start) {
    int end = start + 1;
    while (end - start < 32
        && end < text.length()
        && (Texts.isUpper(text.charAt(end)) || Texts.isAt(text, end, '_'))) {
      end++;
    }
    return end > start + 1 && Texts.isAt(text, end, '%');
  }

  /** A parameter of a statement, as in {@code password = :password}. */
  private static boolean isName(CharSequence text, int start) {
    int end = start;
    while (end - start < 32
        && end < text.length()
        && (Texts.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end > start && (end >= text.length() || !isPart(text.charAt(end)));
  }

  private static int closing(CharSequence text, int start, char quote) {
    int last = Math.min(text.length(), start + LONGEST_QUOTED);
    for (int at = start; at < last; at++) {
      char character = text.charAt(at);
      if (character == quote || character == '\n' || (character == '\\' && quote != '\\')) {
        return character == '\n' ? -1 : at;
      }
    }
    return -1;
  }

  private static boolean contains(CharSequence text, int start, int end, char wanted) {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Words that people choose, and no sentence about them. */
  static boolean isPhrase(CharSequence text, int start, int end, Kind kind) {
    if (kind != Kind.PASSPHRASE && kind != Kind.PASSWORD) {
      return false;
    }
    int word = start;
    for (int at = start; at <= end; at++) {
      if (at < end && text.charAt(at) != ' ') {
        continue;
      }
      if (at - word <= 8 && PROSE.contains(lower(text, word, at))) {
        return false;
      }
      word = at + 1;
    }
    return true;
  }
}
