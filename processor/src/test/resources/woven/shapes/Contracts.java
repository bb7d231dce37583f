package shapes;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Input;
import io.spanloom.annotations.Task;
import java.util.ArrayList;
import java.util.List;

/** Annotated methods without bodies, and what implements them. */
final class Contracts {

  private Contracts() {}

  interface Store<K extends Comparable<K>, V> {
    @Task
    V find(@Input K key, V fallback, String... hints);

    @Task
    List<V> all(List<? super K> keys);

    @Task
    default int count(@Attribute(key = "app.from") int from) {
      return from;
    }

    @Task
    <T> T generic(T value);
  }

  static class ByName implements Store<String, Integer> {
    @Override
    public Integer find(String key, Integer fallback, String... hints) {
      return null;
    }

    /** Is no implementation, only called the same. */
    public Integer find(Object key, Integer fallback, String... hints) {
      return null;
    }

    @Override
    public ArrayList<Integer> all(List<? super String> keys) {
      return null;
    }

    @Override
    public int count(int from) {
      return from + 1;
    }

    @Override
    public <T> T generic(T value) {
      return value;
    }
  }

  abstract static class Half<T> {
    @Task
    abstract T half(T whole);
  }

  record Quarter(int of) {
    Half<List<String>> anonymous() {
      return new Half<>() {
        @Override
        List<String> half(List<String> whole) {
          return null;
        }
      };
    }
  }

  enum Level {
    LOW {
      @Override
      Level next(Level other) {
        return other;
      }
    };

    @Task
    abstract Level next(@Attribute(key = "app.level") Level other);
  }
}
