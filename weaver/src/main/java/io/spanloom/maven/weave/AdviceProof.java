package io.spanloom.maven.weave;

import static io.spanloom.maven.weave.AdviceProof.Advice.AFTER_RETURNING;
import static io.spanloom.maven.weave.AdviceProof.Advice.BEFORE;

import io.spanloom.maven.model.SpanDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<Advice, Long> calls = adviceCalls(method, aspect);
    List<Advice> missing = new ArrayList<>(List.of(Advice.values()));
    missing.removeAll(calls.keySet());
    if (!canReturn(method)) {
      missing.remove(AFTER_RETURNING);
    }
    if (!missing.isEmpty()) {
      return missingAdvice(span, missing);
    }
    return calls.getOrDefault(BEFORE, 0L) > 1 ? wovenTwice(span) : null;
  }

  private @Nullable MethodNode method(SpanDefinition span) {
    ParsedClass declaring = woven.get(span.className());
    return declaring == null ? null : declaring.method(span.method(), span.descriptor());
  }

  private static Map<Advice, Long> adviceCalls(MethodNode method, ParsedClass aspect) {
    Map<Advice, Long> calls = new EnumMap<>(Advice.class);
    ParsedClass.calls(method, aspect.internalName())
        .forEach(
            call -> {
              Advice advice = adviceCalledBy(call, aspect);
              if (advice != null) {
                calls.merge(advice, 1L, Long::sum);
              }
            });
    return calls;
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
    String said =
        weaverWarnings.stream()
            .filter(warning -> warning.contains(simpleName))
            .map(warning -> " (AspectJ: " + warning + ")")
            .findFirst()
            .orElse("");
    return new UntracedMethod(
        span,
        "no %s advice of %s matches it%s".formatted(kinds, span.aspect(), said),
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

  /** The advice that a traced method needs, each once. */
  enum Advice {
    BEFORE("Before"),
    AFTER_RETURNING("AfterReturning"),
    AFTER_THROWING("AfterThrowing");

    private final String annotation;

    Advice(String simpleName) {
      this.annotation = "org.aspectj.lang.annotation." + simpleName;
    }

    private String readable() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
