package io.spanloom.weaver.blueprint;

import org.jspecify.annotations.Nullable;

/**
 * A method in the JVM's terms.
 *
 * @param owner internal name of a class
 * @param signature name and descriptor in one
 */
record MethodKey(String owner, String signature) {

  static MethodKey of(String owner, String name, String descriptor) {
    return new MethodKey(owner, name + descriptor);
  }

  String name() {
    return signature.substring(0, signature.indexOf('('));
  }

  String descriptor() {
    return signature.substring(signature.indexOf('('));
  }

  String className() {
    return owner.replace('/', '.');
  }

  /** The same method in another class. */
  MethodKey in(String otherOwner) {
    return new MethodKey(otherOwner, signature);
  }

  /** Spreads names that are numbered in both parts, as generated code has them. */
  @Override
  public int hashCode() {
    return owner.hashCode() * 0x9E3779B9 + signature.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodKey key
        && signature.equals(key.signature)
        && owner.equals(key.owner);
  }

  @Override
  public String toString() {
    return className() + "." + signature;
  }
}
