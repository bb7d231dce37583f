package shapes;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;
import java.util.List;

/** Deprecated types and methods in signatures and on paths. */
class Old {
  /** Old. */
  @Deprecated
  static class Outdated {
    /** Old. */
    static class Nested {}

    String name = "n";
  }

  /** Very old. */
  @Deprecated(forRemoval = true)
  record Doomed(String name) {}

  static class Fine {
    /** Old. */
    @Deprecated
    String getName() {
      return "n";
    }
  }

  @Task
  @Deprecated
  @SuppressWarnings({"deprecation", "removal"})
  Outdated outdated(
      @Attribute(key = "a.b", path = "name") Outdated one,
      Outdated.Nested nested,
      List<Doomed> doomed) {
    return one;
  }

  @Task
  @SuppressWarnings("removal")
  void doomed(@Attribute(key = "a.b", path = "name") Doomed doomed) {}

  @Task
  void fine(@Attribute(key = "a.b", path = "name") Fine fine) {}

  @Task
  @SuppressWarnings("rawtypes")
  List raw(List raw, Class type, java.util.Map.Entry entry) {
    return raw;
  }
}
