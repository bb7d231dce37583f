package io.spanloom.internal.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Hashtable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types of the JDK whose values can be read without running the traced program's code or
 * waiting for it.
 */
public final class JdkTypes {

  private static final ClassValue<Boolean> CONTAINERS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isContainer(type);
        }
      };

  private JdkTypes() {}

  static boolean isJdk(Object value) {
    return isJdk(value.getClass());
  }

  private static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** What an optional holds, nothing being {@code null}; any other value itself. */
  public static @Nullable Object unwrapped(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
    }
    return value == null || value.getClass().getName().charAt(0) != 'j' ? value : jdkHolder(value);
  }

  private static @Nullable Object jdkHolder(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    if (value instanceof AtomicReference<?> reference) {
      return reference.get();
    }
    return value instanceof AtomicBoolean truth ? Boolean.valueOf(truth.get()) : value;
  }

  /** Whether the value is a number of the JDK that can be written out in so many characters. */
  public static boolean isNumber(Object value, int maxLength) {
    if (value instanceof Integer || value instanceof Long || value instanceof Double) {
      return true;
    }
    if (!(value instanceof Number) || !isJdk(value)) {
      return false;
    }
    // To write a huge number takes longer than its length tells: quadratic time.
    if (value instanceof BigInteger integer) {
      return integer.bitLength() <= 3L * maxLength;
    }
    return !(value instanceof BigDecimal decimal)
        || (decimal.precision() <= maxLength && Math.abs((long) decimal.scale()) <= maxLength);
  }

  /** A text, constant, date or the like as text, or {@code null} if the value is none. */
  public static @Nullable String text(Object value, int maxLength) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (!isJdk(value)) {
      return null;
    }
    if (value instanceof CharSequence chars) {
      return chars.subSequence(0, Math.min(chars.length(), 4 * maxLength)).toString();
    }
    if (value instanceof Date date && value.getClass() == Date.class) {
      return date.toInstant().toString();
    }
    return isText(value) ? value.toString() : named(value);
  }

  private static boolean isText(Object value) {
    return (value instanceof Comparable<?> && !(value instanceof Number))
        || value instanceof ZoneId
        || value instanceof Period
        || value instanceof Currency
        || value instanceof URL
        || value instanceof Pattern;
  }

  private static @Nullable String named(Object value) {
    if (value instanceof Locale locale) {
      return locale.toLanguageTag();
    }
    return value instanceof TimeZone zone ? zone.getID() : null;
  }

  /**
   * Whether the value is a map, collection or array that may be looked into. Views of the program's
   * own collections would run its code, and synchronized ones wait for whoever holds their lock.
   */
  public static boolean isContainer(Object value) {
    return CONTAINERS.get(value.getClass());
  }

  private static boolean isContainer(Class<?> type) {
    if (type.isArray()) {
      return true;
    }
    if (!(Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type))
        || !isJdk(type)) {
      return false;
    }
    String name = type.getName();
    return !Vector.class.isAssignableFrom(type)
        && !Hashtable.class.isAssignableFrom(type)
        && !name.startsWith("java.util.Collections$Synchronized")
        && !name.startsWith("java.util.AbstractList$")
        && !name.startsWith("java.util.AbstractMap$");
  }

  /** What stands for a value that is not looked into. */
  public static String name(Object value) {
    return "<" + value.getClass().getTypeName() + ">";
  }
}
