package io.spanloom.processor.read;

import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.Step;
import io.spanloom.processor.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Follows a path from a type, one accessor at a time. */
final class PathResolver {

  /** What holds a value in an optional, by the optional's name. */
  private static final Map<String, String> OPTIONALS =
      Map.of(
          "java.util.Optional", "get",
          "java.util.OptionalInt", "getAsInt",
          "java.util.OptionalLong", "getAsLong",
          "java.util.OptionalDouble", "getAsDouble");

  private final Types types;
  private final Hierarchy hierarchy;
  private final TypeReader typeReader;
  private final MemberFinder members;
  private final Sensitivity sensitivity;
  private final Deprecations deprecations;

  PathResolver(
      Types types,
      Hierarchy hierarchy,
      TypeReader typeReader,
      MemberFinder members,
      Sensitivity sensitivity,
      Deprecations deprecations) {
    this.types = types;
    this.hierarchy = hierarchy;
    this.typeReader = typeReader;
    this.members = members;
    this.sensitivity = sensitivity;
    this.deprecations = deprecations;
  }

  /**
   * Where a path leads.
   *
   * @param end the type of the value at its end; null unless resolved
   */
  record Resolution(Target target, @Nullable TypeMirror end) {}

  /**
   * Follows a path.
   *
   * @param unwrapEnd whether an optional at the end is unwrapped too
   */
  Resolution resolve(TypeMirror root, String path, boolean unwrapEnd) {
    List<PathSyntax.Segment> segments = PathSyntax.parse(path);
    if (segments == null) {
      return new Resolution(new Target.Malformed(path), null);
    }
    Walk walk = new Walk(root);
    for (PathSyntax.Segment segment : segments) {
      Target problem = walk.follow(segment);
      if (problem != null) {
        return new Resolution(problem, null);
      }
    }
    if (unwrapEnd) {
      walk.unwrap();
    }
    return walk.arrive();
  }

  private final class Walk {
    private final List<Step> steps = new ArrayList<>();
    private TypeMirror type;
    private boolean sensitive;

    Walk(TypeMirror root) {
      arriveAt(root);
    }

    @Nullable Target follow(PathSyntax.Segment segment) {
      if (!typeReader.isVisible(type)) {
        return new Target.Hidden(TypeText.of(type));
      }
      if (segment instanceof PathSyntax.Index index) {
        unwrap();
        return item(index);
      }
      PathSyntax.Name name = (PathSyntax.Name) segment;
      if (!name.call() || !isMember(name)) {
        unwrap();
      }
      return accessor(name);
    }

    void unwrap() {
      String getter = OPTIONALS.get(Hierarchy.name(bound()));
      while (getter != null) {
        arriveAt(valueOf((DeclaredType) bound(), getter));
        steps.add(new Step.Unwrap(getter, typeReader.read(type)));
        getter = OPTIONALS.get(Hierarchy.name(bound()));
      }
    }

    Resolution arrive() {
      return new Resolution(
          new Target.Value(steps, typeReader.read(type), TypeText.of(type), null, sensitive), type);
    }

    private @Nullable Target item(PathSyntax.Index segment) {
      if (bound() instanceof ArrayType array) {
        arriveAt(array.getComponentType());
        steps.add(new Step.ArrayItem(segment.index(), typeReader.read(type)));
        return null;
      }
      DeclaredType list = hierarchy.find(bound(), "java.util.List");
      TypeMirror item = list == null ? null : Hierarchy.argument(list);
      if (item == null) {
        return new Target.NotIndexed(segment.toString(), TypeText.of(type));
      }
      arriveAt(item);
      steps.add(new Step.ListItem(segment.index(), typeReader.read(type)));
      return null;
    }

    private @Nullable Target accessor(PathSyntax.Name segment) {
      String owner = TypeText.of(type);
      if (bound().getKind() == TypeKind.ARRAY) {
        return length(segment, owner);
      }
      if (!(bound() instanceof DeclaredType declared)) {
        return new Target.Unknown(segment.toString(), owner, List.of());
      }
      Element member = members.find(declared, segment);
      if (member == null) {
        return new Target.Unknown(segment.toString(), owner, members.names(declared));
      }
      enter(declared, member);
      return null;
    }

    private @Nullable Target length(PathSyntax.Name segment, String owner) {
      if (segment.call() || !segment.name().equals("length")) {
        return new Target.Unknown(segment.toString(), owner, List.of("length"));
      }
      arriveAt(types.getPrimitiveType(TypeKind.INT));
      steps.add(new Step.Field("length", typeReader.read(type)));
      return null;
    }

    private void enter(DeclaredType owner, Element member) {
      TypeMirror seen = types.asMemberOf((DeclaredType) types.capture(owner), member);
      sensitive |= sensitivity.isSensitive(member);
      deprecations.add(member);
      String name = member.getSimpleName().toString();
      if (member instanceof ExecutableElement method) {
        arriveAt(((ExecutableType) seen).getReturnType());
        JavaType read = typeReader.read(type);
        steps.add(new Step.Call(name, MemberFinder.property(method), read));
      } else {
        arriveAt(seen);
        steps.add(new Step.Field(name, typeReader.read(type)));
      }
    }

    private boolean isMember(PathSyntax.Name name) {
      return bound() instanceof DeclaredType declared && members.find(declared, name) != null;
    }

    private void arriveAt(TypeMirror next) {
      type = next;
      sensitive |= sensitivity.isSensitive(next);
      deprecations.add(next);
    }

    private TypeMirror bound() {
      return TypeReader.upperBound(type);
    }

    private TypeMirror valueOf(DeclaredType optional, String getter) {
      return switch (getter) {
        case "getAsInt" -> types.getPrimitiveType(TypeKind.INT);
        case "getAsLong" -> types.getPrimitiveType(TypeKind.LONG);
        case "getAsDouble" -> types.getPrimitiveType(TypeKind.DOUBLE);
        default -> hierarchy.argumentOrBound(optional);
      };
    }
  }
}
