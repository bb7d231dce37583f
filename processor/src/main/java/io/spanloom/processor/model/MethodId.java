package io.spanloom.processor.model;

import java.util.List;

/**
 * What identifies a method, for the virtual machine, for AspectJ and for people.
 *
 * @param descriptor the descriptor of the class file
 * @param returnPattern the erased result type as a pointcut writes it
 * @param parameterPatterns the erased parameter types as a pointcut writes them
 * @param overridable whether a class nested in the declaring one may declare it again
 */
public record MethodId(
    String name,
    String descriptor,
    String returnPattern,
    List<String> parameterPatterns,
    boolean overridable) {

  public MethodId {
    parameterPatterns = List.copyOf(parameterPatterns);
  }
}
