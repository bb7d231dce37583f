package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.SpanDefinition;
import java.util.Map;

/** Writes the expression that describes a span to the runtime. */
final class SpecWriter {

  private SpecWriter() {}

  /**
   * The expression.
   *
   * @param name the constant it is assigned to
   */
  static CodeBlock write(ClassId owner, SpanDefinition span, String name) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$>$>\n$T.$N($S)$>$>", RuntimeNames.SPAN_SPEC, span.kind().factory(), span.name());
    code.add("\n.method($S, $S)", owner.binaryName(), span.method().name());
    for (Map.Entry<Option, String> option : Descriptions.options(span).entrySet()) {
      code.add(option(option.getKey(), option.getValue()));
    }
    if (span.parameters().stream().anyMatch(Parameter::sensitive)) {
      code.add("\n.sensitiveInput()");
    }
    if (!span.query().isEmpty()) {
      code.add("\n.query($S)", span.query());
    }
    if (span.toolSchema() != null) {
      code.add("\n.schema($T.$N)", TypeNames.of(owner.tools()), ToolConstantsWriter.schema(name));
    }
    if (span.result().sensitive()) {
      code.add("\n.sensitiveResult()");
    }
    if (!span.objects().isEmpty()) {
      code.add("\n.objects($N)", MemberNames.OBJECTS);
    }
    return code.add("\n.build()$<$<$<$<").build();
  }

  private static CodeBlock option(Option option, String value) {
    return switch (option) {
      case ID -> CodeBlock.of("\n.id($S)", value);
      case VERSION -> CodeBlock.of("\n.version($S)", value);
      case DESCRIPTION -> CodeBlock.of("\n.description($S)", value);
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
