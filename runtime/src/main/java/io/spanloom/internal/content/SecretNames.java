package io.spanloom.internal.content;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that call what they stand for secret, in the languages and spellings in use. */
final class SecretNames {

  /** What goes by a name. */
  enum Kind {
    /** Chosen by people: a word will do. */
    PASSWORD,
    /** Words that people choose. */
    PASSPHRASE,
    /** Made by machines: letters and digits mostly. */
    SECRET,
    /** The same; what a model reads and writes are tokens too, and they are words. */
    TOKEN,
    /** Few digits. */
    CODE,
    /** A signature in a URL. */
    SIGNATURE,
    /** The header of a request. */
    AUTHORIZATION,
    /** The header of a request or response. */
    COOKIE,
    /** "value", whose name is said before. */
    VALUE
  }

  /** A name in lower case without separators; a whole one is not the end of a longer word. */
  private record Name(String word, Kind kind, boolean whole) {}

  private static final int SHORTEST = 2;
  private static final int LETTERS = 26;
  private static final Name[] NONE = {};

  /** By the last two letters, which rule out nearly all other names. */
  private static final Name[][] BY_LAST = new Name[LETTERS * LETTERS][];

  /** Which letters may stand before those two, one bit each; they rule out most of the rest. */
  private static final int[] THIRD_LAST = new int[LETTERS * LETTERS];

  private static final Map<Character, Name[]> BY_LAST_FOREIGN = new HashMap<>();

  static {
    Arrays.fill(BY_LAST, NONE);
    add(
        Kind.PASSWORD,
        false,
        "password passwd pwd passcode passwort kennwort motdepasse contrasena contraseña wachtwoord"
            + " lösenord losenord passord adgangskode kodeord salasana heslo hasło haslo jelszó"
            + " jelszo şifre sifre lozinka katasandi mậtkhẩu пароль пароля парола 密码 密碼 口令 パスワード"
            + " 비밀번호 암호 รหัสผ่าน पासवर्ड كلمةالمرور كلمةالسر סיסמה סיסמא κωδικόςπρόσβασης"
            + " passwordconfirmation passwordconfirm confirmpassword rootpw");
    add(Kind.PASSWORD, true, "pass pw senha parola parole psk mdp geslo kennung clave");
    add(Kind.PASSPHRASE, false, "passphrase seedphrase mnemonic recoveryphrase");
    add(
        Kind.SECRET,
        false,
        "secret apikey accesskey secretkey privatekey authkey encryptionkey signingkey masterkey"
            + " sharedkey accountkey subscriptionkey storagekey adminkey clientkey hmackey"
            + " consumerkey functionskey rolekey deploykey servicekey licensekey webhooksecret 密钥"
            + " 秘密鍵 apiキー clésecrète clésecrete clésapi cléapi amzsignature");
    add(Kind.TOKEN, false, "token 令牌 トークン токен 토큰");
    add(Kind.CODE, true, "cvv cvc cvv2 cvc2 otp pin pincode onetimecode");
    add(Kind.SIGNATURE, true, "sig");
    add(Kind.AUTHORIZATION, false, "authorization authorisation");
    add(Kind.COOKIE, false, "cookie");
    add(Kind.SECRET, false, "jsessionid phpsessid sessid connectsid");
    add(Kind.VALUE, true, "value");
  }

  private SecretNames() {}

  private static void add(Kind kind, boolean whole, String words) {
    for (String word : words.split(" ", -1)) {
      Name name = new Name(word, kind, whole);
      char last = word.charAt(word.length() - 1);
      int index = index(word.charAt(word.length() - 2), last);
      if (index >= 0) {
        BY_LAST[index] = with(BY_LAST[index], name);
        THIRD_LAST[index] |= word.length() > SHORTEST ? bit(word.charAt(word.length() - 3)) : -1;
      } else {
        BY_LAST_FOREIGN.merge(last, new Name[] {name}, (all, one) -> with(all, one[0]));
      }
    }
  }

  /** The place of two letters in any case, or -1 if they are not of the Latin alphabet. */
  private static int index(char before, char last) {
    int first = (before | 0x20) - 'a';
    int second = (last | 0x20) - 'a';
    boolean letters = first >= 0 && first < LETTERS && second >= 0 && second < LETTERS;
    return letters ? first * LETTERS + second : -1;
  }

  /** A letter's bit, or all for what is none of the Latin alphabet. */
  private static int bit(char character) {
    int letter = (character | 0x20) - 'a';
    return letter >= 0 && letter < LETTERS ? 1 << letter : -1;
  }

  private static Name[] with(Name[] all, Name one) {
    Name[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = one;
    return more;
  }

  /** Whether what goes by the name alone is secret, whatever it looks like; few are. */
  static boolean isName(String name) {
    if (name.length() < SHORTEST) {
      return false;
    }
    Kind kind = of(name, name.length());
    return kind != null && kind != Kind.CODE && kind != Kind.SIGNATURE && kind != Kind.VALUE;
  }

  /** The kind of the longest name that ends at a position, or {@code null} if none does. */
  static @Nullable Kind of(CharSequence text, int end) {
    int last = end - 1;
    // password2 and PASSWORD_1
    while (last > 0 && end - last <= 2 && Texts.isDigit(text.charAt(last))) {
      last--;
    }
    if (last < end - 1 && last > 0 && Texts.isAt(text, last, '_')) {
      last--;
    }
    if (last < 1 || !mayEnd(text, last + 1)) {
      return null;
    }
    Name[] names = names(text.charAt(last - 1), text.charAt(last));
    for (Name name : names) {
      int start = start(text, last + 1, name.word());
      if (start >= 0 && (!name.whole() || startsName(text, start))) {
        return name.kind();
      }
    }
    return null;
  }

  /** Whether the last three letters may be those of a name, if they are of the Latin alphabet. */
  static boolean mayEnd(CharSequence text, int end) {
    int index = end > 1 ? index(text.charAt(end - 2), text.charAt(end - 1)) : -1;
    if (index < 0 || THIRD_LAST[index] == 0) {
      return index < 0;
    }
    int third = end - 3;
    if (third > 0 && isJoint(text.charAt(third))) {
      third--;
    }
    return third < 0 || (THIRD_LAST[index] & bit(text.charAt(third))) != 0;
  }

  private static Name[] names(char before, char last) {
    int index = index(before, last);
    if (index >= 0) {
      return BY_LAST[index];
    }
    boolean latin = last < 128 && before < 128;
    return latin ? NONE : BY_LAST_FOREIGN.getOrDefault(Character.toLowerCase(last), NONE);
  }

  /** Where a word starts that ends at a position, its parts joined or not, or -1. */
  private static int start(CharSequence text, int end, String word) {
    int at = end;
    for (int i = word.length() - 1; i >= 0; i--) {
      at--;
      if (at < 0) {
        return -1;
      }
      char character = text.charAt(at);
      if (lower(character) == word.charAt(i)) {
        continue;
      }
      boolean joint = i < word.length() - 1 && isJoint(character) && at > 0;
      if (!joint || lower(text.charAt(--at)) != word.charAt(i)) {
        return -1;
      }
    }
    return at;
  }

  private static boolean isJoint(char character) {
    return character == '_' || character == '-' || character == ' ' || character == '.';
  }

  private static char lower(char character) {
    return character >= 128
        ? Character.toLowerCase(character)
        : Texts.isUpper(character) ? (char) (character | 0x20) : character;
  }

  private static boolean startsName(CharSequence text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    boolean hump = Texts.isUpper(text.charAt(start)) && !Texts.isUpper(before);
    return !Character.isLetterOrDigit(before) || hump;
  }
}
