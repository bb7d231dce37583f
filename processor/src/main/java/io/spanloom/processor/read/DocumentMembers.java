package io.spanloom.processor.read;

import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.DocumentKeys;
import io.spanloom.processor.model.DocumentType;
import io.spanloom.processor.model.Origin;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.read.ConventionalMembers.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds what documents are made of: where attributes say so, else by the members' names, in the
 * document itself and then in the one object inside it that has a text: a scored passage holds the
 * passage.
 */
final class DocumentMembers {

  private static final List<String> IDS =
      List.of("id", "documentId", "docId", "chunkId", "passageId", "segmentId");
  private static final List<String> TEXTS =
      List.of("content", "text", "pageContent", "body", "passage", "chunk", "snippet");
  private static final List<String> SCORES =
      List.of("score", "relevanceScore", "relevance", "similarityScore", "similarity");
  private static final List<String> METADATA = List.of("metadata");
  private static final List<String> DETAILS =
      List.of("source", "uri", "url", "title", "file", "fileName", "page", "section");

  private final SourcePlaces places;
  private final PathResolver resolver;
  private final ConventionalMembers members;
  private final Hierarchy hierarchy;
  private final ValueReader values;
  private final TypeReader typeReader;

  DocumentMembers(
      SourcePlaces places,
      PathResolver resolver,
      ConventionalMembers members,
      Hierarchy hierarchy,
      ValueReader values,
      TypeReader typeReader) {
    this.places = places;
    this.resolver = resolver;
    this.members = members;
    this.hierarchy = hierarchy;
    this.values = values;
    this.typeReader = typeReader;
  }

  /**
   * What is read off each document; empty if that is not known.
   *
   * @param marks the attributes that say what
   */
  List<Capture> of(Element element, TypeMirror document, List<AnnotationMirror> marks) {
    List<Capture> captures = new ArrayList<>();
    for (AnnotationMirror mark : marks) {
      captures.add(annotated(element, document, mark));
    }
    if (members.isOwn(document)) {
      add(captures, new Owner(places.of(element), document, document, ""));
      Member inner = inner(document);
      if (inner != null) {
        add(captures, new Owner(places.of(element), document, inner.type(), inner.path() + "."));
      }
    }
    boolean says =
        has(captures, ParameterRole.DOCUMENT_ID) || has(captures, ParameterRole.DOCUMENT_CONTENT);
    return says || !marks.isEmpty() ? captures : List.of();
  }

  /** Whether an object is itself a document, rather than something that holds some. */
  static boolean isWhole(DocumentType document) {
    return reads(document, ParameterRole.DOCUMENT_ID)
        && reads(document, ParameterRole.DOCUMENT_CONTENT);
  }

  /** Whether an object can be a document. */
  static boolean isDocument(DocumentType document) {
    return reads(document, ParameterRole.DOCUMENT_ID)
        || reads(document, ParameterRole.DOCUMENT_CONTENT);
  }

  private static boolean reads(DocumentType document, ParameterRole role) {
    return document.members().stream()
        .anyMatch(member -> member.role() == role && member.target() instanceof Target.Value);
  }

  private Capture annotated(Element element, TypeMirror document, AnnotationMirror mark) {
    String key = Annotations.text(mark, "key");
    String path = Annotations.text(mark, "path");
    PathResolver.Resolution resolution = resolver.resolve(document, path, true);
    TypeMirror end = resolution.end();
    ParameterRole role = DocumentKeys.role(key);
    if (role == ParameterRole.DOCUMENT_METADATA && (end == null || !isMap(end))) {
      role = ParameterRole.DOCUMENT_DETAIL;
    }
    Target target = resolution.target();
    if (target instanceof Target.Value value && end != null) {
      target =
          typeReader.isVisible(end)
              ? converted(role, value, end)
              : new Target.Hidden(TypeText.of(end));
    }
    return new Capture(
        role,
        Capture.RESULT,
        key,
        path,
        target,
        places.of(element, mark),
        places.of(element, mark, "key"),
        places.of(element, mark, "path"));
  }

