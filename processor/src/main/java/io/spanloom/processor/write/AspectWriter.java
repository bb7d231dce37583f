package io.spanloom.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.TracedClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes the aspect that traces a class. */
public final class AspectWriter {

  /** What fits into a line beside quotes and indentation. */
  private static final int LONGEST_LITERAL = 90;

  private AspectWriter() {}

  /** The source of the class's aspect. */
  public static String write(TracedClass type) {
    MemberNames names = new MemberNames(type.spans());
    TypeSpec.Builder aspect = declaration(type);
    ObjectFormWriter objects = ObjectFormWriter.of(type, names);
    objects.addConstant(aspect);
    DocumentWriter documents = new DocumentWriter(type.name(), names);
    for (SpanDefinition span : type.spans()) {
      addConstants(aspect, type, span, names);
    }
    for (SpanDefinition span : type.spans()) {
      new AdviceWriter(type.name(), span, names, documents).methods().forEach(aspect::addMethod);
    }
    documents.methods().forEach(aspect::addMethod);
    objects.addReaders(aspect);
    JavaFile file =
        JavaFile.builder(type.name().packageName(), aspect.build())
            .skipJavaLangImports(true)
            .build();
    return SourceLayout.tidy(file.toString());
  }

  private static TypeSpec.Builder declaration(TracedClass type) {
    TypeSpec.Builder aspect =
        TypeSpec.classBuilder(type.name().aspect().simpleName())
            .addJavadoc("Traces the methods of {@code $L}.\n", type.name().nestedName())
            .addAnnotation(RuntimeNames.ASPECT)
            .addModifiers(Modifier.FINAL);
    qualifySiblings(aspect, type);
    if (reachesOthers(type)) {
      // Implementations anywhere call the aspect that traces them.
      aspect.addModifiers(Modifier.PUBLIC);
    }
    GeneratedMark.add(aspect, type);
    addSuppressions(aspect, type);
    addAnnotatedItself(aspect, type);
    return aspect;
  }

  /** One by one: handed over together, each would be checked by writing down all of them. */
  static void qualifySiblings(TypeSpec.Builder builder, TracedClass type) {
    type.siblingNames().stream().sorted().forEach(builder::alwaysQualify);
  }

  private static boolean reachesOthers(TracedClass type) {
    return type.spans().stream().anyMatch(span -> span.method().reachesOthers());
  }

  private static void addAnnotatedItself(TypeSpec.Builder aspect, TracedClass type) {
    if (reachesOthers(type)) {
      aspect.addField(
          constant(ClassName.get(String.class), MemberNames.ANNOTATED)
              .addJavadoc("An implementation's own annotation wins.\n")
              .initializer(Pointcuts.annotated(type.toolAnnotations()))
              .build());
    }
  }

  private static void addSuppressions(TypeSpec.Builder aspect, TracedClass type) {
    Set<String> categories = new TreeSet<>();
    for (SpanDefinition span : type.spans()) {
      categories.addAll(span.suppressions());
      if (span.captures().stream().anyMatch(capture -> Casts.isNeeded(span, capture))) {
        categories.add("unchecked");
      }
    }
    if (categories.isEmpty()) {
      return;
    }
    List<CodeBlock> names = new ArrayList<>();
    categories.forEach(category -> names.add(CodeBlock.of("$S", category)));
    CodeBlock joined = CodeBlock.join(names, ", ");
    aspect.addAnnotation(
        AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", names.size() == 1 ? "$L" : "{$L}", joined)
            .build());
  }

  private static void addConstants(
      TypeSpec.Builder aspect, TracedClass type, SpanDefinition span, MemberNames names) {
    aspect.addField(
        constant(RuntimeNames.SPAN_SPEC, names.spec(span.method()))
            .addJavadoc("{@code $L}\n", ReadableNames.of(type.name(), span.method()))
            .initializer(SpecWriter.write(type.name(), span, names))
            .build());
    aspect.addField(
        constant(ClassName.get(String.class), names.pointcut(span.method()))
            .initializer(pointcut(type, span))
            .build());
    span.captures(ParameterRole.ATTRIBUTE)
        .forEach(capture -> aspect.addField(slot(capture, names)));
  }

  /** Parts that break a line only where the first is too long for one. */
  private static CodeBlock pointcut(TracedClass type, SpanDefinition span) {
    String start = "execution(" + span.method().returnPattern();
    String signature = " " + Pointcuts.signature(type.name(), span.method()) + ")";
    CodeBlock scope = scope(type, span.method());
    return start.length() + signature.length() <= LONGEST_LITERAL
        ? CodeBlock.of("$>$>\n$S$>$>\n+ $L$<$<$<$<", start + signature, scope)
        : CodeBlock.of("$>$>\n$S$>$>\n+ $S\n+ $L$<$<$<$<", start, signature, scope);
  }

  private static CodeBlock scope(TracedClass type, MethodId method) {
    if (!method.reachesOthers()) {
      return CodeBlock.of("$S", " && " + Pointcuts.scope(type.name(), method));
    }
    CodeBlock except =
        CodeBlock.of("$S\n+ $N", Pointcuts.except(type.name(), method), MemberNames.ANNOTATED);
    return method.reach() == MethodId.Reach.BOTH ? CodeBlock.of("$L\n+ $S", except, ")") : except;
  }

  private static FieldSpec slot(Capture capture, MemberNames names) {
    AttributeValue attribute = capture.value().attribute();
    if (attribute == null) {
      throw new IllegalStateException("No attribute: " + capture);
    }
    return constant(RuntimeNames.slot(attribute.type()), names.slot(capture))
        .initializer(
            "$>$>\n$T.of($T.$N($S))$<$<",
            RuntimeNames.ATTRIBUTE_SLOT,
            RuntimeNames.ATTRIBUTE_KEY,
            RuntimeNames.keyFactory(attribute.type()),
            capture.key())
        .build();
  }

  static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }
}
