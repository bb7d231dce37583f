package io.spanloom.processor.read;

import io.spanloom.processor.model.JsonSchema;
import io.spanloom.processor.model.JsonSchema.Alternatives;
import io.spanloom.processor.model.JsonSchema.Anything;
import io.spanloom.processor.model.JsonSchema.Choice;
import io.spanloom.processor.model.JsonSchema.Dictionary;
import io.spanloom.processor.model.JsonSchema.Formed;
import io.spanloom.processor.model.JsonSchema.Items;
import io.spanloom.processor.model.JsonSchema.Property;
import io.spanloom.processor.model.JsonSchema.Structure;
import io.spanloom.processor.model.JsonSchema.Text;
import io.spanloom.processor.model.ToolSchema.Definition;
import io.spanloom.processor.read.Discriminators.Discriminator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the JSON form of the types that one tool's arguments are made of. */
final class SchemaTypes {

  /**
   * Deeper, and with more definitions, are only types that grow without end: {@code Node<T>} with a
   * {@code Node<List<T>>}. What lies beyond can be anything.
   */
  private static final int DEEPEST = 32;

  private static final int MOST_DEFINITIONS = 128;

  private final Compiler compiler;
  private final Hierarchy hierarchy;
  private final ValueSchemas values;
  private final JsonMembers members;
  private final Subtypes subtypes;
  private final Discriminators discriminators;
  private final SchemaNames names = new SchemaNames();
  private final BiConsumer<String, String> leftOut;
  private int depth;

  /**
   * A finder with no definitions yet.
   *
   * @param leftOut receives each property that has no form: its path and type
   */
  SchemaTypes(Compiler compiler, Hierarchy hierarchy, BiConsumer<String, String> leftOut) {
    this.compiler = compiler;
    this.hierarchy = hierarchy;
    this.values = new ValueSchemas(hierarchy);
    this.members = new JsonMembers(compiler);
    this.subtypes = new Subtypes(compiler.types(), hierarchy);
    this.discriminators = new Discriminators(hierarchy);
    this.leftOut = leftOut;
  }

  /** What references in the schemas read so far point to. */
  List<Definition> definitions() {
    return names.definitions();
  }

  /**
   * A property, or a tool's parameter.
   *
   * @param path how to name it should it have no form
   * @return null if it has none
   */
  @Nullable Property property(JsonMember member, String path) {
    JsonSchema schema = read(member.type(), path);
    if (schema == null) {
      leftOut.accept(path, TypeText.of(member.type()));
      return null;
    }
    return new Property(member.jsonName(), schema, member.description(), member.isRequired());
  }

  private @Nullable JsonSchema read(TypeMirror type, String path) {
    if (depth >= DEEPEST || names.size() >= MOST_DEFINITIONS) {
      return new Anything();
    }
    depth++;
    try {
      TypeMirror bound = TypeReader.upperBound(type);
      if (bound.getKind().isPrimitive()) {
        return ValueSchemas.primitive(bound.getKind());
      }
      return switch (bound.getKind()) {
        case ARRAY -> array(((ArrayType) bound).getComponentType(), path);
        case DECLARED -> declared((DeclaredType) bound, path);
        default -> new Anything();
      };
    } finally {
      depth--;
    }
  }

  private @Nullable JsonSchema array(TypeMirror component, String path) {
    return switch (component.getKind()) {
      case BYTE -> ValueSchemas.bytes();
      case CHAR -> new Text();
      default -> items(component, /* unique= */ false, path);
    };
  }

  private @Nullable JsonSchema items(TypeMirror item, boolean unique, String path) {
    JsonSchema schema = read(item, path + "[]");
    return schema == null ? null : new Items(schema, unique);
  }

  private @Nullable JsonSchema declared(DeclaredType type, String path) {
    String name = Hierarchy.name(type);
    JsonSchema value = values.of(type);
    if (value != null) {
      return value;
    }
    return switch (name) {
      case "java.util.OptionalInt" -> ValueSchemas.primitive(TypeKind.INT);
      case "java.util.OptionalLong" -> ValueSchemas.primitive(TypeKind.LONG);
      case "java.util.OptionalDouble" -> ValueSchemas.primitive(TypeKind.DOUBLE);
      case "java.util.Optional", "java.util.concurrent.atomic.AtomicReference" ->
          read(hierarchy.argumentOrBound(type), path);
      default -> container(type, name, path);
    };
  }

