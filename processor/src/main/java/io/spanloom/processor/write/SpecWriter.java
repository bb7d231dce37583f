package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.registry.WellKnownKeys;
import java.util.Map;

/** Writes the expression that describes a span to the runtime. */
final class SpecWriter {

  private SpecWriter() {}

  /** The expression. */
  static CodeBlock write(ClassId owner, SpanDefinition span, MemberNames names) {
    String tool = names.tools().stem(span.method());
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$>$>\n$T.$N($S)$>$>", RuntimeNames.SPAN_SPEC, span.role().factory(), span.name());
    code.add("\n.method($S, $S)", owner.binaryName(), span.method().name());
    for (Map.Entry<Option, String> option : Descriptions.options(span).entrySet()) {
      code.add(
          tool != null && option.getKey() == Option.DESCRIPTION
              ? constant(owner, "description", ToolConstantNames.description(tool))
              : option(option.getKey(), option.getValue()));
    }
    addInput(code, span);
    if (tool != null) {
      code.add(constant(owner, "schema", ToolConstantNames.schema(tool)));
    }
    if (span.result().sensitive()) {
      code.add("\n.sensitiveResult()");
    }
    if (keepsAttributes(span)) {
      code.add("\n.keepsAttributes()");
    }
    if (!span.objects().isEmpty()) {
      code.add("\n.objects($N)", MemberNames.OBJECTS);
    }
    return code.add("\n.build()$<$<$<$<").build();
  }

  private static void addInput(CodeBlock.Builder code, SpanDefinition span) {
    if (span.parameters().stream().anyMatch(Parameter::sensitive)) {
      code.add("\n.sensitiveInput()");
    }
    if (!span.query().isEmpty()) {
      code.add("\n.query($S)", span.query());
    }
  }

  /**
   * Whether attributes have to wait until the span starts: one of the conventions' may name it, and
   * what is delivered in pieces may be delivered again, by another span. Requests name the spans of
   * model calls and embeddings, so that theirs wait anyway.
   */
  private static boolean keepsAttributes(SpanDefinition span) {
    return span.result().kind().replaced()
        || (span.role() != SpanRole.LLM
            && span.role() != SpanRole.EMBEDDING
            && span.captures(ParameterRole.ATTRIBUTE)
                .anyMatch(each -> !each.ofResult() && WellKnownKeys.isKnown(each.key())));
  }

  /** Spans and users' code have one text between them. */
  private static CodeBlock constant(ClassId owner, String method, String constant) {
    return CodeBlock.of("\n.$N($T.$N)", method, TypeNames.of(owner.tools()), constant);
  }

  private static CodeBlock option(Option option, String value) {
    return switch (option) {
      case ID -> CodeBlock.of("\n.id($S)", value);
      case VERSION -> CodeBlock.of("\n.version($S)", value);
      case DESCRIPTION -> CodeBlock.of("\n.description($L)", LongText.of(value));
      case STEPS -> CodeBlock.of(value.equals("AUTO") ? "\n.autoSteps()" : "");
      case TASK_KIND -> taskKind(value);
      case TOOL_TYPE -> CodeBlock.of("\n.toolType($S)", value);
      case PROVIDER -> CodeBlock.of("\n.provider($S)", value);
      case MODEL -> CodeBlock.of("\n.model($S)", value);
      case OPERATION -> CodeBlock.of("\n.operation($S)", value);
      case DATA_SOURCE -> CodeBlock.of("\n.dataSource($S)", value);
    };
  }

  private static CodeBlock taskKind(String value) {
    return switch (value) {
      case "PLAN" -> CodeBlock.of("\n.plan()");
      case "STEP" -> CodeBlock.of("\n.step()");
      default -> CodeBlock.of("");
    };
  }
}
