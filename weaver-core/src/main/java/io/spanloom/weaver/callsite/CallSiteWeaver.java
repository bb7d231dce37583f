package io.spanloom.weaver.callsite;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Rewrites the call sites of classes, one class at a time. */
public final class CallSiteWeaver {

  /** The aspect for tasks that are not wrapped but enter their context by themselves. */
  public static final String TASK_BODIES = "io.spanloom.internal.propagation.TaskBodies";

  private static final Set<Rule> NOT_OF_STREAMS =
      Rule.ALL.stream().filter(rule -> !rule.isOfStreams()).collect(toUnmodifiableSet());

  /** Nearly every class calls {@code map} or {@code filter}: that alone is no reason to look. */
  private static final Names CALLED =
      Names.of(
          NOT_OF_STREAMS.stream()
              .flatMap(rule -> rule.names().stream())
              .filter(name -> !name.equals(Rule.CONSTRUCTOR))
              .collect(toUnmodifiableSet()));

  private static final Names PARALLEL = Names.of(Set.of("parallel", "parallelStream"));

  /** Classes whose constructors are called, and methods that are declared. */
  private static final Names MENTIONED =
      Names.of(
          Set.of(
              "java/lang/Thread",
              "java/util/concurrent/FutureTask",
              "run",
              "call",
              "compute",
              "exec"));

  private final ClassFiles classFiles;
  private final Overloads overloads;

  /**
   * A weaver for one module.
   *
   * @param classFiles the module's classes and everything they see, {@code spanloom-runtime} among
   *     it
   */
  public CallSiteWeaver(ClassFiles classFiles) {
    this.classFiles = classFiles;
    this.overloads = Overloads.of(classFiles);
  }

  /** Whether a class may need to be woven; most need not, which is quick to see. */
  public static boolean mayConcern(Constants constants) {
    return constants.nameMember(CALLED)
        || constants.nameMember(PARALLEL)
        || constants.mention(MENTIONED);
  }

  /**
   * Rewrites a class's call sites.
   *
   * @return what became of it, or null if there is nothing to do, or it has been done
   */
  public @Nullable RewrittenClass rewrite(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassNode node = new ClassNode();
    reader.accept(node, 0);
    if (isRewritten(node)) {
      return null;
    }
    boolean hasBody = hasTaskBody(node);
    int callSites = new CallSites(node, rules(classFile), overloads, classFiles).rewrite();
    if (callSites == 0) {
      return hasBody ? new RewrittenClass(classFile, 0, true) : null;
    }
    node.visitAttribute(new Mark());
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    try {
      node.accept(writer);
      return new RewrittenClass(writer.toByteArray(), callSites, hasBody);
    } catch (MethodTooLargeException noRoom) {
      return null;
    }
  }

  /** In a class that makes no stream parallel, streams are taken to be sequential. */
  private static Set<Rule> rules(byte[] classFile) {
    return Constants.of(classFile).nameMember(PARALLEL) ? Rule.ALL : NOT_OF_STREAMS;
  }

  private boolean hasTaskBody(ClassNode node) {
    return node.methods.stream().anyMatch(method -> isTaskBody(node, method));
  }

  private boolean isTaskBody(ClassNode node, MethodNode method) {
    int without = Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE;
    if ((method.access & without) != 0 || !method.desc.startsWith("()")) {
      return false;
    }
    return switch (method.name) {
      case "run" -> method.desc.equals("()V") && isA(node, "java/lang/Runnable");
      case "call" -> isA(node, "java/util/concurrent/Callable");
      case "compute" -> isA(node, "java/util/concurrent/ForkJoinTask");
      case "exec" -> method.desc.equals("()Z") && isA(node, "java/util/concurrent/ForkJoinTask");
      default -> false;
    };
  }

  private boolean isA(ClassNode node, String type) {
    return classFiles.isSubtype(node.name, type);
  }

  private static boolean isRewritten(ClassNode node) {
    return node.attrs != null && node.attrs.stream().anyMatch(each -> each.type.equals(Mark.NAME));
  }

  /** Tells a class whose call sites have been rewritten. */
  private static final class Mark extends Attribute {

    private static final String NAME = "io.spanloom.CarriedContext";

    Mark() {
      super(NAME);
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
      return new ByteVector();
    }
  }
}
