package io.spanloom.processor.read;

import io.spanloom.annotations.GenAi;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.Origin;
import io.spanloom.processor.model.OwnKeys;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.model.Step;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.read.ConventionalMembers.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds what came of a guardrail or an evaluation: in the result itself, or in its members by their
 * names. What an attribute says is not looked for.
 */
final class OutcomeCaptures {

  /** A part of an outcome. */
  private record Part(String key, List<String> names) {}

  private static final Part PASSED =
      new Part(OwnKeys.GUARDRAIL_PASSED, List.of("passed", "allowed", "accepted", "valid", "safe"));
  private static final Part OUTCOME =
      new Part(
          OwnKeys.GUARDRAIL_OUTCOME, List.of("outcome", "verdict", "decision", "action", "status"));
  private static final Part REASON =
      new Part(OwnKeys.GUARDRAIL_REASON, List.of("reason", "explanation", "message"));

  private static final Part SCORE =
      new Part(GenAi.EVALUATION_SCORE_VALUE, List.of("score", "value", "rating"));
  private static final Part LABEL =
      new Part(GenAi.EVALUATION_SCORE_LABEL, List.of("label", "verdict", "grade"));
  private static final Part EXPLANATION =
      new Part(
          GenAi.EVALUATION_EXPLANATION,
          List.of("explanation", "reason", "reasoning", "rationale", "comment"));

  private final SourcePlaces places;
  private final ConventionalMembers members;
  private final ValueReader values;

  OutcomeCaptures(SourcePlaces places, ConventionalMembers members, ValueReader values) {
    this.places = places;
    this.members = members;
    this.values = values;
  }

  List<Capture> read(ExecutableElement method, SpanRole spanRole, TypeMirror settledResult) {
    boolean judges = spanRole == SpanRole.GUARDRAIL || spanRole == SpanRole.EVALUATION;
    if (!judges
        || settledResult.getKind() == TypeKind.VOID
        || Annotations.isPresent(method, "Sensitive")) {
      return List.of();
    }
    List<Capture> captures = new ArrayList<>();
    Member whole = members.at(settledResult, "");
    if (whole != null && spanRole == SpanRole.GUARDRAIL) {
      add(captures, method, whole, PASSED, this::isTruth);
      add(captures, method, whole, OUTCOME, this::isConstant);
      add(captures, method, whole, REASON, null);
    } else if (whole != null) {
      add(captures, method, whole, SCORE, this::isNumber);
      add(captures, method, whole, LABEL, this::isConstant);
      add(captures, method, whole, EXPLANATION, null);
    }
    return captures;
  }

  /**
   * Adds a part.
   *
   * @param itself what the result itself may be to be the part; null if it cannot
   */
  private void add(
      List<Capture> captures,
      ExecutableElement method,
      Member whole,
      Part part,
      @Nullable Predicate<TypeMirror> itself) {
    if (isCapturedExplicitly(method, part.key())) {
      return;
    }
    Member member = itself != null && itself.test(whole.type()) ? whole : null;
    if (member == null && members.isOwn(whole.type())) {
      Predicate<TypeMirror> wanted = itself == null ? this::isText : itself;
      Predicate<TypeMirror> fits =
          part.equals(OUTCOME) || part.equals(LABEL) ? wanted.or(this::isText) : wanted;
      Member named = members.first(whole.type(), part.names(), fits);
      member = named == null ? null : within(whole, named);
    }
    if (member != null) {
      captures.add(capture(method, part.key(), member));
    }
  }

  /** A member of what an optional may hold. */
  private static Member within(Member whole, Member named) {
    List<Step> steps = new ArrayList<>(whole.target().steps());
    steps.addAll(named.target().steps());
    Target.Value target = named.target();
    return new Member(
        named.path(),
        new Target.Value(steps, target.type(), target.typeText(), null, false),
        named.type());
  }

  private Capture capture(ExecutableElement method, String key, Member member) {
    AttributeValue value = values.attribute(member.type());
    if (value != null && key.equals(GenAi.EVALUATION_SCORE_VALUE)) {
      value = ValueReader.widened(value, AttributeType.DOUBLE, member.type());
    }
    Target.Value target = member.target();
    Origin place = places.of(method);
    return new Capture(
        ParameterRole.ATTRIBUTE,
        Capture.RESULT,
        key,
        member.path(),
        new Target.Value(target.steps(), target.type(), target.typeText(), value, false),
        place,
        place,
        place);
  }

  private static boolean isCapturedExplicitly(ExecutableElement method, String key) {
    List<Element> elements = new ArrayList<>(method.getParameters());
    elements.add(method);
    return elements.stream()
        .flatMap(element -> Annotations.on(element, ParameterRole.ATTRIBUTE.annotation()).stream())
        .anyMatch(mark -> Annotations.text(mark, "key").equals(key));
  }

  private boolean isTruth(TypeMirror type) {
    return is(type, AttributeType.BOOLEAN);
  }

  private boolean isNumber(TypeMirror type) {
    return is(type, AttributeType.LONG) || is(type, AttributeType.DOUBLE);
  }

  private boolean isText(TypeMirror type) {
    return is(type, AttributeType.STRING);
  }

  private boolean isConstant(TypeMirror type) {
    AttributeValue value = values.attribute(type);
    return value != null
        && value.shape() == AttributeValue.Shape.SCALAR
        && value.conversion() == AttributeValue.Conversion.NAME;
  }

  private boolean is(TypeMirror type, AttributeType wanted) {
    AttributeValue value = values.attribute(type);
    return value != null && value.type() == wanted;
  }
}
