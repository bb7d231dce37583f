package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.schema.SchemaJson;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class with the constants of a class's tools, for the user's code and for the aspect:
 * what is sent to the model and what stands on the span is then one constant.
 */
public final class ToolConstantsWriter {

  private ToolConstantsWriter() {}

  /** The source of the class; null if no method is a tool with a schema of its own. */
  public static @Nullable String write(TracedClass type) {
    List<SpanDefinition> tools =
        type.spans().stream().filter(span -> span.toolSchema() != null).toList();
    if (tools.isEmpty()) {
      return null;
    }
    TypeSpec.Builder constants =
        TypeSpec.classBuilder(type.name().tools().simpleName())
            .addJavadoc(
                "What a model is told of the tools of {@code $L}.\n", type.name().nestedName())
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    AspectWriter.qualifySiblings(constants, type);
    if (type.isPublic()) {
      constants.addModifiers(Modifier.PUBLIC);
    }
    GeneratedMark.add(constants, type);
    ToolConstantNames names = new ToolConstantNames(type.spans());
    tools.forEach(tool -> addConstants(constants, type, tool, names.required(tool.method())));
    JavaFile file =
        JavaFile.builder(type.name().packageName(), constants.build())
            .skipJavaLangImports(true)
            .build();
    return SourceLayout.tidy(file.toString());
  }

  private static void addConstants(
      TypeSpec.Builder constants, TracedClass type, SpanDefinition tool, String stem) {
    String signature = ReadableNames.of(type.name(), tool.method());
    constants.addField(
        constant(
            ToolConstantNames.name(stem), "The name of {@code $L}.\n", signature, tool.name()));
    String description = Descriptions.options(tool).get(Option.DESCRIPTION);
    if (description != null) {
      constants.addField(
          constant(
              ToolConstantNames.description(stem),
              "What {@code $L} does.\n",
              signature,
              description));
    }
    if (tool.toolSchema() != null) {
      String schema = SchemaJson.compact(tool.toolSchema());
      constants.addField(
          constant(
              ToolConstantNames.schema(stem),
              "The arguments of {@code $L}, as JSON Schema 2020-12.\n",
              signature,
              schema));
    }
  }

  private static FieldSpec constant(String name, String javadoc, String signature, String value) {
    return FieldSpec.builder(String.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(javadoc, signature)
        .initializer(CodeBlock.of("$L", LongText.of(value)))
        .build();
  }
}
