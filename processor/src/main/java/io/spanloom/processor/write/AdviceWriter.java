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
  private static final String RESULT = "result";

  private final ClassId owner;
  private final SpanDefinition span;
  private final MemberNames names;
  private final DocumentWriter documents;
  private final String spec;
  private final String pointcut;

  AdviceWriter(ClassId owner, SpanDefinition span, MemberNames names, DocumentWriter documents) {
    this.owner = owner;
    this.span = span;
    this.names = names;
    this.documents = documents;
    this.spec = names.spec(span.method());
    this.pointcut = names.pointcut(span.method());
  }

  /**
   * The advice in the order that AspectJ needs: what is declared first surrounds the method's body
   * most tightly, so an exception in our own after-returning advice is not taken for the method's.
   * Of before and around advice, the first one is the outer.
   */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(failed());
    if (span.result().kind().replaced()) {
      methods.addAll(new BeforeAdviceWriter(span, names, documents).methods());
      methods.addAll(replaced());
    } else {
      methods.addAll(returned());
      methods.addAll(new BeforeAdviceWriter(span, names, documents).methods());
    }
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

  private List<MethodSpec> returned() {
    MethodSpec capture = captureResult();
    return capture == null ? List.of(returned(null)) : List.of(returned(capture.name()), capture);
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
    String method =
        switch (span.result().kind()) {
          case STAGE -> "returnedStage";
          case FUTURE -> "returnedFuture";
          default -> "returned";
        };
    return CodeBlock.of(
        "$T.$N($N, $L, $T::$N)",
        RuntimeNames.FRAME,
        method,
        spec,
        Casts.to(span.result().type(), span.result().binding(), "result"),
        TypeNames.of(owner.aspect()),
        capture);
  }

  /**
   * Advice that gives the caller another result. AspectJ copies it into the woven class, and only
   * if it has no method reference; so that one stands in a method of its own.
   */
  private List<MethodSpec> replaced() {
    MethodSpec capture = captureResult();
    String around = names.claimMethod("around", span.method(), "");
    if (capture == null) {
      CodeBlock streamed = streamed(CodeBlock.of("call.proceed()"));
      return List.of(around(around, streamed));
    }
    MethodSpec helper =
        MethodSpec.methodBuilder(names.claimMethod("stream", span.method(), ""))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(Object.class)
            .addParameter(Object.class, RESULT)
            .addStatement(
                "return $L",
                streamed(
                    CodeBlock.of(
                        "$N, $T::$N", RESULT, TypeNames.of(owner.aspect()), capture.name())))
            .build();
    CodeBlock call = CodeBlock.of("$N(call.proceed())", helper.name());
    return List.of(around(around, call), helper, capture);
  }

  private CodeBlock streamed(CodeBlock arguments) {
    JavaType.Declared type = (JavaType.Declared) span.result().type();
    return CodeBlock.of(
        "$T.streamed($N, $T.class, $L)",
        RuntimeNames.FRAME,
        spec,
        TypeNames.of(type.name()),
        arguments);
  }

  private MethodSpec around(String name, CodeBlock replacement) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(
            AnnotationSpec.builder(RuntimeNames.AROUND).addMember("value", "$N", pointcut).build())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeNames.PROCEEDING_JOIN_POINT, "call")
        .addException(Throwable.class)
        .returns(Object.class)
        .addStatement("return $L", replacement)
        .build();
  }

  /** The method that captures attributes from the result; null if there are none. */
  private @Nullable MethodSpec captureResult() {
    List<Capture> captures = span.captures().stream().filter(Capture::ofResult).toList();
    if (captures.isEmpty()) {
      return null;
    }
    JavaType type = span.result().settled();
    CaptureWriter writer =
        new CaptureWriter(names, documents, FRAME, parameterNames(), Set.of(FRAME, "result"));
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