  private @Nullable JsonSchema container(DeclaredType type, String name, String path) {
    DeclaredType map = hierarchy.find(type, "java.util.Map");
    if (map != null) {
      return map(map, path);
    }
    DeclaredType collection = hierarchy.find(type, "java.util.Collection");
    if (collection != null || name.equals("java.lang.Iterable")) {
      TypeMirror item = hierarchy.argumentOrBound(collection == null ? type : collection);
      return items(item, hierarchy.isSubtype(type, "java.util.Set"), path);
    }
    return isOfJdk(type) ? null : ownType(type, path);
  }

  private @Nullable JsonSchema map(DeclaredType map, String path) {
    if (map.getTypeArguments().isEmpty()) {
      return new Dictionary(new Text(), new Anything());
    }
    JsonSchema key = read(map.getTypeArguments().get(0), path);
    JsonSchema value = read(map.getTypeArguments().get(1), path + "{}");
    if (key == null || value == null) {
      return null;
    }
    // Names are strings; of what is not, such as a number, all that is said is that it is one.
    JsonSchema resolved = names.resolved(key);
    boolean says = resolved instanceof Formed || resolved instanceof Choice;
    return new Dictionary(says ? key : new Text(), value);
  }

  /** A class file may mention classes that are not there; such a class has no form. */
  private @Nullable JsonSchema ownType(DeclaredType type, String path) {
    try {
      return readOwnType(type, path);
    } catch (RuntimeException failure) {
      if (!ClassReader.isUnreadable(failure) || compiler.isFromSource(type.asElement())) {
        throw failure;
      }
      return null;
    }
  }

  private @Nullable JsonSchema readOwnType(DeclaredType type, String path) {
    ExecutableElement wholeValue = wholeValue(type);
    boolean isEnum = type.asElement().getKind() == ElementKind.ENUM;
    if (wholeValue != null) {
      return isEnum ? new Text() : read(wholeValue.getReturnType(), path);
    }
    String definition = names.of(type);
    if (definition != null) {
      return new JsonSchema.Reference(definition);
    }
    if (isEnum) {
      return names.define(type, choice(type));
    }
    List<DeclaredType> options = subtypes.of(type);
    if (!options.isEmpty()) {
      return alternatives(type, options, path);
    }
    JsonSchema.Reference reference = names.reserve(type);
    Structure structure = structure(type, path);
    if (structure == null) {
      names.forget(type);
      return null;
    }
    names.complete(reference, structure);
    return reference;
  }

  private static Choice choice(DeclaredType type) {
    List<String> constants = new ArrayList<>();
    for (Element member : type.asElement().getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        constants.add(ForeignAnnotations.name(List.of(member), member.getSimpleName().toString()));
      }
    }
    return new Choice(constants);
  }

  private @Nullable JsonSchema alternatives(
      DeclaredType type, List<DeclaredType> options, String path) {
    JsonSchema.Reference reference = names.reserve(type);
    List<JsonSchema> schemas = new ArrayList<>();
    for (DeclaredType option : options) {
      boolean itself = option.asElement().equals(type.asElement());
      JsonSchema schema = itself ? structure(option, path) : read(option, path);
      if (schema == null) {
        leftOut.accept(path, TypeText.of(option));
      } else {
        schemas.add(schema);
      }
    }
    names.complete(reference, new Alternatives(summary(type), schemas));
    return schemas.isEmpty() ? null : reference;
  }

  private @Nullable Structure structure(DeclaredType type, String path) {
    List<JsonMember> parts = members.of(type);
    if (parts == null) {
      return null;
    }
    List<Property> properties = new ArrayList<>();
    Discriminator discriminator = discriminators.of(type);
    if (discriminator != null) {
      Choice only = new Choice(List.of(discriminator.value()));
      properties.add(new Property(discriminator.property(), only, null, /* required= */ true));
    }
    for (JsonMember part : parts) {
      boolean isDiscriminator =
          discriminator != null && part.jsonName().equals(discriminator.property());
      Property property = isDiscriminator ? null : property(part, path + "." + part.name());
      if (property != null) {
        properties.add(property);
      }
    }
    return new Structure(summary(type), properties);
  }

  /** The accessor whose value an object is written as; null if there is none. */
  static @Nullable ExecutableElement wholeValue(DeclaredType type) {
    return ElementFilter.methodsIn(type.asElement().getEnclosedElements()).stream()
        .filter(ForeignAnnotations::isWholeValue)
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String summary(DeclaredType type) {
    return JavadocSummary.of(compiler.elements().getDocComment((TypeElement) type.asElement()));
  }

  static boolean isOfJdk(DeclaredType type) {
    String name = Hierarchy.name(type);
    return name.startsWith("java.") || name.startsWith("javax.");
  }
}
