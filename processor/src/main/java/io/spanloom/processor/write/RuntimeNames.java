package io.spanloom.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.spanloom.processor.model.AttributeType;
import java.util.List;

/** The names that generated code uses of Spanloom's runtime, AspectJ and OpenTelemetry. */
final class RuntimeNames {

  static final ClassName FRAME = ClassName.get("io.spanloom.internal.advice", "Frame");
  static final ClassName DOCUMENTS = ClassName.get("io.spanloom.internal.advice", "Documents");
  static final ClassName DOCUMENT_FIELDS =
      ClassName.get("io.spanloom.internal.documents", "DocumentFields");
  static final ClassName EMBEDDINGS = ClassName.get("io.spanloom.internal.advice", "Embeddings");
  static final ClassName OBJECT_FORMS =
      ClassName.get("io.spanloom.internal.content", "ObjectForms");
  static final ClassName SPAN_SPEC = ClassName.get("io.spanloom.internal.advice", "SpanSpec");
  static final ClassName ATTRIBUTE_SLOT =
      ClassName.get("io.spanloom.internal.capture", "AttributeSlot");
  static final ClassName ATTRIBUTE_KEY =
      ClassName.get("io.opentelemetry.api.common", "AttributeKey");
  static final ClassName ASPECT = ClassName.get("org.aspectj.lang.annotation", "Aspect");
  static final ClassName AROUND = ClassName.get("org.aspectj.lang.annotation", "Around");
  static final ClassName PROCEEDING_JOIN_POINT =
      ClassName.get("org.aspectj.lang", "ProceedingJoinPoint");
  static final ClassName BEFORE = ClassName.get("org.aspectj.lang.annotation", "Before");
  static final ClassName AFTER_RETURNING =
      ClassName.get("org.aspectj.lang.annotation", "AfterReturning");
  static final ClassName AFTER_THROWING =
      ClassName.get("org.aspectj.lang.annotation", "AfterThrowing");
  static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

  private RuntimeNames() {}

  /** The type of the constant that stands for an attribute. */
  static TypeName slot(AttributeType type) {
    return ParameterizedTypeName.get(ATTRIBUTE_SLOT, valueType(type));
  }

  /** The method of {@code AttributeKey} that makes a key of the type. */
  static String keyFactory(AttributeType type) {
    return switch (type) {
      case STRING -> "stringKey";
      case LONG -> "longKey";
      case DOUBLE -> "doubleKey";
      case BOOLEAN -> "booleanKey";
      case STRING_ARRAY -> "stringArrayKey";
      case LONG_ARRAY -> "longArrayKey";
      case DOUBLE_ARRAY -> "doubleArrayKey";
      case BOOLEAN_ARRAY -> "booleanArrayKey";
    };
  }

  private static TypeName valueType(AttributeType type) {
    return switch (type) {
      case STRING -> ClassName.get(String.class);
      case LONG -> ClassName.get(Long.class);
      case DOUBLE -> ClassName.get(Double.class);
      case BOOLEAN -> ClassName.get(Boolean.class);
      case STRING_ARRAY -> listOf(String.class);
      case LONG_ARRAY -> listOf(Long.class);
      case DOUBLE_ARRAY -> listOf(Double.class);
      case BOOLEAN_ARRAY -> listOf(Boolean.class);
    };
  }

  private static TypeName listOf(Class<?> item) {
    return ParameterizedTypeName.get(List.class, item);
  }
}
