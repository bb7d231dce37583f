package io.spanloom.maven.blueprint;

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
   */
  record FunctionObject(String type, String method, Call body) implements Reference {}

  /** Makes an object. */
  record Creation(String type) implements Reference {}

  /** Uses a static member, for which the class is initialised. */
  record StaticUse(String type) implements Reference {}
}
