package io.spanloom.weaver.callsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The call sites of one class.
 *
 * <p>The call itself stays the user's own, so that results, exceptions and stack traces are what
 * they were: only the task on its way into it is exchanged. A method reference becomes a reference
 * to a method that makes the call.
 */
final class CallSites {

  private static final String THREAD_FACTORY = "java/util/concurrent/ThreadFactory";
  private static final String FACTORY_LIKE = "Ljava/lang/Runnable;)Ljava/lang/Thread;";

  private final ClassNode node;
  private final Set<Rule> rules;
  private final Overloads overloads;
  private final ClassFiles classFiles;

  CallSites(ClassNode node, Set<Rule> rules, Overloads overloads, ClassFiles classFiles) {
    this.node = node;
    this.rules = rules;
    this.overloads = overloads;
    this.classFiles = classFiles;
  }

  /** Rewrites them all, and returns how many there were. */
  int rewrite() {
    List<MethodNode> bridges = new ArrayList<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode lambda) {
          redirectMethodReference(lambda, bridges);
        }
      }
    }
    node.methods.addAll(bridges);
    return node.methods.stream().mapToInt(this::rewriteCalls).sum();
  }

  private int rewriteCalls(MethodNode method) {
    int callSites = 0;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction instanceof MethodInsnNode call) {
        Rule rule = ruleFor(call);
        if (rule != null
            && !(rule.runtimeMethods() == RuntimeMethods.BODY && makesThreadsForOthers(method))) {
          method.instructions.insertBefore(call, passingThrough(call, rule, method.maxLocals));
          callSites++;
        }
      }
    }
    return callSites;
  }

  /** A thread factory's threads belong to the pool that asks for them. */
  private static boolean makesThreadsForOthers(MethodNode method) {
    return method.desc.endsWith(FACTORY_LIKE)
        && (method.name.equals("newThread") || method.name.startsWith("lambda$"));
  }

  private @Nullable Rule ruleFor(MethodInsnNode call) {
    for (Rule rule : rules) {
      if (names(rule, call.name)
          && (isStart(rule, call) || overloads.carriesAnyOf(rule.runtimeMethods(), call.desc))
          && isOf(rule, call)) {
        return rule;
      }
    }
    return null;
  }

  private static boolean names(Rule rule, String method) {
    return rule.isOfStreams() ? !method.equals(Rule.CONSTRUCTOR) : rule.names().contains(method);
  }

  /** Whether a call hands over nothing but its own target: it starts that. */
  private boolean isStart(Rule rule, MethodInsnNode call) {
    return rule.runtimeMethods() == RuntimeMethods.TASK
        && call.desc.startsWith("()")
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && !call.name.equals(Rule.CONSTRUCTOR)
        && overloads.call(RuntimeMethods.TASK, Type.getObjectType(rule.type())) != null;
  }

  private boolean isOf(Rule rule, MethodInsnNode call) {
    if (rule.isPeriodic(call.desc)) {
      return false;
    }
    if (rule.isOfStreams()) {
      return call.owner.equals(rule.type()) && call.getOpcode() != Opcodes.INVOKESTATIC;
    }
    return call.name.equals(Rule.CONSTRUCTOR)
        ? call.owner.equals(rule.type())
        : classFiles.isSubtype(call.owner, rule.type());
  }

  private InsnList passingThrough(MethodInsnNode call, Rule rule, int firstFreeVariable) {
    InsnList code = new InsnList();
    if (isStart(rule, call)) {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(overloads.call(rule.runtimeMethods(), Type.getObjectType(rule.type())));
      code.add(new InsnNode(Opcodes.POP));
      return code;
    }
    Type[] types = Type.getArgumentTypes(call.desc);
    int[] variables = new int[types.length];
    int free = firstFreeVariable;
    for (int i = types.length - 1; i >= 0; i--) {
      variables[i] = free;
      free += types[i].getSize();
      code.add(new VarInsnNode(types[i].getOpcode(Opcodes.ISTORE), variables[i]));
    }
    if (rule.runtimeMethods().withTarget()) {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new VarInsnNode(Opcodes.ASTORE, free));
    }
    for (int i = 0; i < types.length; i++) {
      code.add(argument(rule, types[i], variables[i], free));
    }
    return code;
  }

  /** Loads an argument, and has the runtime replace it if it is a task. */
  private InsnList argument(Rule rule, Type type, int variable, int target) {
    InsnList code = new InsnList();
    MethodInsnNode call = overloads.call(rule.runtimeMethods(), type);
    if (call != null && rule.runtimeMethods().withTarget()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, target));
    }
    code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), variable));
    if (call != null) {
      code.add(call);
    }
    return code;
  }

  private void redirectMethodReference(InvokeDynamicInsnNode lambda, List<MethodNode> bridges) {
    if (!lambda.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        || !lambda.bsm.getName().equals("metafactory")
        || !(lambda.bsmArgs[1] instanceof Handle target)) {
      return;
    }
    MethodInsnNode call = call(target);
    Rule rule = ruleFor(call);
    boolean isFactory = Type.getReturnType(lambda.desc).getInternalName().equals(THREAD_FACTORY);
    if (rule == null || (rule.runtimeMethods() == RuntimeMethods.BODY && isFactory)) {
      return;
    }
    MethodNode bridge = bridge(call, Type.getArgumentTypes(lambda.desc), bridges.size());
    bridges.add(bridge);
    boolean inInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
    lambda.bsmArgs[1] =
        new Handle(Opcodes.H_INVOKESTATIC, node.name, bridge.name, bridge.desc, inInterface);
  }

  private static MethodInsnNode call(Handle target) {
    int opcode =
        switch (target.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
          default -> Opcodes.INVOKESPECIAL;
        };
    return new MethodInsnNode(
        opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
  }

  /** A method that makes the call, with the target, if there is one, as its first parameter. */
  private static MethodNode bridge(MethodInsnNode call, Type[] captured, int number) {
    boolean isNew = call.name.equals(Rule.CONSTRUCTOR);
    List<Type> parameters = bridgeParameters(call, captured);
    Type result = isNew ? Type.getObjectType(call.owner) : Type.getReturnType(call.desc);
    MethodNode bridge =
        new MethodNode(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            "spanloom$carried$" + number,
            Type.getMethodDescriptor(result, parameters.toArray(Type[]::new)),
            null,
            null);
    if (isNew) {
      bridge.visitTypeInsn(Opcodes.NEW, call.owner);
      bridge.visitInsn(Opcodes.DUP);
    }
    int variable = 0;
    for (Type parameter : parameters) {
      bridge.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), variable);
      variable += parameter.getSize();
    }
    bridge.instructions.add(call);
    bridge.visitInsn(result.getOpcode(Opcodes.IRETURN));
    bridge.maxLocals = variable;
    return bridge;
  }

  private static List<Type> bridgeParameters(MethodInsnNode call, Type[] captured) {
    List<Type> parameters = new ArrayList<>();
    if (!call.name.equals(Rule.CONSTRUCTOR) && call.getOpcode() != Opcodes.INVOKESTATIC) {
      parameters.add(captured.length > 0 ? captured[0] : Type.getObjectType(call.owner));
    }
    parameters.addAll(List.of(Type.getArgumentTypes(call.desc)));
    return parameters;
  }
}
