package io.spanloom.weaver.weave;

import static io.spanloom.weaver.weave.AdviceProof.Advice.AFTER_RETURNING;
import static io.spanloom.weaver.weave.AdviceProof.Advice.AFTER_THROWING;
import static io.spanloom.weaver.weave.AdviceProof.Advice.AROUND;
import static io.spanloom.weaver.weave.AdviceProof.Advice.BEFORE;

import io.spanloom.weaver.model.SpanDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Proves from bytecode that every method of a model calls its advice, and calls it once.
 *
 * <p>The weaver's messages are no proof: it says nothing about a method that it does not match.
 */
final class AdviceProof {

  private final Map<String, ParsedClass> woven;
  private final List<String> weaverWarnings;

  private AdviceProof(Map<String, ParsedClass> woven, List<String> weaverWarnings) {
    this.woven = woven;
    this.weaverWarnings = weaverWarnings;
  }

  /**
   * Looks for methods without advice.
   *
   * @param woven every class and aspect that the methods name
   * @param weaverWarnings what the weaver said; quoted where it names the aspect at fault
   */
  static List<UntracedMethod> findGaps(
      List<SpanDefinition> methods, Map<String, ParsedClass> woven, List<String> weaverWarnings) {
    AdviceProof proof = new AdviceProof(woven, weaverWarnings);
    List<UntracedMethod> gaps = new ArrayList<>();
    for (SpanDefinition span : methods) {
      UntracedMethod gap = proof.gap(span);
      if (gap != null) {
        gaps.add(gap);
      }
    }
    return gaps;
  }

  private @Nullable UntracedMethod gap(SpanDefinition span) {
    ParsedClass aspect = woven.get(span.aspect());
    MethodNode method = method(span);
    if (aspect == null || method == null) {
      return new UntracedMethod(span, "weaving lost its class or aspect", "Report this as a bug");
    }
    if (aspect.method("aspectOf", "()L" + aspect.internalName() + ";") == null) {
      return new UntracedMethod(
          span,
          "%s was not woven".formatted(span.aspect()),
          "Weave the module it comes from with this plugin too; if that is this one, report a bug");
    }
    Map<Advice, Long> calls = adviceCalls(span, method, aspect);
    List<Advice> missing = needed(span, method);
    missing.removeAll(calls.keySet());
    if (!missing.isEmpty()) {
      return missingAdvice(span, missing);
    }
    return calls.getOrDefault(BEFORE, 0L) > 1 || calls.getOrDefault(AROUND, 0L) > 1
        ? wovenTwice(span)
        : null;
  }

  /** Around advice hands the caller another result; then there is none on the return itself. */
  private static List<Advice> needed(SpanDefinition span, MethodNode method) {
    List<Advice> needed = new ArrayList<>(List.of(BEFORE));
    if (span.replacesResult()) {
      needed.add(AROUND);
    } else if (canReturn(method)) {
      needed.add(AFTER_RETURNING);
    }
    needed.add(AFTER_THROWING);
    return needed;
  }

  private @Nullable MethodNode method(SpanDefinition span) {
    ParsedClass declaring = woven.get(span.className());
    return declaring == null ? null : declaring.method(span.method(), span.descriptor());
  }

  /**
   * The calls of advice in a method's code. Around advice makes AspectJ move the code into methods
   * of its own beside it, {@code search_aroundBody0}, and copy the advice into another one, {@code
   * search_aroundBody1$advice}: those are the method's code too.
   */
  private Map<Advice, Long> adviceCalls(
      SpanDefinition span, MethodNode method, ParsedClass aspect) {
    Map<Advice, Long> calls = new EnumMap<>(Advice.class);
    for (MethodNode code : bodies(span, method)) {
      ParsedClass.calls(code, aspect.internalName())
          .map(call -> adviceCalledBy(call, aspect))
          .filter(Objects::nonNull)
          .forEach(advice -> calls.merge(advice, 1L, Long::sum));
      movedBodies(span, method, code)
          .filter(call -> isCopiedAdvice(call, aspect))
          .forEach(call -> calls.merge(AROUND, 1L, Long::sum));
    }
    return calls;
  }

