package io.spanloom.weaver.blueprint;

import org.objectweb.asm.Opcodes;

/** What one instruction of a method has to do with other methods. */
sealed interface Reference {

  /** Calls a method. */
  record Call(int opcode, MethodKey target) implements Reference {

    /** Whether the receiver's class decides which method is called. */
    boolean isVirtual() {
      return opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
    }
  }

  /**
   * Makes a lambda or method reference.
   *
   * @param type internal name of the functional interface
   * @param method the interface's method
   * @param body the call that the object makes when it is called
   * @param captured how many values it brings to that call; the others are its caller's
   */
  record FunctionObject(String type, String method, Call body, int captured) implements Reference {

    /** How many of the parameters that the body's descriptor names are captured values. */
    int capturedParameters() {
      return body.opcode() == Opcodes.INVOKESTATIC ? captured : Math.max(0, captured - 1);
    }
  }

  /** Makes an object. */
  record Creation(String type) implements Reference {}

  /** Uses a static member, for which the class is initialised. */
  record StaticUse(String type) implements Reference {}

  /**
   * Reads a field that holds an object or an array of them.
   *
   * @param type internal name of what it holds
   */
  record FieldRead(String owner, String field, String type) implements Reference {}

  /** Writes such a field. */
  record FieldWrite(String owner, String field, String type) implements Reference {}

  /** Takes an object for one of a type, as it comes out of a collection. */
  record Cast(String type) implements Reference {}
}
