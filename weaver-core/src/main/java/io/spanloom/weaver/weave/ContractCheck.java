package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells which entries of a dependency's model are about the dependency itself: its types, and the
 * aspects that the processor generated for them.
 */
final class ContractCheck {

  private static final int NOT_OVERRIDABLE = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

  private final Dependency dependency;
  private final SpanModel model;
  private final ClassPath classPath;
  private final Map<String, String> aspectObstacles = new HashMap<>();

  ContractCheck(Dependency dependency, SpanModel model, ClassPath classPath) {
    this.dependency = dependency;
    this.model = model;
    this.classPath = classPath;
  }

  /** Why an entry does not count; null if it does. */
  @Nullable String obstacle(SpanDefinition span) throws IOException {
    String foreign = foreignClass(span.className());
    if (foreign != null || !span.implementations()) {
      return foreign;
    }
    String foreignAspect = foreignClass(span.aspect());
    if (foreignAspect != null) {
      return foreignAspect;
    }
    return isContract(span) ? aspectObstacle(span) : "others do not implement such a method";
  }

  /** A class is the dependency's if nobody else has it, neither the JDK nor the module. */
  private @Nullable String foreignClass(String name) throws IOException {
    if (ClassPath.isOfJdk(name)) {
      return name + " is a class of the JDK";
    }
    List<Path> providers = classPath.providers(name);
    if (!providers.contains(dependency.path())) {
      return name + " is not in it";
    }
    return providers.stream()
        .filter(path -> !path.equals(dependency.path()))
        .findFirst()
        .map(other -> "%s is also in %s".formatted(name, other))
        .orElse(null);
  }

  /** An abstract method or a default one, as {@code implementations} is only for these. */
  private boolean isContract(SpanDefinition span) throws IOException {
    ParsedClass type = parsed(span.className());
    MethodNode method = type == null ? null : type.method(span.method(), span.descriptor());
    if (type == null || method == null) {
      return false;
    }
    boolean isInterface = (type.node().access & Opcodes.ACC_INTERFACE) != 0;
    return (method.access & Opcodes.ACC_ABSTRACT) != 0
        || (isInterface && (method.access & NOT_OVERRIDABLE) == 0);
  }

  private @Nullable String aspectObstacle(SpanDefinition span) throws IOException {
    String obstacle = aspectObstacles.get(span.aspect());
    if (obstacle == null) {
      ParsedClass aspect = parsed(span.aspect());
      obstacle =
          GeneratedAspect.isNameFor(span)
                  && aspect != null
                  && new GeneratedAspect(model, span.aspect()).isWrittenAs(aspect)
              ? ""
              : "%s is not the aspect that spanloom-processor generates for it"
                  .formatted(span.aspect());
      aspectObstacles.put(span.aspect(), obstacle);
    }
    return obstacle.isEmpty() ? null : obstacle;
  }

  private @Nullable ParsedClass parsed(String className) throws IOException {
    FileContent content = classPath.read(className);
    try {
      return content == null ? null : ParsedClass.of(content);
    } catch (RuntimeException noClassFile) {
      return null;
    }
  }
}
