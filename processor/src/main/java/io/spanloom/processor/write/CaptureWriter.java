package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the statements that read values along paths and hand them to the frame. */
final class CaptureWriter {

  private final MemberNames members;
  private final DocumentWriter documents;
  private final String frame;
  private final List<String> parameterNames;
  private final LocalNames locals;

  /**
   * A writer for the body of one method.
   *
   * @param documents writes how documents are read
   * @param frame the variable that holds the frame, or another receiver of values
   * @param parameterNames the names of the traced method's parameters
   * @param taken the variables in scope
   */
  CaptureWriter(
      MemberNames members,
      DocumentWriter documents,
      String frame,
      List<String> parameterNames,
      Set<String> taken) {
    this.members = members;
    this.documents = documents;
    this.frame = frame;
    this.parameterNames = parameterNames;
    this.locals = new LocalNames(taken);
    // The parameters of lambdas, see Conversions.
    locals.claim(Conversions.ITEM);
    locals.claim(Conversions.INDEX);
  }

  /** Statements that capture everything in the tree from a variable. */
  CodeBlock write(PathTree tree, String variable, boolean nonNull) {
    CodeBlock.Builder code = CodeBlock.builder();
    write(code, tree, new Value(CodeBlock.of("$N", variable), variable, nonNull));
    return code.build();
  }

  /**
   * A value in generated code.
   *
   * @param name what it is called, for the names of variables that hold its parts
   */
  private record Value(CodeBlock expression, String name, boolean nonNull) {}

  private void write(CodeBlock.Builder code, PathTree tree, Value value) {
    List<CodeBlock> conditions = new ArrayList<>();
    if (tree.needsNonNull() && !value.nonNull()) {
      conditions.add(CodeBlock.of("$L != null", value.expression()));
    }
    Step onlyStep = tree.uses() == 1 && !tree.isFlat() ? onlyStep(tree) : null;
    if (onlyStep != null) {
      addPresence(conditions, onlyStep, value);
    }
    if (!conditions.isEmpty()) {
      code.beginControlFlow("if ($L)", CodeBlock.join(conditions, " && "));
    }
    for (Capture capture : tree.captures()) {
      code.addStatement(sink(capture, value.expression(), tree.type()));
    }
    for (Map.Entry<Step, PathTree> branch : tree.branches().entrySet()) {
      branch(code, branch.getKey(), branch.getValue(), value, onlyStep != null);
    }
    if (!conditions.isEmpty()) {
      code.endControlFlow();
    }
  }

  private void branch(
      CodeBlock.Builder code, Step step, PathTree tree, Value owner, boolean presenceChecked) {
    List<CodeBlock> conditions = new ArrayList<>();
    if (!presenceChecked) {
      addPresence(conditions, step, owner);
    }
    if (!conditions.isEmpty()) {
      code.beginControlFlow("if ($L)", CodeBlock.join(conditions, " && "));
    }
    boolean nonNull = step instanceof Step.Unwrap;
    CodeBlock expression = access(step, owner.expression());
    String name = nameAfter(step, owner);
    if (needsVariable(tree, nonNull)) {
      String variable = locals.claim(ConstantCase.fitting(name));
      code.addStatement("$T $N = $L", TypeNames.of(tree.type()), variable, expression);
      expression = CodeBlock.of("$N", variable);
    }
    write(code, tree, new Value(expression, name, nonNull));
    if (!conditions.isEmpty()) {
      code.endControlFlow();
    }
  }

  private static boolean needsVariable(PathTree tree, boolean nonNull) {
    return tree.uses() > 1
        || (tree.needsNonNull() && !nonNull)
        || tree.branches().keySet().stream().anyMatch(step -> presence(step) != null)
        || tree.captures().stream().anyMatch(Conversions::readsTwice);
  }

  private static Step onlyStep(PathTree tree) {
    return tree.branches().keySet().iterator().next();
  }

  private static void addPresence(List<CodeBlock> conditions, Step step, Value owner) {
    String presence = presence(step);
    if (presence != null) {
      conditions.add(CodeBlock.of("$L$L", owner.expression(), presence));
    }
  }

  /** What must hold for a step to lead anywhere; null if it always does. */
  private static @Nullable String presence(Step step) {
    if (step instanceof Step.Unwrap) {
      return ".isPresent()";
    }
    if (step instanceof Step.ListItem item) {
      return ".size() > " + item.index();
    }
    return step instanceof Step.ArrayItem item ? ".length > " + item.index() : null;
  }

  private static CodeBlock access(Step step, CodeBlock owner) {
    if (step instanceof Step.Call call) {
      return CodeBlock.of("$L.$N()", owner, call.method());
    }
    if (step instanceof Step.Field field) {
      return CodeBlock.of("$L.$N", owner, field.name());
    }
    if (step instanceof Step.Unwrap unwrap) {
      return CodeBlock.of("$L.$N()", owner, unwrap.getter());
    }
    if (step instanceof Step.ListItem item) {
      return CodeBlock.of("$L.get($L)", owner, item.index());
    }
    return CodeBlock.of("$L[$L]", owner, ((Step.ArrayItem) step).index());
  }

  private static String nameAfter(Step step, Value owner) {
    if (step instanceof Step.Call call) {
      return call.property();
    }
    if (step instanceof Step.Field field) {
      return field.name();
    }
    return step instanceof Step.Unwrap ? owner.name() + "Value" : singular(owner.name());
  }

  private static String singular(String name) {
    boolean plural = name.length() > 2 && name.endsWith("s") && !name.endsWith("ss");
    return plural ? name.substring(0, name.length() - 1) : name + "Item";
  }

  private CodeBlock sink(Capture capture, CodeBlock value, JavaType type) {
    AttributeValue attribute = capture.value().attribute();
    CodeBlock converted =
        attribute == null
            ? Conversions.input(value, type)
            : Conversions.attribute(attribute, value, type);
    return switch (capture.role()) {
      case SESSION_ID -> CodeBlock.of("$N.sessionId($L)", frame, converted);
      case USER_ID -> CodeBlock.of("$N.userId($L)", frame, converted);
      case TOOL_CALL_ID -> CodeBlock.of("$N.toolCallId($L)", frame, converted);
      case ATTRIBUTE -> CodeBlock.of("$N.set($N, $L)", frame, members.slot(capture), converted);
      case INPUT -> CodeBlock.of("$N.input($S, $L)", frame, inputName(capture), converted);
      case DOCUMENTS -> documents.handOver(capture, frame, value);
      case DOCUMENT_ID -> CodeBlock.of("$N.id($L)", frame, converted);
      case DOCUMENT_CONTENT -> CodeBlock.of("$N.content($L)", frame, converted);
      case DOCUMENT_SCORE -> CodeBlock.of("$N.score($L)", frame, converted);
      case DOCUMENT_METADATA -> CodeBlock.of("$N.metadata($L)", frame, converted);
      case DOCUMENT_DETAIL ->
          CodeBlock.of("$N.detail($S, $L)", frame, lastName(capture.path()), converted);
      case VECTORS -> CodeBlock.of("$T.found($N, $L)", RuntimeNames.EMBEDDINGS, frame, value);
    };
  }

  private static String lastName(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
  }

  private String inputName(Capture capture) {
    String parameter = parameterNames.get(capture.parameter());
    return InputNames.of(parameter, capture.path());
  }
}
