package io.spanloom.processor.read;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.DocumentKeys;
import io.spanloom.processor.model.DocumentType;
import io.spanloom.processor.model.Origin;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.read.ConventionalMembers.Member;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents that a retrieval finds and a reranking puts in order: where attributes say
 * they are, else in the result and the parameters themselves, else in the one list of documents
 * that these hold.
 */
final class DocumentCaptures {

  /** Of several lists, the one of such a name holds the documents. */
  private static final List<String> LIST_NAMES =
      List.of("documents", "results", "matches", "hits", "passages", "chunks");

  private final Types types;
  private final SourcePlaces places;
  private final PathResolver resolver;
  private final ConventionalMembers members;
  private final ValueReader values;
  private final TypeReader typeReader;
  private final DocumentMembers documentMembers;

  DocumentCaptures(
      Types types,
      SourcePlaces places,
      PathResolver resolver,
      ConventionalMembers members,
      ValueReader values,
      TypeReader typeReader,
      DocumentMembers documentMembers) {
    this.types = types;
    this.places = places;
    this.resolver = resolver;
    this.members = members;
    this.values = values;
    this.typeReader = typeReader;
    this.documentMembers = documentMembers;
  }

  /** The captures of documents. */
  List<Capture> read(ExecutableElement method, SpanRole spanRole, TypeMirror settledResult) {
    List<Capture> captures = new ArrayList<>();
    if (spanRole == SpanRole.RERANK) {
      captures.addAll(given(method, settledResult));
    }
    if (spanRole == SpanRole.RERANK || spanRole == SpanRole.RETRIEVAL) {
      Capture found =
          new Side(method, method, spanRole, Capture.RESULT, settledResult, marks(method))
              .capture();
      if (found != null) {
        captures.add(found);
      }
    }
    return captures;
  }

