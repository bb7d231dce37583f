package shapes;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Input;
import io.spanloom.annotations.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A generic class. */
public class Box<T extends Comparable<T>> {

  private static final class Secret {}

  record Item(String name) {}

  record Pair<A, B>(A left, B right) {}

  @Task
  T genericParameter(List<T> list, T value) {
    return value;
  }

  @Task
  <E> E genericMethod(E one, Map<String, ? extends List<E>> many, T[] array) {
    return one;
  }

  @Task
  <E extends Item> E boundedPath(@Attribute(key = "app.name", path = "name") E item) {
    return item;
  }

  @Task
  @Attribute(key = "app.left", path = "left.name")
  @Attribute(key = "app.right", path = "right[0]")
  Pair<Item, List<Integer>> substituted(
      @Attribute(key = "app.first", path = "[0].right.name") List<Pair<T, Item>> pairs) {
    return new Pair<>(pairs.get(0).right(), List.of(1));
  }

  @Task
  String varargs(@Attribute(key = "app.parts") String... parts) {
    return "";
  }

  @Task
  @SafeVarargs
  final <E> void genericVarargs(E... parts) {}

  @Task
  int[][] arrays(long[][] numbers, String[] texts, List<T>[] lists) {
    return new int[0][];
  }

  @Task
  private Secret privateTypes(Secret secret, Secret[] secrets, List<Secret> list) {
    return secret;
  }

  @Task
  String overridable(String text) {
    return text;
  }

  @Task
  String overloaded(String text) {
    return text;
  }

  @Task("overloaded with a number")
  String overloaded(@Input String text, int number) {
    return text;
  }

  @Task
  private String hidden(String text) {
    return text;
  }

  @Task
  static String statically(String text) {
    return text;
  }

  @Task
  T[] genericArray(T[] values) {
    return values;
  }

  @Task
  @Attribute(key = "app.second", path = "[1].name")
  <E extends Item> E[] arrayPath(@Attribute(key = "app.first", path = "[0].name") E[] items) {
    return items;
  }

  static String callHidden(Box<?> box) {
    return box.hidden("");
  }

  void callPrivateTypes() {
    privateTypes(new Secret(), new Secret[0], List.of());
  }

  /** An inner class of a generic class. */
  class Inner {
    @Task
    T inner(T value, @Attribute(key = "app.other", path = "name") Inner other, Box<T> box) {
      return value;
    }

    @Task
    @Attribute(key = "app.first", path = "[0].left")
    <E extends Item, P extends Pair<String, E>> P[] innerGenerics(
        Map<String, List<Secret>> secrets,
        @Attribute(key = "app.left", path = "left") P pair,
        Comparator<? super Secret> order,
        P[] pairs) {
      return pairs;
    }

    @Task
    @Attribute(key = "app.size", path = "size()")
    List<T> innerLists(
        @Attribute(key = "app.values", path = "size()") List<T> values, Map<T, List<T[]>> map) {
      return values;
    }

    String name() {
      return "inner";
    }
  }

  /** Is woven, but its overriding methods have no annotations of their own: not traced. */
  static class Sub extends Box<String> {
    @Task
    void ownMethod() {}

    @Override
    String overridable(String text) {
      return "sub";
    }

    String hidden(String text) {
      return "sub";
    }

    static String statically(String text) {
      return "sub";
    }
  }

  static Box<String> anonymous() {
    return new Box<>() {
      @Override
      String overridable(String text) {
        return "anonymous";
      }
    };
  }
}
