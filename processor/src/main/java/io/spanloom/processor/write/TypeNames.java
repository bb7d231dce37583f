package io.spanloom.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.JavaType;
import java.util.List;

/** Hands the model's types to JavaPoet. */
final class TypeNames {

  private TypeNames() {}

  static ClassName of(ClassId id) {
    List<String> names = id.simpleNames();
    return ClassName.get(
        id.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }

  static TypeName of(JavaType type) {
    if (type instanceof JavaType.Primitive primitive) {
      return primitive(primitive.keyword());
    }
    if (type instanceof JavaType.Array array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof JavaType.Wildcard wildcard) {
      return WildcardTypeName.subtypeOf(
          wildcard.bound() == null ? ClassName.get(Object.class) : of(wildcard.bound()));
    }
    return declared((JavaType.Declared) type);
  }

  private static TypeName declared(JavaType.Declared type) {
    TypeName[] arguments =
        type.typeArguments().stream().map(TypeNames::of).toArray(TypeName[]::new);
    if (type.enclosing() != null
        && declared(type.enclosing()) instanceof ParameterizedTypeName outer) {
      return outer.nestedClass(type.name().simpleName(), List.of(arguments));
    }
    return arguments.length == 0
        ? of(type.name())
        : ParameterizedTypeName.get(of(type.name()), arguments);
  }

  private static TypeName primitive(String keyword) {
    return switch (keyword) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> TypeName.VOID;
    };
  }
}
