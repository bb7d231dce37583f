package io.spanloom.weaver.blueprint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/** Which objects methods take and return, remembered, since taking descriptors apart takes time. */
final class Descriptors {

  private final Map<String, List<String>> parameters = new HashMap<>();
  private final Map<String, String> results = new HashMap<>();

  /**
   * The parameters' types: internal names of classes, of elements in the case of arrays, and
   * descriptors of primitives.
   */
  List<String> parameters(String descriptor) {
    return parameters.computeIfAbsent(
        descriptor,
        text -> Arrays.stream(Type.getArgumentTypes(text)).map(Descriptors::element).toList());
  }

  /** The result's type, in the same form. */
  String result(String descriptor) {
    return results.computeIfAbsent(descriptor, text -> element(Type.getReturnType(text)));
  }

  private static String element(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return element.getInternalName();
  }
}