  private Target.Value converted(ParameterRole role, Target.Value value, TypeMirror end) {
    AttributeValue natural = values.attribute(end);
    AttributeValue attribute =
        switch (role) {
          case DOCUMENT_ID -> values.identifier(end);
          case DOCUMENT_METADATA -> null;
          case DOCUMENT_SCORE ->
              natural == null ? null : ValueReader.widened(natural, AttributeType.DOUBLE, end);
          default -> natural;
        };
    return new Target.Value(
        value.steps(), value.type(), value.typeText(), attribute, value.sensitive());
  }

  /** The one object inside a document that has a text, where it has none itself. */
  private @Nullable Member inner(TypeMirror document) {
    if (members.first(document, TEXTS, this::isText) != null) {
      return null;
    }
    List<Member> inner =
        members.of(document).stream()
            .filter(member -> members.isOwn(member.type()))
            .filter(member -> members.first(member.type(), TEXTS, this::isText) != null)
            .toList();
    return inner.size() == 1 ? inner.get(0) : null;
  }

  /**
   * The document, or an object inside it.
   *
   * @param prefix the path from the one to the other
   */
  private record Owner(Origin place, TypeMirror document, TypeMirror type, String prefix) {}

  /** Adds what is not known yet. */
  private void add(List<Capture> captures, Owner owner) {
    boolean metadata =
        has(captures, ParameterRole.DOCUMENT_METADATA)
            || has(captures, ParameterRole.DOCUMENT_DETAIL);
    add(captures, owner, ParameterRole.DOCUMENT_ID, IDS, end -> values.identifier(end) != null);
    add(captures, owner, ParameterRole.DOCUMENT_CONTENT, TEXTS, this::isText);
    add(captures, owner, ParameterRole.DOCUMENT_SCORE, SCORES, this::isNumber);
    if (!metadata) {
      add(captures, owner, ParameterRole.DOCUMENT_METADATA, METADATA, this::isMap);
      for (String detail : DETAILS) {
        Member member = members.first(owner.type(), List.of(detail), this::isDetail);
        if (member != null) {
          captures.add(capture(owner, ParameterRole.DOCUMENT_DETAIL, member));
        }
      }
    }
  }

  private void add(
      List<Capture> captures,
      Owner owner,
      ParameterRole role,
      List<String> names,
      Predicate<TypeMirror> wanted) {
    Member member = has(captures, role) ? null : members.first(owner.type(), names, wanted);
    if (member != null) {
      captures.add(capture(owner, role, member));
    }
  }

  private Capture capture(Owner owner, ParameterRole role, Member member) {
    String path = owner.prefix() + member.path();
    Member whole = members.at(owner.document(), path);
    Target target = converted(role, (whole == null ? member : whole).target(), member.type());
    Origin place = owner.place();
    return new Capture(role, Capture.RESULT, "", path, target, place, place, place);
  }

  private boolean isText(TypeMirror type) {
    AttributeValue value = values.attribute(type);
    return value != null
        && value.type() == AttributeType.STRING
        && value.conversion() != AttributeValue.Conversion.NAME;
  }

  private boolean isNumber(TypeMirror type) {
    AttributeValue value = values.attribute(type);
    return value != null
        && (value.type() == AttributeType.LONG || value.type() == AttributeType.DOUBLE);
  }

  private boolean isMap(TypeMirror type) {
    return hierarchy.isSubtype(type, "java.util.Map");
  }

  private boolean isDetail(TypeMirror type) {
    AttributeValue value = values.attribute(type);
    return value != null && value.shape() == AttributeValue.Shape.SCALAR;
  }

  private static boolean has(List<Capture> captures, ParameterRole role) {
    return captures.stream().anyMatch(capture -> capture.role() == role);
  }
}
