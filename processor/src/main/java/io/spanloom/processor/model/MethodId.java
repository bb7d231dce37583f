package io.spanloom.processor.model;

import java.util.List;

/**
 * What identifies a method, for the virtual machine, for AspectJ and for people.
 *
 * @param descriptor the descriptor of the class file
 * @param returnPattern the erased result type as a pointcut writes it
 * @param parameterPatterns the erased parameter types as a pointcut writes them
 * @param overridable whether a class nested in the declaring one may declare it again
 * @param reach which executions are the method's
 */
public record MethodId(
    String name,
    String descriptor,
    String returnPattern,
    List<String> parameterPatterns,
    boolean overridable,
    Reach reach) {

  /** Whose executions a method's annotation traces. */
  public enum Reach {
    /** Its own. */
    ITSELF,
    /** Those of the methods that implement it. */
    IMPLEMENTATIONS,
    /** Its own, and those of the methods that override it: a default method's. */
    BOTH
  }

  public MethodId {
    parameterPatterns = List.copyOf(parameterPatterns);
  }

  /** Whether methods of other classes are traced for it. */
  public boolean reachesOthers() {
    return reach != Reach.ITSELF;
  }

  /** The simple names of the parameters' types, without arrays' brackets. */
  public List<String> parameterWords() {
    return parameterPatterns.stream()
        .map(pattern -> pattern.substring(0, endOfName(pattern)))
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .toList();
  }

  private static int endOfName(String pattern) {
    int end = pattern.length();
    while (end > 0 && !Character.isJavaIdentifierPart(pattern.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