  /** The method and the methods that AspectJ has moved its code to. */
  private Set<MethodNode> bodies(SpanDefinition span, MethodNode method) {
    ParsedClass declaring = woven.get(span.className());
    Set<MethodNode> seen = new LinkedHashSet<>();
    Deque<MethodNode> open = new ArrayDeque<>(List.of(method));
    while (!open.isEmpty()) {
      MethodNode code = open.remove();
      if (seen.add(code) && declaring != null) {
        movedBodies(span, method, code)
            .map(call -> declaring.method(call.name, call.desc))
            .filter(Objects::nonNull)
            .forEach(open::add);
      }
    }
    return seen;
  }

  private static Stream<MethodInsnNode> movedBodies(
      SpanDefinition span, MethodNode method, MethodNode code) {
    return ParsedClass.calls(code, span.className().replace('.', '/'))
        .filter(call -> WovenMark.nameByAspectJ(call.name).startsWith(method.name + "_aroundBody"));
  }

  /** Around advice that was copied still gets the aspect it comes from. */
  private static boolean isCopiedAdvice(MethodInsnNode call, ParsedClass aspect) {
    return call.name.endsWith("$advice")
        && call.desc.contains(";L" + aspect.internalName() + ";Lorg/aspectj/lang/");
  }

  private static @Nullable Advice adviceCalledBy(MethodInsnNode call, ParsedClass aspect) {
    MethodNode callee = aspect.method(call.name, call.desc);
    for (Advice advice : Advice.values()) {
      if (callee != null && ParsedClass.isAnnotatedWith(callee, advice.annotation)) {
        return advice;
      }
    }
    return null;
  }

  /** A method that only ever throws has no place for advice on its return. */
  private static boolean canReturn(MethodNode method) {
    return ParsedClass.instructions(method)
        .anyMatch(
            instruction ->
                instruction.getOpcode() >= Opcodes.IRETURN
                    && instruction.getOpcode() <= Opcodes.RETURN);
  }

  private UntracedMethod missingAdvice(SpanDefinition span, List<Advice> missing) {
    String kinds =
        missing.stream().map(advice -> advice.readable()).collect(Collectors.joining(", "));
    String simpleName = span.aspect().substring(span.aspect().lastIndexOf('.') + 1);
    String weaverWarning =
        weaverWarnings.stream()
            .filter(warning -> warning.contains(simpleName))
            .map(warning -> " (AspectJ: " + warning + ")")
            .findFirst()
            .orElse("");
    return new UntracedMethod(
        span,
        "no %s advice of %s matches it%s".formatted(kinds, span.aspect(), weaverWarning),
        "Rebuild the module with 'mvn clean process-classes'; if that does not help, the pointcut"
            + " is wrong: report it with the aspect's source");
  }

  private static UntracedMethod wovenTwice(SpanDefinition span) {
    return new UntracedMethod(
        span,
        "its advice was woven twice",
        "Remove other AspectJ plugins that weave this module, or take the Spanloom aspects out of"
            + " their reach");
  }

  /** The advice that traced methods have, each once. */
  enum Advice {
    BEFORE("Before"),
    AROUND("Around"),
    AFTER_RETURNING("AfterReturning"),
    AFTER_THROWING("AfterThrowing");

    private static final Set<String> DESCRIPTORS =
        Stream.of(values())
            .map(advice -> ParsedClass.descriptor(advice.annotation))
            .collect(Collectors.toUnmodifiableSet());

    private final String annotation;

    Advice(String simpleName) {
      this.annotation = "org.aspectj.lang.annotation." + simpleName;
    }

    /** Whether the annotation with this descriptor makes a method advice. */
    static boolean isAdvice(String descriptor) {
      return DESCRIPTORS.contains(descriptor);
    }

    private String readable() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
