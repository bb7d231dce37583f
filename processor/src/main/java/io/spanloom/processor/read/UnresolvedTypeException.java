package io.spanloom.processor.read;

/**
 * Thrown where a type is met that does not exist, or not yet: another processor may still generate
 * it, else javac has its own error for it.
 */
final class UnresolvedTypeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnresolvedTypeException(String type) {
    super(type);
  }
}
