package io.spanloom.processor.validate;

import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.DocumentKeys;
import io.spanloom.processor.model.DocumentType;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents are where retrievals and rerankings have them, and it is known what they are. */
final class DocumentsRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    List<Finding> findings = new ArrayList<>();
    span.captures(ParameterRole.ATTRIBUTE)
        .filter(capture -> DocumentKeys.describesDocuments(capture.key()))
        .map(DocumentsRule::misplaced)
        .forEach(findings::add);
    for (Capture documents : span.captures(ParameterRole.DOCUMENTS).toList()) {
      addIfAny(findings, noDocuments(documents));
      addIfAny(findings, unknown(span, documents));
      if (documents.document() != null) {
        findings.addAll(members(documents.document()));
      }
    }
    return findings;
  }

  private static void addIfAny(List<Finding> findings, @Nullable Finding finding) {
    if (finding != null) {
      findings.add(finding);
    }
  }

  private static Finding misplaced(Capture capture) {
    return new Finding(
        DiagnosticCode.DOCUMENT_KEY_MISPLACED,
        capture.keyOrigin(),
        "Documents are in the result of a @Retrieval or @Rerank, and in a parameter of a @Rerank.",
        "\"%s\" does not say where any are here.".formatted(capture.key()),
        "Move it there, or choose a key of your own.");
  }

  private static @Nullable Finding noDocuments(Capture capture) {
    boolean named = !capture.key().isEmpty();
    if (!named
        || !(capture.target() instanceof Target.Value value)
        || value.attribute() == null
        || value.attribute().shape() != AttributeValue.Shape.SCALAR) {
      return null;
    }
    return new Finding(
        DiagnosticCode.WRONG_KEY_TYPE,
        capture.keyOrigin(),
        "Documents are a list, an array or a map of them, or one.",
        "This is of type %s.".formatted(value.typeText()),
        "Name a path to the documents.");
  }

  private static @Nullable Finding unknown(SpanDefinition span, Capture capture) {
    DocumentType document = capture.document();
    if (document == null || document.isReadable()) {
      return null;
    }
    String offender =
        document.lists().isEmpty()
            ? "%s, which '%s' gives back, has none of these."
                .formatted(document.typeText(), span.method().name())
            : "%s has several lists of documents: %s."
                .formatted(document.typeText(), String.join(", ", document.lists()));
    String key = DocumentKeys.list(span.role(), capture.ofResult());
    String fix =
        document.lists().isEmpty()
            ? "Name them: @Attribute(key = OpenInference.DOCUMENT_CONTENT, path = …); or provide a"
                + " DocumentAdapter."
            : "Name one: @Attribute(key = \"%s\", path = \"%s\")."
                .formatted(key, document.lists().get(0));
    return new Finding(
        DiagnosticCode.DOCUMENTS_UNKNOWN,
        capture.origin(),
        "What documents are is read off members such as id, text, score and metadata.",
        offender,
        fix);
  }

  private static List<Finding> members(DocumentType document) {
    List<Finding> findings = new ArrayList<>();
    Set<ParameterRole> seen = new HashSet<>();
    for (Capture member : document.members()) {
      if (!member.key().isEmpty()) {
        if (!seen.add(member.role()) && member.role() != ParameterRole.DOCUMENT_DETAIL) {
          findings.add(KeyRule.duplicate(member));
        }
        addIfAny(findings, noValue(member));
      }
    }
    return findings;
  }

  private static @Nullable Finding noValue(Capture member) {
    boolean map = member.role() == ParameterRole.DOCUMENT_METADATA;
    return !map && member.target() instanceof Target.Value value && value.attribute() == null
        ? AttributeValueRule.noAttribute(member, value)
        : null;
  }
}
