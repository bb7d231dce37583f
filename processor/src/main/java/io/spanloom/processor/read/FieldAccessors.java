package io.spanloom.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Tells methods that hand out a field from methods that do more, by the code where it is compiled
 * now and by the type elsewhere.
 */
final class FieldAccessors {

  /** What wraps a value or copies it, and is no more than another form of it. */
  private static final Set<String> COPIES =
      Set.of(
          "Optional.ofNullable",
          "Optional.of",
          "List.copyOf",
          "Set.copyOf",
          "Map.copyOf",
          "Collections.unmodifiableList",
          "Collections.unmodifiableSet",
          "Collections.unmodifiableMap",
          "ArrayList",
          "HashSet",
          "LinkedHashSet",
          "HashMap",
          "LinkedHashMap");

  private final Compiler compiler;

  FieldAccessors(Compiler compiler) {
    this.compiler = compiler;
  }

  /** Whether a method does nothing but hand out the field. */
  boolean handsOut(
      ExecutableElement accessor, VariableElement field, TypeMirror fieldType, DeclaredType owner) {
    Tree code = compiler.trees() == null ? null : compiler.trees().getTree(accessor);
    if (code instanceof MethodTree method) {
      return isOf(method.getBody(), field.getSimpleName().toString());
    }
    TypeMirror result =
        ((ExecutableType) compiler.types().asMemberOf(owner, accessor)).getReturnType();
    return compiler.types().isSameType(result, fieldType);
  }

  private static boolean isOf(@Nullable BlockTree body, String field) {
    return body != null
        && body.getStatements().size() == 1
        && body.getStatements().get(0) instanceof ReturnTree result
        && result.getExpression() != null
        && isOf(result.getExpression(), field);
  }

  private static boolean isOf(ExpressionTree value, String field) {
    if (value instanceof MethodInvocationTree call) {
      return isCopy(call.getMethodSelect().toString(), call.getArguments(), field);
    }
    if (value instanceof NewClassTree copy) {
      String type = copy.getIdentifier().toString();
      int arguments = type.indexOf('<');
      return copy.getClassBody() == null
          && isCopy(
              arguments < 0 ? type : type.substring(0, arguments), copy.getArguments(), field);
    }
    return isField(value, field);
  }

  private static boolean isCopy(
      String name, List<? extends ExpressionTree> arguments, String field) {
    return COPIES.contains(name) && arguments.size() == 1 && isField(arguments.get(0), field);
  }

  private static boolean isField(ExpressionTree value, String field) {
    if (value instanceof MemberSelectTree select) {
      return select.getExpression().toString().equals("this")
          && select.getIdentifier().contentEquals(field);
    }
    return value instanceof IdentifierTree identifier && identifier.getName().contentEquals(field);
  }
}
