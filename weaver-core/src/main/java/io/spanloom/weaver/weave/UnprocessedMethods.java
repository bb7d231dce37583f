package io.spanloom.weaver.weave;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.spanloom.weaver.callsite.Constants;
import io.spanloom.weaver.model.SpanModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds annotated methods that the span model does not name, so that nothing would trace them: the
 * annotation processor did not run, or was not shown them.
 */
final class UnprocessedMethods {

  private static final byte[] ANNOTATIONS = Implementations.ANNOTATIONS.getBytes(ISO_8859_1);

  private static final int MOST_NAMED = 5;

  private final Set<String> processed;

  /** Descriptors of the annotations by which other libraries mark tools. */
  private final List<String> toolAnnotations;

  private final Map<String, String> found = new ConcurrentSkipListMap<>();
  private final Set<String> foundTools = new ConcurrentSkipListSet<>();

  private UnprocessedMethods(Set<String> processed, List<String> toolAnnotations) {
    this.processed = processed;
    this.toolAnnotations = toolAnnotations.stream().map(ParsedClass::descriptor).toList();
  }

  /** Those that a module's model, if it has one, does not name. */
  static UnprocessedMethods besides(@Nullable SpanModel model) {
    return new UnprocessedMethods(
        model == null
            ? Set.of()
            : model.spans().stream()
                .map(span -> span.className() + "." + span.method() + span.descriptor())
                .collect(toUnmodifiableSet()),
        model == null ? SpanModel.KNOWN_TOOL_ANNOTATIONS : model.toolAnnotations());
  }

  /** Looks at a class; most have no annotation, which is quick to see. */
  void look(String className, FileContent content, Constants constants) {
    if (!constants.haveTextStartingWith(ANNOTATIONS) && !markTools(constants)) {
      return;
    }
    ParsedClass parsed = ParsedClass.of(content);
    for (MethodNode method : parsed.methods()) {
      if ((method.access & Opcodes.ACC_SYNTHETIC) == 0
          && !processed.contains(className + "." + method.name + method.desc)) {
        if (Implementations.isSpan(method)) {
          found.put(place(className, method), cause(parsed));
        } else if (isTool(method)) {
          foundTools.add(place(className, method));
        }
      }
    }
  }

  private boolean markTools(Constants constants) {
    return toolAnnotations.stream()
        .anyMatch(type -> constants.haveTextStartingWith(type.getBytes(ISO_8859_1)));
  }

  private boolean isTool(MethodNode method) {
    return toolAnnotations.stream().anyMatch(type -> ParsedClass.isMarked(method, type));
  }

  /**
   * The tools of other libraries that nothing traces. They do not fail the build: an integration
   * may trace them where the library calls them.
   */
  List<String> warnings() {
    if (foundTools.isEmpty()) {
      return List.of();
    }
    String more =
        foundTools.size() > MOST_NAMED
            ? " and %d more".formatted(foundTools.size() - MOST_NAMED)
            : "";
    return List.of(
        "Methods with a @Tool annotation of LangChain4j or Spring AI are not woven, since the annotation processor has not seen them: %s%s. Check that spanloom-processor runs (annotationProcessorPaths of maven-compiler-plugin; kapt for Kotlin), and rebuild with 'mvn clean process-classes'. To leave such methods alone, give the processor -Aspanloom.toolAnnotations=none."
            .formatted(String.join(", ", foundTools.stream().limit(MOST_NAMED).toList()), more));
  }

  /** Fails if there are any. */
  void refuse() throws WeaveException {
    if (!found.isEmpty()) {
      throw new WeaveException(
          found.entrySet().stream()
              .map(method -> "%s: %s".formatted(method.getKey(), method.getValue()))
              .collect(
                  joining(
                      "\n  ",
                      "Cannot weave: annotated methods that the span model does not name would not be traced.\n  ",
                      "")));
    }
  }

  private static String place(String className, MethodNode method) {
    return "%s.%s(%s)"
        .formatted(
            className,
            method.name,
            Arrays.stream(Type.getArgumentTypes(method.desc))
                .map(Type::getClassName)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(joining(", ")));
  }

  private static String cause(ParsedClass declaring) {
    if (declaring.isAnnotatedWith("kotlin.Metadata")) {
      return "spanloom-processor has not seen it. Kotlin shows its classes to annotation processors through kapt only: name spanloom-processor in the kapt goal of kotlin-maven-plugin (annotationProcessorPaths), which has to run before compile, or in Gradle as kapt(\"io.spanloom:spanloom-processor:…\"), and rebuild with 'mvn clean process-classes' or 'gradle clean classes'.";
    }
    return declaring.node().outerClass != null
        ? "javac shows local and anonymous classes, and the bodies of enum constants, to no annotation processor. Make its class a member of another, or use Spans."
        : "the annotation processor has not seen it. Check that spanloom-processor runs (annotationProcessorPaths of maven-compiler-plugin, annotationProcessor in Gradle; JDK 23 and later run no processor by default), and rebuild with 'mvn clean process-classes' or 'gradle clean classes'.";
  }
}
