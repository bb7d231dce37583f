package io.spanloom.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the advice on one method, and the methods that help it capture. */
final class AdviceWriter {

  private static final String FRAME = "frame";

  private final ClassId owner;
  private final SpanDefinition span;
  private final MemberNames names;
  private final String spec;
  private final String pointcut;

  AdviceWriter(ClassId owner, SpanDefinition span, MemberNames names) {
    this.owner = owner;
    this.span = span;
    this.names = names;
    this.spec = names.spec(span.method());
    this.pointcut = names.pointcut(span.method());
  }

  /**
   * The advice in the order that AspectJ needs: what is declared first surrounds the method's body
   * most tightly, so an exception in our own after-returning advice is not taken for the method's.
   */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(failed());
    List<Capture> resultCaptures = span.captures().stream().filter(Capture::ofResult).toList();
    if (resultCaptures.isEmpty()) {
      methods.add(returned(null));
    } else {
      MethodSpec capture = captureResult(resultCaptures);
      methods.add(returned(capture.name()));
      methods.add(capture);
    }
    BeforeAdviceWriter before = new BeforeAdviceWriter(span, names);
    methods.addAll(before.methods());
    return methods;
  }

  private MethodSpec failed() {
    return MethodSpec.methodBuilder(names.claimMethod("", span.method(), "Failed"))
        .addAnnotation(
            AnnotationSpec.builder(RuntimeNames.AFTER_THROWING)
                .addMember("pointcut", "$N", pointcut)
                .addMember("throwing", "$S", "thrown")
                .addMember("argNames", "$S", "thrown")
                .build())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Throwable.class, "thrown")
        .addStatement("$T.failed($N, thrown)", RuntimeNames.FRAME, spec)
        .build();
  }

  private MethodSpec returned(@Nullable String capture) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.claimMethod("", span.method(), "Returned"))
            .addModifiers(Modifier.PUBLIC);
    AnnotationSpec.Builder advice =
        AnnotationSpec.builder(RuntimeNames.AFTER_RETURNING).addMember("pointcut", "$N", pointcut);
    if (span.result().kind() == Result.Kind.VOID) {
      return method
          .addAnnotation(advice.build())
          .addStatement("$T.returned($N)", RuntimeNames.FRAME, spec)
          .build();
    }
    advice.addMember("returning", "$S", "result").addMember("argNames", "$S", "result");
    return method
        .addAnnotation(advice.build())
        .addParameter(TypeNames.of(span.result().binding()), "result")
        .addStatement(hand(capture))
        .build();
  }

  /** Hands the result to the runtime. */
  private CodeBlock hand(@Nullable String capture) {
    if (capture == null) {
      return CodeBlock.of("$T.returned($N, result)", RuntimeNames.FRAME, spec);
    }
    String method = span.result().kind() == Result.Kind.STAGE ? "returnedStage" : "returned";
    return CodeBlock.of(
        "$T.$N($N, $L, $T::$N)",
        RuntimeNames.FRAME,
        method,
        spec,
        Casts.to(span.result().type(), span.result().binding(), "result"),
        TypeNames.of(owner.aspect()),
        capture);
  }

  private MethodSpec captureResult(List<Capture> captures) {
    JavaType type = span.result().settled();
    CaptureWriter writer =
        new CaptureWriter(names, FRAME, parameterNames(), Set.of(FRAME, "result"));
    return MethodSpec.methodBuilder(names.claimMethod("capture", span.method(), "Result"))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(RuntimeNames.FRAME, FRAME)
        .addParameter(TypeNames.of(type), "result")
        .addCode(writer.write(PathTree.of(type, captures), "result", /* nonNull= */ true))
        .build();
  }

  private List<String> parameterNames() {
    return span.parameters().stream().map(Parameter::name).toList();
  }
}
