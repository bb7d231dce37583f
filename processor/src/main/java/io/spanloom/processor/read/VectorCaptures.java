package io.spanloom.processor.read;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.Origin;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.read.ConventionalMembers.Member;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the embeddings that a result of the program's own type holds. */
final class VectorCaptures {

  /** Of several members that are vectors, the one of such a name is the embeddings. */
  private static final List<String> NAMES = List.of("embeddings", "embedding", "vectors", "vector");

  private static final Set<String> FRACTIONS = Set.of("java.lang.Double", "java.lang.Float");

  private final SourcePlaces places;
  private final Hierarchy hierarchy;
  private final ConventionalMembers members;

  VectorCaptures(SourcePlaces places, Hierarchy hierarchy, ConventionalMembers members) {
    this.places = places;
    this.hierarchy = hierarchy;
    this.members = members;
  }

  /** The capture of the vectors; vectors that are the result itself need none. */
  List<Capture> read(ExecutableElement method, SpanRole spanRole, TypeMirror settledResult) {
    boolean hidden = Annotations.isPresent(method, "Sensitive");
    if (spanRole != SpanRole.EMBEDDING || hidden || !members.isOwn(settledResult)) {
      return List.of();
    }
    List<Member> vectors =
        members.of(settledResult).stream().filter(member -> isVectors(member.type())).toList();
    Member found = vectors.size() == 1 ? vectors.get(0) : named(vectors);
    if (found == null) {
      return List.of();
    }
    Origin place = places.of(method);
    return List.of(
        new Capture(
            ParameterRole.VECTORS,
            Capture.RESULT,
            "",
            found.path(),
            found.target(),
            place,
            place,
            place));
  }

  private static @Nullable Member named(List<Member> vectors) {
    for (String name : NAMES) {
      for (Member vector : vectors) {
        if (vector.path().equals(name)) {
          return vector;
        }
      }
    }
    return null;
  }

  private boolean isVectors(TypeMirror type) {
    if (isVector(type)) {
      return true;
    }
    TypeMirror element =
        type instanceof ArrayType array ? array.getComponentType() : members.elementOf(type);
    return element != null && isVector(element);
  }

  private boolean isVector(TypeMirror type) {
    if (type instanceof ArrayType array) {
      TypeKind component = array.getComponentType().getKind();
      return component == TypeKind.FLOAT || component == TypeKind.DOUBLE;
    }
    TypeMirror element =
        hierarchy.isSubtype(type, "java.util.List") ? members.elementOf(type) : null;
    return element != null && FRACTIONS.contains(Hierarchy.name(TypeReader.upperBound(element)));
  }
}