  /** Of the parameters, the first whose documents are known, else whatever adapters may read. */
  private List<Capture> given(ExecutableElement method, TypeMirror settledResult) {
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      List<AnnotationMirror> marks = marks(parameter);
      if (marks.isEmpty() && isSameDocument(parameter.asType(), settledResult)) {
        marks = marks(method).stream().filter(DocumentCaptures::isOfMember).toList();
      }
      boolean hidden = Annotations.isPresent(parameter, "Sensitive") || Roles.identifies(parameter);
      Capture given =
          hidden && marks.isEmpty()
              ? null
              : new Side(method, parameter, SpanRole.RERANK, i, parameter.asType(), marks)
                  .capture();
      if (given != null && isReadable(given)) {
        return List.of(given);
      }
      if (given != null && given.document() == null) {
        captures.add(given);
      }
    }
    return captures;
  }

  private static boolean isReadable(Capture capture) {
    return !capture.key().isEmpty()
        || (capture.document() != null && capture.document().isReadable());
  }

  private boolean isSameDocument(TypeMirror one, TypeMirror other) {
    TypeMirror element = members.elementOf(one);
    TypeMirror otherElement = members.elementOf(other);
    return element != null && otherElement != null && types.isSameType(element, otherElement);
  }

  private static boolean isOfMember(AnnotationMirror mark) {
    return DocumentKeys.isMember(Annotations.text(mark, "key"));
  }

  private static List<AnnotationMirror> marks(Element element) {
    return Annotations.on(element, ParameterRole.ATTRIBUTE.annotation()).stream()
        .filter(mark -> DocumentKeys.describesDocuments(Annotations.text(mark, "key")))
        .toList();
  }

  /** A method's result, or one of its parameters. */
  private final class Side {

    private final ExecutableElement method;
    private final Element element;
    private final int parameter;
    private final TypeMirror type;
    private final List<AnnotationMirror> parts = new ArrayList<>();
    private @Nullable AnnotationMirror list;

    Side(
        ExecutableElement method,
        Element element,
        SpanRole spanRole,
        int parameter,
        TypeMirror type,
        List<AnnotationMirror> marks) {
      this.method = method;
      this.element = element;
      this.parameter = parameter;
      this.type = type;
      boolean ofResult = parameter == Capture.RESULT;
      for (AnnotationMirror mark : marks) {
        String key = Annotations.text(mark, "key");
        if (DocumentKeys.isMember(key)) {
          parts.add(mark);
        } else if (DocumentKeys.fits(key, spanRole, ofResult)) {
          list = mark;
        }
      }
    }

    @Nullable Capture capture() {
      if (type.getKind() == TypeKind.VOID) {
        return null;
      }
      if (list != null) {
        return named(list);
      }
      boolean hidden = Annotations.isPresent(element, "Sensitive");
      return hidden && parts.isEmpty() ? null : found();
    }

    private Capture named(AnnotationMirror mark) {
      String path = Annotations.text(mark, "path");
      PathResolver.Resolution resolution = resolver.resolve(type, path, true);
      TypeMirror end = resolution.end();
      if (!(resolution.target() instanceof Target.Value value) || end == null) {
        return capture(path, resolution.target(), null);
      }
      if (!typeReader.isVisible(end)) {
        return capture(path, new Target.Hidden(TypeText.of(end)), null);
      }
      boolean sensitive = value.sensitive() || Annotations.isPresent(element, "Sensitive");
      Target target =
          new Target.Value(
              value.steps(), value.type(), value.typeText(), values.attribute(end), sensitive);
      TypeMirror each = members.elementOf(end);
      return capture(path, target, documentOrNull(each == null ? end : each));
    }

    private @Nullable Capture found() {
      Member whole = members.at(type, "");
      if (whole == null) {
        return null;
      }
      TypeMirror each = members.elementOf(whole.type());
      if (each != null) {
        DocumentType document = documentOrNull(each);
        boolean read = document != null || parameter != Capture.RESULT;
        return read ? capture("", whole.target(), document) : null;
      }
      return members.isOwn(whole.type()) || !parts.isEmpty() ? ofObject(whole) : null;
    }

    /** An object is a document if it has an id and a text; else it may hold a list of documents. */
    private @Nullable Capture ofObject(Member whole) {
      DocumentType self = document(whole.type());
      boolean ofResult = parameter == Capture.RESULT;
      List<Member> lists = lists(whole.type());
      if (ofResult && DocumentMembers.isWhole(self)) {
        return capture("", whole.target(), self);
      }
      Member only = lists.size() == 1 ? lists.get(0) : named(lists);
      if (only != null) {
        TypeMirror each = members.elementOf(only.type());
        Target target = only.target();
        return capture(only.path(), target, each == null ? null : documentOrNull(each));
      }
      if (!ofResult || !members.isOwn(whole.type())) {
        return ofResult ? capture("", whole.target(), self) : null;
      }
      List<String> paths = lists.stream().map(Member::path).toList();
      return capture(
          "",
          whole.target(),
          paths.isEmpty()
              ? self
              : new DocumentType(self.type(), self.typeText(), List.of(), paths));
    }

    private List<Member> lists(TypeMirror owner) {
      List<Member> lists = new ArrayList<>();
      for (Member member : members.of(owner)) {
        TypeMirror each = members.elementOf(member.type());
        if (each != null && holdsDocuments(each)) {
          lists.add(member);
        }
      }
      return lists;
    }

    private boolean holdsDocuments(TypeMirror each) {
      return members.isOwn(each)
          ? DocumentMembers.isDocument(document(each))
          : TypeReader.upperBound(each) instanceof DeclaredType declared
              && (Hierarchy.name(declared).equals("io.spanloom.retrieval.Document")
                  || Integrations.isKnown(Hierarchy.name(declared)));
    }

    private static @Nullable Member named(List<Member> lists) {
      for (String name : LIST_NAMES) {
        for (Member list : lists) {
          if (list.path().equals(name)) {
            return list;
          }
        }
      }
      return null;
    }

    private @Nullable DocumentType documentOrNull(TypeMirror each) {
      return members.isOwn(each) || !parts.isEmpty() ? document(each) : null;
    }

    private DocumentType document(TypeMirror each) {
      return new DocumentType(
          typeReader.read(each),
          TypeText.of(each),
          documentMembers.of(element, each, parts),
          List.of());
    }

    private Capture capture(String path, Target target, @Nullable DocumentType document) {
      AnnotationMirror mark = list;
      Origin place = mark == null ? places.of(method) : places.of(element, mark);
      return new Capture(
          ParameterRole.DOCUMENTS,
          parameter,
          mark == null ? "" : Annotations.text(mark, "key"),
          path,
          target,
          place,
          mark == null ? place : places.of(element, mark, "key"),
          mark == null ? place : places.of(element, mark, "path"),
          document);
    }
  }
}
