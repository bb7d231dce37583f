package io.spanloom.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the advice before a method: it opens the frame, captures arguments and starts the span.
 */
final class BeforeAdviceWriter {

  private static final String FRAME = "frame";
  private static final String FAILURE = "failure";

  /** Names that the generated code reads as types; a parameter of that name would hide them. */
  private static final Set<String> TYPE_NAMES =
      Set.of("Frame", "Documents", "String", "List", "Arrays", "Objects", "IntStream", "Throwable");

  private final SpanDefinition span;
  private final MemberNames names;
  private final DocumentWriter documents;
  private final List<String> formals;
  private final List<String> parameterNames;
  private final List<MethodSpec> helpers = new ArrayList<>();

  BeforeAdviceWriter(SpanDefinition span, MemberNames names, DocumentWriter documents) {
    this.span = span;
    this.names = names;
    this.documents = documents;
    this.parameterNames = span.parameters().stream().map(Parameter::name).toList();
    this.formals = formals(span, names);
  }

  /** The advice, followed by the methods it calls. */
  List<MethodSpec> methods() {
    MethodSpec.Builder advice =
        MethodSpec.methodBuilder(names.claimMethod("before", span.method(), ""))
            .addAnnotation(annotation())
            .addModifiers(Modifier.PUBLIC);
    for (int i = 0; i < formals.size(); i++) {
      if (isUsed(i)) {
        advice.addParameter(TypeNames.of(span.parameters().get(i).binding()), formals.get(i));
      }
    }
    advice
        .addStatement("$T $N = $T.enter($N)", RuntimeNames.FRAME, FRAME, RuntimeNames.FRAME, spec())
        .beginControlFlow("if ($N == null)", FRAME)
        .addStatement("return")
        .endControlFlow()
        .addCode(guarded(captures()))
        .addStatement("$N.start()", FRAME)
        .addCode(guarded(documents()));
    List<MethodSpec> methods = new ArrayList<>(List.of(advice.build()));
    methods.addAll(helpers);
    return methods;
  }

  private String spec() {
    return names.spec(span.method());
  }

