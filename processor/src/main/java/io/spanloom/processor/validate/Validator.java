package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.model.TracedClass.StrayRole;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;

/** Applies all rules. */
public final class Validator {

  private static final List<Rule> RULES =
      List.of(
          new SpanAnnotationRule(),
          new WeavableMethodRule(),
          new RepeatedContractRule(),
          new PathRule(),
          new SensitiveRule(),
          new ToolCallIdRule(),
          new IdentifierRule(),
          new AttributeValueRule(),
          new KeyRule(),
          new DocumentsRule(),
          new ParameterNamesRule(),
          new ToolNameRule(),
          new ToolDescriptionRule(),
          new UsageRule(),
          new ObservedResultRule(),
          new JsonFormRule());

  private Validator() {}

  /** Everything wrong with a class, in the order of its methods. */
  public static List<Finding> check(TracedClass type) {
    List<Finding> findings = new ArrayList<>();
    for (SpanDefinition span : type.spans()) {
      for (Rule rule : RULES) {
        findings.addAll(rule.check(span));
      }
    }
    findings.addAll(DuplicateToolRule.check(type));
    findings.addAll(RuntimeRule.check(type));
    for (StrayRole stray : type.strayRoles()) {
      findings.add(strayRole(stray));
    }
    return findings;
  }

  private static Finding strayRole(StrayRole stray) {
    return new Finding(
        DiagnosticCode.ROLE_WITHOUT_SPAN,
        stray.origin(),
        "A value is captured only by a method that opens a span.",
        "'%s' carries @%s but no span annotation.".formatted(stray.method(), stray.annotation()),
        "Add @Tool, @Task or another span annotation to it, or remove @%s."
            .formatted(stray.annotation()));
  }
}
