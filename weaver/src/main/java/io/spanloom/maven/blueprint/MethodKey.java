package io.spanloom.maven.blueprint;

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

  @Override
  public String toString() {
    return className() + "." + signature;
  }
}
