package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.Reference.Call;
import io.spanloom.weaver.blueprint.Reference.Cast;
import io.spanloom.weaver.blueprint.Reference.Creation;
import io.spanloom.weaver.blueprint.Reference.FieldRead;
import io.spanloom.weaver.blueprint.Reference.FieldWrite;
import io.spanloom.weaver.blueprint.Reference.FunctionObject;
import io.spanloom.weaver.blueprint.Reference.StaticUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads from a class file what its methods call and make. */
final class ClassFactsReader extends ClassVisitor {

  private static final String STRING = "java/lang/String";
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private final Map<String, MethodFacts> methods = new LinkedHashMap<>();
  private String name = "";
  private int access;
  private @Nullable String superclass;
  private List<String> interfaces = List.of();
  private @Nullable String sourceFile;
  private boolean local;
  private final Set<String> fields = new HashSet<>();

  private ClassFactsReader() {
    super(Opcodes.ASM9);
  }

  static ClassFacts read(byte[] classFile) {
    return read(classFile, ClassReader.SKIP_FRAMES);
  }

  /** Leaves out what the methods do. */
  static ClassFacts readOutline(byte[] classFile) {
    return read(classFile, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
  }

  private static ClassFacts read(byte[] classFile, int options) {
    ClassFactsReader reader = new ClassFactsReader();
    new ClassReader(classFile).accept(reader, options);
    return new ClassFacts(
        reader.name,
        reader.access,
        reader.superclass,
        reader.interfaces,
        reader.sourceFile,
        reader.local,
        reader.fields,
        reader.methods);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    this.name = name;
    this.access = access;
    this.superclass = superName;
    this.interfaces = List.of(interfaces);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    sourceFile = source;
  }

  @Override
  public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {
    local = true;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    fields.add(name);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    return new MethodReader(access, MethodKey.of(this.name, name, descriptor));
  }

  /** Reads one method. */
  private final class MethodReader extends MethodVisitor {

    private final int access;
    private final MethodKey key;
    private final List<Reference> references = new ArrayList<>();
    private int line;

    MethodReader(int access, MethodKey key) {
      super(Opcodes.ASM9);
      this.access = access;
      this.key = key;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      if (this.line == 0) {
        this.line = line;
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode == Opcodes.INVOKESTATIC) {
        references.add(new StaticUse(owner));
      }
      references.add(new Call(opcode, MethodKey.of(owner, name, descriptor)));
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) {
        references.add(new Creation(type));
      } else if (opcode == Opcodes.CHECKCAST && !type.startsWith("[")) {
        references.add(new Cast(type));
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
        references.add(new StaticUse(owner));
      }
      Type type = elementType(Type.getType(descriptor));
      if (type.getSort() == Type.OBJECT && !type.getInternalName().equals(STRING)) {
        references.add(
            opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC
                ? new FieldRead(owner, name, type.getInternalName())
                : new FieldWrite(owner, name, type.getInternalName()));
      }
    }

    private static Type elementType(Type type) {
      return type.getSort() == Type.ARRAY ? type.getElementType() : type;
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      if (bootstrap.getOwner().equals(LAMBDAS) && arguments[1] instanceof Handle body) {
        functionObject(Type.getMethodType(descriptor), name, body);
      } else {
        constants(arguments);
      }
    }

    private void functionObject(Type factory, String method, Handle body) {
      if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
        references.add(new Creation(body.getOwner()));
      }
      references.add(
          new FunctionObject(
              factory.getReturnType().getInternalName(),
              method,
              call(body),
              factory.getArgumentTypes().length));
    }

    @Override
    public void visitLdcInsn(Object value) {
      constants(value);
    }

    /** Whoever gets a method handle may call it. */
    private void constants(Object... values) {
      for (Object value : values) {
        if (value instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
          references.add(call(handle));
        } else if (value instanceof ConstantDynamic dynamic) {
          for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
            constants(dynamic.getBootstrapMethodArgument(i));
          }
        }
      }
    }

    private static Call call(Handle handle) {
      int opcode =
          switch (handle.getTag()) {
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            default -> Opcodes.INVOKESPECIAL;
          };
      return new Call(opcode, MethodKey.of(handle.getOwner(), handle.getName(), handle.getDesc()));
    }

    @Override
    public void visitEnd() {
      methods.put(key.signature(), new MethodFacts(key, access, line, List.copyOf(references)));
    }
  }
}
