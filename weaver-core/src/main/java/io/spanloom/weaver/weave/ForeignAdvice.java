package io.spanloom.weaver.weave;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Proves from bytecode that the aspects of dependencies advise nothing but the methods that were
 * planned, whatever their pointcuts say.
 */
final class ForeignAdvice {

  /** Where AspectJ moves a method's body for around advice. */
  private static final Pattern MOVED_BODY = Pattern.compile("(.+)_aroundBody\\d+(\\$advice)?");

  private final Set<String> planned;
  private final Set<String> aspects;

  private ForeignAdvice(WeavePlan plan) {
    this.planned =
        plan.methods().stream()
            .map(method -> place(method.className(), method.method(), method.aspect()))
            .collect(toSet());
    this.aspects =
        plan.libraryAspects().stream().map(name -> name.replace('.', '/')).collect(toSet());
  }

  /** Fails if a method is advised without being planned. */
  static void refuse(WeavePlan plan, Map<String, ParsedClass> woven) throws WeaveException {
    ForeignAdvice foreign = new ForeignAdvice(plan);
    List<String> found = new ArrayList<>();
    woven.forEach((name, type) -> foreign.look(name, type, found));
    if (!found.isEmpty()) {
      throw new WeaveException(
          "Cannot weave: the aspect of a dependency advises methods that do not implement one of the dependency's: %s. No class has been changed. Leave the dependency's spans out with <dependencies><exclude>GROUP:ARTIFACT</exclude></dependencies>, and ask where it comes from."
              .formatted(String.join(", ", found)));
    }
  }

  private void look(String className, ParsedClass type, List<String> found) {
    for (MethodNode method : type.methods()) {
      ParsedClass.instructions(method)
          .map(ForeignAdvice::owner)
          .filter(owner -> aspects.contains(owner) && !owner.equals(type.internalName()))
          .map(owner -> owner.replace('/', '.'))
          .filter(aspect -> !planned.contains(place(className, source(method), aspect)))
          .map(aspect -> "%s.%s by %s".formatted(className, method.name, aspect))
          .distinct()
          .forEach(found::add);
    }
  }

  private static String owner(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call ? call.owner : "";
  }

  private static String source(MethodNode method) {
    Matcher moved = MOVED_BODY.matcher(method.name);
    return moved.matches() ? moved.group(1) : method.name;
  }

  private static String place(String className, String method, String aspect) {
    return className + "." + method + " " + aspect;
  }
}
