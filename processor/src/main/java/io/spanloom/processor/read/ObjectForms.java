package io.spanloom.processor.read;

import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.ObjectForm;
import io.spanloom.processor.read.Discriminators.Discriminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Finds what JSON says of the records that one method takes and returns, under the names that a
 * tool's schema has for their members. Other classes are left alone: a getter may do anything.
 */
final class ObjectForms {

  /** More are only types that grow without end: {@code Node<T>} with a {@code Node<List<T>>}. */
  private static final int MOST_TYPES = 256;

  private final Compiler compiler;
  private final Hierarchy hierarchy;
  private final TypeReader typeReader;
  private final ConventionalMembers own;
  private final Sensitivity sensitivity;
  private final Deprecations deprecations;
  private final JsonMembers members;
  private final Subtypes subtypes;
  private final Discriminators discriminators;

  private final Map<String, ObjectForm> forms = new TreeMap<>();

  /** The types met so far, and whether their values can be shown. */
  private final Map<String, Boolean> met = new HashMap<>();

  /**
   * No forms yet.
   *
   * @param own knows the program's types
   */
  ObjectForms(
      Compiler compiler,
      Hierarchy hierarchy,
      TypeReader typeReader,
      ConventionalMembers own,
      Sensitivity sensitivity,
      Deprecations deprecations) {
    this.compiler = compiler;
    this.hierarchy = hierarchy;
    this.typeReader = typeReader;
    this.own = own;
    this.sensitivity = sensitivity;
    this.deprecations = deprecations;
    this.members = new JsonMembers(compiler);
    this.subtypes = new Subtypes(compiler.types(), hierarchy);
    this.discriminators = new Discriminators(hierarchy);
  }

  /** The forms found, by the names of the classes. */
  List<ObjectForm> found() {
    return List.copyOf(forms.values());
  }

  /**
   * Finds the forms of all that a type's values are made of.
   *
   * @return whether its values can be shown: what is sensitive in them the forms keep secret
   */
  boolean read(TypeMirror type) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return read(array.getComponentType());
    }
    return !(bound instanceof DeclaredType declared) || readDeclared(declared);
  }

  private boolean readDeclared(DeclaredType type) {
    if (sensitivity.isSensitive(type)) {
      return false;
    }
    String name = type.toString();
    Boolean cached = met.get(name);
    if (cached == null) {
      // What holds itself: a record's form keeps secrets; of other types that is not known yet.
      met.put(name, isOpen(type) || isRecord(type));
      cached = readOnce(type);
      met.put(name, cached);
    }
    return cached;
  }

  private boolean readOnce(DeclaredType type) {
    boolean arguments = true;
    for (TypeMirror argument : type.getTypeArguments()) {
      arguments &= read(argument);
    }
    if (SchemaTypes.isOfJdk(type)) {
      return arguments;
    }
    if (!own.isOwn(type) || isContainer(type) || met.size() > MOST_TYPES) {
      return isOpen(type);
    }
    try {
      return readOwn(type);
    } catch (RuntimeException failure) {
      if (!ClassReader.isUnreadable(failure) || compiler.isFromSource(type.asElement())) {
        throw failure;
      }
      return isOpen(type);
    }
  }

  /** Whether nothing inside is sensitive, so that it matters little what is shown. */
  private boolean isOpen(DeclaredType type) {
    return !sensitivity.carriesSensitive(type);
  }

  private boolean isContainer(DeclaredType type) {
    return hierarchy.isSubtype(type, "java.util.Map")
        || hierarchy.isSubtype(type, "java.util.Collection");
  }

  private boolean isRecord(DeclaredType type) {
    return type.asElement().getKind() == ElementKind.RECORD
        && own.isOwn(type)
        && !isContainer(type)
        && SchemaTypes.wholeValue(type) == null;
  }

  private boolean readOwn(DeclaredType type) {
    List<DeclaredType> options = subtypes.of(type);
    if (!options.isEmpty()) {
      boolean all = true;
      for (DeclaredType option : options) {
        all &= read(option);
      }
      return all;
    }
    if (type.asElement().getKind() != ElementKind.RECORD) {
      return isOpen(type);
    }
    ExecutableElement value = SchemaTypes.wholeValue(type);
    return value == null ? readObject(type) : readValue(type, value);
  }

  private boolean readObject(DeclaredType type) {
    List<JsonMember> parts = members.of(type);
    if (parts == null) {
      return isOpen(type);
    }
    List<ObjectForm.Member> found = new ArrayList<>();
    Discriminator discriminator = discriminators.of(type);
    if (discriminator != null) {
      found.add(new ObjectForm.Member(discriminator.property(), "", discriminator.value(), false));
    }
    for (JsonMember part : parts) {
      boolean isDiscriminator =
          discriminator != null && part.jsonName().equals(discriminator.property());
      if (!isDiscriminator) {
        found.add(member(part));
      }
    }
    add(type, /* isValue= */ false, found);
    return true;
  }

  private ObjectForm.Member member(JsonMember part) {
    part.declarations().forEach(deprecations::add);
    boolean secret =
        part.declarations().stream().anyMatch(sensitivity::isSensitive) || !read(part.type());
    return new ObjectForm.Member(part.jsonName(), part.name(), "", secret);
  }

  private boolean readValue(DeclaredType type, ExecutableElement value) {
    boolean readable =
        value.getParameters().isEmpty()
            && value.getThrownTypes().isEmpty()
            && typeReader.isVisibleMember(value);
    if (!readable) {
      return isOpen(type);
    }
    if (sensitivity.isSensitive((Element) value) || !read(value.getReturnType())) {
      return false;
    }
    deprecations.add(value);
    String accessor = value.getSimpleName().toString();
    add(type, /* isValue= */ true, List.of(new ObjectForm.Member("", accessor, "", false)));
    return true;
  }

  private void add(DeclaredType type, boolean isValue, List<ObjectForm.Member> found) {
    if (typeReader.read(type) instanceof JavaType.Declared declared) {
      deprecations.add(compiler.types().erasure(type));
      ObjectForm form = new ObjectForm(declared.withoutArguments(), isValue, found);
      forms.merge(declared.name().canonicalName(), form, ObjectForm::with);
    }
  }
}
