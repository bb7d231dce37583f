package io.spanloom.processor.read;

import static io.spanloom.processor.model.AttributeValue.scalar;

import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.AttributeValue.Conversion;
import io.spanloom.processor.model.AttributeValue.Shape;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Decides how a value of some type becomes an attribute. */
final class ValueReader {

  private static final Map<String, AttributeValue> BY_NAME =
      Map.ofEntries(
          Map.entry("java.lang.String", scalar(AttributeType.STRING, Conversion.NONE)),
          Map.entry("java.lang.Boolean", scalar(AttributeType.BOOLEAN, Conversion.NONE)),
          Map.entry("java.lang.Long", scalar(AttributeType.LONG, Conversion.NONE)),
          Map.entry("java.lang.Double", scalar(AttributeType.DOUBLE, Conversion.NONE)),
          Map.entry("java.lang.Integer", scalar(AttributeType.LONG, Conversion.LONG_VALUE)),
          Map.entry("java.lang.Short", scalar(AttributeType.LONG, Conversion.LONG_VALUE)),
          Map.entry("java.lang.Byte", scalar(AttributeType.LONG, Conversion.LONG_VALUE)),
          Map.entry(
              "java.util.concurrent.atomic.AtomicInteger",
              scalar(AttributeType.LONG, Conversion.LONG_VALUE)),
          Map.entry(
              "java.util.concurrent.atomic.AtomicLong",
              scalar(AttributeType.LONG, Conversion.LONG_VALUE)),
          Map.entry("java.lang.Float", scalar(AttributeType.DOUBLE, Conversion.DOUBLE_VALUE)));

  /** Types of the JDK whose text is their value, beside those of {@code java.time}. */
  private static final Set<String> TEXTUAL =
      Set.of(
          "java.lang.Character",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.net.URI",
          "java.net.URL",
          "java.nio.charset.Charset",
          "java.nio.file.Path",
          "java.util.Currency",
          "java.util.Locale",
          "java.util.UUID");

  private static final Set<String> TEXTUAL_SUPERTYPES =
      Set.of(
          "java.lang.CharSequence",
          "java.time.ZoneId",
          "java.time.temporal.TemporalAccessor",
          "java.time.temporal.TemporalAmount");

  private static final AttributeValue TEXT = scalar(AttributeType.STRING, Conversion.TO_STRING);

  private final Hierarchy hierarchy;

  ValueReader(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** How the type becomes an attribute; null if it cannot. */
  @Nullable AttributeValue attribute(TypeMirror type) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound.getKind() == TypeKind.ARRAY) {
      return array(((ArrayType) bound).getComponentType());
    }
    DeclaredType collection = hierarchy.find(bound, "java.util.Collection");
    if (collection == null) {
      return scalarOf(bound);
    }
    TypeMirror item = Hierarchy.argument(collection);
    return item == null ? null : items(item, Shape.COLLECTION);
  }

  /** How the type becomes an identifier, which is text; null if it cannot. */
  @Nullable AttributeValue identifier(TypeMirror type) {
    AttributeValue natural = scalarOf(TypeReader.upperBound(type));
    if (natural == null || natural.type() == AttributeType.STRING) {
      return natural;
    }
    return type.getKind().isPrimitive() ? scalar(AttributeType.STRING, Conversion.VALUE_OF) : TEXT;
  }

  /** The attribute's value in the type that the conventions ask for, where that loses nothing. */
  static AttributeValue widened(AttributeValue natural, AttributeType wanted, TypeMirror type) {
    if (natural.shape() != Shape.SCALAR) {
      return natural;
    }
    if (natural.type() == AttributeType.STRING && wanted == AttributeType.STRING_ARRAY) {
      return new AttributeValue(wanted, Shape.SINGLETON, natural.conversion());
    }
    if (natural.type() == AttributeType.LONG && wanted == AttributeType.DOUBLE) {
      boolean primitive = type.getKind().isPrimitive();
      return scalar(wanted, primitive ? Conversion.NONE : Conversion.DOUBLE_VALUE);
    }
    return natural;
  }

  private @Nullable AttributeValue array(TypeMirror component) {
    return switch (component.getKind()) {
      case INT, LONG ->
          new AttributeValue(AttributeType.LONG_ARRAY, Shape.STREAMABLE_ARRAY, Conversion.NONE);
      case DOUBLE ->
          new AttributeValue(AttributeType.DOUBLE_ARRAY, Shape.STREAMABLE_ARRAY, Conversion.NONE);
      case SHORT ->
          new AttributeValue(AttributeType.LONG_ARRAY, Shape.PRIMITIVE_ARRAY, Conversion.NONE);
      case FLOAT ->
          new AttributeValue(AttributeType.DOUBLE_ARRAY, Shape.PRIMITIVE_ARRAY, Conversion.NONE);
      case BOOLEAN ->
          new AttributeValue(AttributeType.BOOLEAN_ARRAY, Shape.PRIMITIVE_ARRAY, Conversion.NONE);
      // Bytes are not numbers to anyone who reads a trace, and characters are how passwords are
      // kept.
      case BYTE, CHAR -> null;
      default -> items(component, Shape.ARRAY);
    };
  }

  private @Nullable AttributeValue items(TypeMirror item, Shape shape) {
    AttributeValue scalar = scalarOf(TypeReader.upperBound(item));
    return scalar == null
        ? null
        : new AttributeValue(scalar.type().arrayOf(), shape, scalar.conversion());
  }

  private @Nullable AttributeValue scalarOf(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> scalar(AttributeType.BOOLEAN, Conversion.NONE);
      case BYTE, SHORT, INT, LONG -> scalar(AttributeType.LONG, Conversion.NONE);
      case FLOAT, DOUBLE -> scalar(AttributeType.DOUBLE, Conversion.NONE);
      case CHAR -> scalar(AttributeType.STRING, Conversion.VALUE_OF);
      case DECLARED -> object((DeclaredType) type);
      default -> null;
    };
  }

  private @Nullable AttributeValue object(DeclaredType type) {
    String name = Hierarchy.name(type);
    AttributeValue cached = BY_NAME.get(name);
    if (cached != null) {
      return cached;
    }
    if (type.asElement().getKind() == ElementKind.ENUM || name.equals("java.lang.Enum")) {
      return scalar(AttributeType.STRING, Conversion.NAME);
    }
    boolean textual =
        TEXTUAL.contains(name)
            || TEXTUAL_SUPERTYPES.stream().anyMatch(parent -> hierarchy.isSubtype(type, parent));
    return textual ? TEXT : null;
  }
}
