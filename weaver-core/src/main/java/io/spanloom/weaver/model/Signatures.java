package io.spanloom.weaver.model;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Method descriptors in the words of the source. */
public final class Signatures {

  private Signatures() {}

  /** {@code search} and {@code (Ljava/lang/String;I)V} as {@code search(String, int)}. */
  public static String readable(String method, String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(Signatures::simpleName)
        .collect(Collectors.joining(", ", method + "(", ")"));
  }

  /** The simple name of what a method with this descriptor returns. */
  public static String readableResult(String descriptor) {
    return simpleName(Type.getReturnType(descriptor));
  }

  private static String simpleName(Type type) {
    String name = type.getClassName();
    int start = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'));
    return name.substring(start + 1);
  }
}
