package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.AttributeValue.Conversion;
import io.spanloom.processor.model.AttributeValue.Shape;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.JavaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Writes the expressions that turn values into what the frame takes. */
final class Conversions {

  /** The parameter of a lambda over the items of a collection. */
  static final String ITEM = "item";

  /** The parameter of a lambda over the indexes of an array. */
  static final String INDEX = "index";

  private Conversions() {}

  /** Whether a capture mentions its value more than once, or from a lambda. */
  static boolean readsTwice(Capture capture) {
    AttributeValue attribute = capture.value().attribute();
    return attribute != null && attribute.shape() == Shape.PRIMITIVE_ARRAY;
  }

  /** A value as input: as it is, except that a char would widen to a number. */
  static CodeBlock input(CodeBlock value, JavaType type) {
    return isPrimitive(type, "char") ? CodeBlock.of("$T.valueOf($L)", String.class, value) : value;
  }

  static CodeBlock attribute(AttributeValue attribute, CodeBlock value, JavaType type) {
    return switch (attribute.shape()) {
      case SCALAR -> scalar(attribute.conversion(), value);
      case SINGLETON ->
          CodeBlock.of("$T.of($L)", List.class, scalar(attribute.conversion(), value));
      case COLLECTION -> items(CodeBlock.of("$L.stream()", value), attribute, type);
      case ARRAY -> items(CodeBlock.of("$T.stream($L)", Arrays.class, value), attribute, type);
      case STREAMABLE_ARRAY -> numbers(value, type);
      case PRIMITIVE_ARRAY -> primitives(value, type);
    };
  }

  private static CodeBlock scalar(Conversion conversion, CodeBlock value) {
    return switch (conversion) {
      case NONE, ARGUMENTS -> value;
      case VALUE_OF -> CodeBlock.of("$T.valueOf($L)", String.class, value);
      case TO_STRING -> CodeBlock.of("$L.toString()", value);
      case NAME -> CodeBlock.of("$L.name()", value);
      case LONG_VALUE -> CodeBlock.of("$L.longValue()", value);
      case DOUBLE_VALUE -> CodeBlock.of("$L.doubleValue()", value);
      case DECIMAL_VALUE -> CodeBlock.of("$T.valueOf($L.toString())", Double.class, value);
    };
  }

  private static CodeBlock items(CodeBlock stream, AttributeValue attribute, JavaType type) {
    CodeBlock present = CodeBlock.of("$L.filter($T::nonNull)", stream, Objects.class);
    if (attribute.conversion() != Conversion.NONE) {
      CodeBlock item = scalar(attribute.conversion(), CodeBlock.of(ITEM));
      return CodeBlock.of("$L.map($N -> $L).toList()", present, ITEM, item);
    }
    if (hasWildcard(type)) {
      Class<?> itemType = itemType(attribute);
      return CodeBlock.of("$L.map($T.class::cast).toList()", present, itemType);
    }
    return CodeBlock.of("$L.toList()", present);
  }

  private static CodeBlock numbers(CodeBlock value, JavaType type) {
    String widened = isPrimitive(component(type), "int") ? ".asLongStream()" : "";
    return CodeBlock.of("$T.stream($L)$L.boxed().toList()", Arrays.class, value, widened);
  }

  private static CodeBlock primitives(CodeBlock value, JavaType type) {
    CodeBlock element = CodeBlock.of("$L[$N]", value, INDEX);
    if (isPrimitive(component(type), "short")) {
      element = CodeBlock.of("(long) $L", element);
    } else if (isPrimitive(component(type), "float")) {
      element = CodeBlock.of("$T.valueOf($T.toString($L))", Double.class, Float.class, element);
    }
    return CodeBlock.of(
        "$T.range(0, $L.length).mapToObj($N -> $L).toList()",
        IntStream.class,
        value,
        INDEX,
        element);
  }

  private static Class<?> itemType(AttributeValue attribute) {
    return switch (attribute.type()) {
      case LONG_ARRAY -> Long.class;
      case DOUBLE_ARRAY -> Double.class;
      case BOOLEAN_ARRAY -> Boolean.class;
      default -> String.class;
    };
  }

  private static boolean hasWildcard(JavaType type) {
    return type instanceof JavaType.Declared declared
        && declared.typeArguments().stream().anyMatch(JavaType.Wildcard.class::isInstance);
  }

  private static boolean isPrimitive(JavaType type, String keyword) {
    return type instanceof JavaType.Primitive primitive && primitive.keyword().equals(keyword);
  }

  private static JavaType component(JavaType type) {
    return ((JavaType.Array) type).component();
  }
}
