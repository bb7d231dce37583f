package io.spanloom.processor.read;

import io.spanloom.processor.model.JsonSchema;
import io.spanloom.processor.model.JsonSchema.Anything;
import io.spanloom.processor.model.JsonSchema.Decimal;
import io.spanloom.processor.model.JsonSchema.Formed;
import io.spanloom.processor.model.JsonSchema.Letter;
import io.spanloom.processor.model.JsonSchema.Range;
import io.spanloom.processor.model.JsonSchema.Text;
import io.spanloom.processor.model.JsonSchema.Truth;
import io.spanloom.processor.model.JsonSchema.Whole;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * The JSON forms of primitives and of the JDK's value types.
 *
 * <p>JSON Schema's {@code date-time} and {@code time} are those of RFC 3339, with an offset. Local
 * times have none, and would not be parsed with one, so they get a pattern.
 */
final class ValueSchemas {

  private static final String MONTH_DAY = "(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
  private static final String DATE = "\\d{4}-" + MONTH_DAY;
  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";

  /** More than a {@code long} can hold is beyond what many readers of JSON can tell apart. */
  private static final JsonSchema LONG = new Whole(null);

  private static final JsonSchema INT = whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final JsonSchema SHORT = whole(Short.MIN_VALUE, Short.MAX_VALUE);
  private static final JsonSchema BYTE = whole(Byte.MIN_VALUE, Byte.MAX_VALUE);

  private static final Map<String, JsonSchema> BY_NAME = byName();

  private static final Set<String> TEXTUAL_SUPERTYPES =
      Set.of("java.lang.CharSequence", "java.time.ZoneId");

  private final Hierarchy hierarchy;

  ValueSchemas(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  static JsonSchema primitive(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> new Truth();
      case BYTE -> BYTE;
      case SHORT -> SHORT;
      case INT -> INT;
      case LONG -> LONG;
      case CHAR -> new Letter();
      default -> new Decimal();
    };
  }

  /** Bytes as libraries write them into JSON: as text. */
  static JsonSchema bytes() {
    return new Formed("contentEncoding", "base64");
  }

  /** The form of a class that is a value; null if it is none. */
  @Nullable JsonSchema of(DeclaredType type) {
    JsonSchema cached = BY_NAME.get(Hierarchy.name(type));
    if (cached != null) {
      return cached;
    }
    boolean textual =
        TEXTUAL_SUPERTYPES.stream().anyMatch(parent -> hierarchy.isSubtype(type, parent));
    return textual ? new Text() : null;
  }

  private static Map<String, JsonSchema> byName() {
    Map<String, JsonSchema> forms = new HashMap<>();
    addNumbers(forms);
    forms.put("java.lang.Boolean", new Truth());
    forms.put("java.util.concurrent.atomic.AtomicBoolean", new Truth());
    forms.put("java.lang.Character", new Letter());
    for (String text :
        Set.of(
            "java.io.File",
            "java.nio.charset.Charset",
            "java.nio.file.Path",
            "java.util.Currency",
            "java.util.Locale",
            "java.util.TimeZone")) {
      forms.put(text, new Text());
    }
    addFormats(forms);
    addAnything(forms);
    return Map.copyOf(forms);
  }

  private static void addNumbers(Map<String, JsonSchema> forms) {
    forms.put("java.lang.Byte", BYTE);
    forms.put("java.lang.Short", SHORT);
    forms.put("java.lang.Integer", INT);
    forms.put("java.util.concurrent.atomic.AtomicInteger", INT);
    forms.put("java.lang.Long", LONG);
    forms.put("java.util.concurrent.atomic.AtomicLong", LONG);
    forms.put("java.math.BigInteger", new Whole(null));
    forms.put("java.time.Year", new Whole(null));
    for (String number :
        Set.of("java.lang.Float", "java.lang.Double", "java.lang.Number", "java.math.BigDecimal")) {
      forms.put(number, new Decimal());
    }
  }

  private static void addFormats(Map<String, JsonSchema> forms) {
    forms.put("java.time.LocalDate", format("date"));
    forms.put("java.time.Instant", format("date-time"));
    forms.put("java.time.OffsetDateTime", format("date-time"));
    forms.put("java.time.ZonedDateTime", format("date-time"));
    forms.put("java.util.Date", format("date-time"));
    forms.put("java.time.OffsetTime", format("time"));
    forms.put("java.time.Duration", format("duration"));
    forms.put("java.time.Period", format("duration"));
    forms.put("java.util.UUID", format("uuid"));
    forms.put("java.net.URI", format("uri"));
    forms.put("java.net.URL", format("uri"));
    forms.put("java.util.regex.Pattern", format("regex"));
    forms.put("java.time.LocalDateTime", new Formed("pattern", "^" + DATE + "T" + TIME + "$"));
    forms.put("java.time.LocalTime", new Formed("pattern", "^" + TIME + "$"));
    forms.put("java.time.YearMonth", new Formed("pattern", "^\\d{4}-(0[1-9]|1[0-2])$"));
    forms.put("java.time.MonthDay", new Formed("pattern", "^--" + MONTH_DAY + "$"));
  }

  /** Types that stand for whatever JSON was received. */
  private static void addAnything(Map<String, JsonSchema> forms) {
    for (String any :
        Set.of(
            "java.lang.Object",
            "com.fasterxml.jackson.databind.JsonNode",
            "tools.jackson.databind.JsonNode",
            "com.google.gson.JsonElement",
            "jakarta.json.JsonValue")) {
      forms.put(any, new Anything());
    }
  }

  private static JsonSchema format(String name) {
    return new Formed("format", name);
  }

  private static JsonSchema whole(long smallest, long largest) {
    return new Whole(new Range(smallest, largest));
  }
}