  private AnnotationSpec annotation() {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(RuntimeNames.BEFORE);
    String pointcut = names.pointcut(span.method());
    List<String> bound = new ArrayList<>();
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < formals.size(); i++) {
      patterns.add(isUsed(i) ? formals.get(i) : "*");
      if (isUsed(i)) {
        bound.add(formals.get(i));
      }
    }
    if (bound.isEmpty()) {
      return annotation.addMember("value", "$N", pointcut).build();
    }
    return annotation
        .addMember("value", "$N + $S", pointcut, " && args(" + String.join(", ", patterns) + ")")
        .addMember("argNames", "$S", String.join(",", bound))
        .build();
  }

  private static CodeBlock guarded(CodeBlock captures) {
    if (captures.isEmpty()) {
      return captures;
    }
    return CodeBlock.builder()
        .beginControlFlow("try")
        .add(captures)
        .nextControlFlow("catch ($T $N)", Throwable.class, FAILURE)
        .addStatement("$N.captureFailed($N)", FRAME, FAILURE)
        .endControlFlow()
        .build();
  }

  private CodeBlock captures() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < formals.size(); i++) {
      code.add(capture(i, valuesOf(i), ""));
    }
    for (int i = 0; i < formals.size(); i++) {
      if (span.parameters().get(i).request()) {
        code.addStatement("$N.request($N)", FRAME, formals.get(i));
      }
    }
    CodeBlock inputs = inputs();
    if (!inputs.isEmpty()) {
      code.beginControlFlow("if ($N.wantsInput())", FRAME).add(inputs).endControlFlow();
    }
    return code.build();
  }

  /** Told when the span has started: only then is it known whether anyone listens. */
  private CodeBlock documents() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < formals.size(); i++) {
      code.add(capture(i, documentsOf(i), "Documents"));
    }
    return code.isEmpty()
        ? code.build()
        : CodeBlock.builder()
            .beginControlFlow("if ($N.wantsDocuments())", FRAME)
            .add(code.build())
            .endControlFlow()
            .build();
  }

  private CodeBlock inputs() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < formals.size(); i++) {
      if (span.parameters().get(i).input()) {
        code.addStatement("$N.input($S, $L)", FRAME, parameterNames.get(i), converted(i));
      }
      code.add(capture(i, inputsOf(i), "Input"));
    }
    for (int i = 0; i < formals.size(); i++) {
      if (isSeparateArgument(i)) {
        code.addStatement("$N.argument($S, $L)", FRAME, parameterNames.get(i), converted(i));
      }
      if (span.parameters().get(i).secretArgument()) {
        code.addStatement("$N.secretArgument($S, $L)", FRAME, parameterNames.get(i), converted(i));
      }
    }
    return code.build();
  }

  private CodeBlock converted(int parameter) {
    return Conversions.input(
        CodeBlock.of("$N", formals.get(parameter)), span.parameters().get(parameter).type());
  }

  /** A tool's arguments are its input, and need no telling, unless roles make the two differ. */
  private boolean isSeparateArgument(int parameter) {
    return span.parameters().get(parameter).argument() && !argumentsAreInputs();
  }

  private boolean argumentsAreInputs() {
    return span.captures(ParameterRole.INPUT).findAny().isEmpty()
        && span.parameters().stream().allMatch(each -> each.argument() == each.input());
  }

  /** Captures from one parameter: in place, or where paths go deeper in a method of their own. */
  private CodeBlock capture(int parameter, List<Capture> captures, String suffix) {
    if (captures.isEmpty()) {
      return CodeBlock.of("");
    }
    Parameter declared = span.parameters().get(parameter);
    PathTree tree = PathTree.of(declared.type(), captures);
    String formal = formals.get(parameter);
    if (tree.isFlat() && declared.binding().equals(declared.type())) {
      return writer(new HashSet<>(formals)).write(tree, formal, /* nonNull= */ false);
    }
    MethodSpec helper =
        MethodSpec.methodBuilder(helperName(parameter, suffix))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeNames.FRAME, FRAME)
            .addParameter(TypeNames.of(tree.type()), formal)
            .addCode(writer(new HashSet<>(Set.of(formal))).write(tree, formal, false))
            .build();
    helpers.add(helper);
    CodeBlock argument = Casts.to(declared.type(), declared.binding(), formal);
    return CodeBlock.builder().addStatement("$N($N, $L)", helper.name(), FRAME, argument).build();
  }

  private String helperName(int parameter, String suffix) {
    String name = MemberNames.capitalized(parameterNames.get(parameter));
    return names.claimMethod("capture", span.method(), name + suffix);
  }

  private CaptureWriter writer(Set<String> variables) {
    variables.add(FRAME);
    variables.add(FAILURE);
    return new CaptureWriter(names, documents, FRAME, parameterNames, variables);
  }

  private boolean isUsed(int parameter) {
    Parameter declared = span.parameters().get(parameter);
    return declared.input()
        || declared.request()
        || declared.secretArgument()
        || isSeparateArgument(parameter)
        || span.captures().stream().anyMatch(capture -> capture.parameter() == parameter);
  }

  private List<Capture> valuesOf(int parameter) {
    return span.captures().stream()
        .filter(capture -> capture.parameter() == parameter)
        .filter(
            capture ->
                capture.role() != ParameterRole.INPUT && capture.role() != ParameterRole.DOCUMENTS)
        .toList();
  }

  private List<Capture> documentsOf(int parameter) {
    return span.captures(ParameterRole.DOCUMENTS)
        .filter(capture -> capture.parameter() == parameter)
        .toList();
  }

  private List<Capture> inputsOf(int parameter) {
    return span.captures(ParameterRole.INPUT)
        .filter(capture -> capture.parameter() == parameter)
        .toList();
  }

  /** The names the advice gives to the method's parameters: their own, where those are free. */
  private static List<String> formals(SpanDefinition span, MemberNames names) {
    Set<String> taken = new HashSet<>(TYPE_NAMES);
    taken.add(FRAME);
    taken.add(FAILURE);
    taken.add(Conversions.ITEM);
    taken.add(Conversions.INDEX);
    taken.addAll(names.constants());
    LocalNames locals = new LocalNames(taken);
    return span.parameters().stream()
        .map(parameter -> locals.claim(ConstantCase.fitting(parameter.name())))
        .toList();
  }
}
