package io.spanloom.processor.read;

import io.spanloom.processor.model.Target;
import io.spanloom.processor.read.PathResolver.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Looks for what a type's members are by their usual names. */
final class ConventionalMembers {

  private final Hierarchy hierarchy;
  private final TypeReader typeReader;
  private final MemberFinder finder;
  private final PathResolver resolver;
  private final Sensitivity sensitivity;

  ConventionalMembers(
      Hierarchy hierarchy,
      TypeReader typeReader,
      MemberFinder finder,
      PathResolver resolver,
      Sensitivity sensitivity) {
    this.hierarchy = hierarchy;
    this.typeReader = typeReader;
    this.finder = finder;
    this.resolver = resolver;
    this.sensitivity = sensitivity;
  }

  /**
   * A member that may be captured.
   *
   * @param type the type of its value
   */
  record Member(String path, Target.Value target, TypeMirror type) {}

  /** The first of the names that is a member of such a type; null if none is. */
  @Nullable Member first(TypeMirror owner, List<String> names, Predicate<TypeMirror> wanted) {
    for (String name : names) {
      Member member = isNamed(owner, name) ? at(owner, name) : null;
      if (member != null && wanted.test(member.type())) {
        return member;
      }
    }
    return null;
  }

  /** All members that may be captured. */
  List<Member> of(TypeMirror owner) {
    List<Member> members = new ArrayList<>();
    if (TypeReader.upperBound(owner) instanceof DeclaredType declared && isOwn(declared)) {
      for (String name : finder.names(declared)) {
        Member member = at(owner, name);
        if (member != null) {
          members.add(member);
        }
      }
    }
    return members;
  }

  /** What a path leads to; null if nothing that may be captured. */
  @Nullable Member at(TypeMirror owner, String path) {
    Resolution resolution = resolver.resolve(owner, path, true);
    TypeMirror end = resolution.end();
    return resolution.target() instanceof Target.Value value
            && end != null
            && !value.sensitive()
            && typeReader.isVisible(end)
        ? new Member(path, value, end)
        : null;
  }

  /**
   * Whether the type is of a program, so that its members say what it is: neither the JDK's nor of
   * a library whose types an integration reads.
   */
  boolean isOwn(TypeMirror type) {
    if (!(TypeReader.upperBound(type) instanceof DeclaredType declared)) {
      return false;
    }
    String name = Hierarchy.name(declared);
    return !name.startsWith("java.")
        && !name.startsWith("javax.")
        && !name.equals("io.spanloom.retrieval.Document")
        && !Integrations.isKnown(name)
        && declared.asElement().getKind() != ElementKind.ENUM
        && typeReader.isVisible(declared)
        && !sensitivity.isSensitive(declared);
  }

  /** What a list, an array or a map is made of; null for anything else. */
  @Nullable TypeMirror elementOf(TypeMirror type) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return array.getComponentType().getKind().isPrimitive() ? null : array.getComponentType();
    }
    DeclaredType collection = hierarchy.find(bound, "java.util.Collection");
    if (collection != null) {
      return hierarchy.argumentOrBound(collection);
    }
    DeclaredType map = hierarchy.find(bound, "java.util.Map");
    if (map == null || map.getTypeArguments().size() != 2) {
      return null;
    }
    TypeMirror value = map.getTypeArguments().get(1);
    return isOwn(value) ? value : map.getTypeArguments().get(0);
  }

  private boolean isNamed(TypeMirror owner, String name) {
    return TypeReader.upperBound(owner) instanceof DeclaredType declared
        && finder.find(declared, new PathSyntax.Name(name, false)) != null;
  }
}
