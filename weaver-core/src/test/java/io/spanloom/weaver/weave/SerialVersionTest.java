package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectStreamClass;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was serialized before a class was woven can be read afterwards. */
class SerialVersionTest {

  private static final String SOURCE =
      """
      package demo;

      import io.spanloom.annotations.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;

      public class Classes {
        public static class Plain implements java.io.Serializable {
          @Task public String find(String query) { return query; }
        }

        public static class Streams implements java.io.Serializable {
          @Task public Stream<String> list(String query) { return Stream.of(query); }
        }

        public static class Inheriting extends ArrayList<String> {
          @Task public Stream<String> list(String query) { return Stream.of(query); }
        }

        public static class External implements java.io.Externalizable {
          @Task public Iterator<String> list(String query) { return List.of(query).iterator(); }
          @Override public void writeExternal(java.io.ObjectOutput out) {}
          @Override public void readExternal(java.io.ObjectInput in) {}
        }

        public static class Tasks implements java.io.Serializable {
          public void each(ExecutorService pool, List<Runnable> tasks) { tasks.forEach(pool::execute); }
        }

        public static class Base {
          public String run(String in) { return in; }
        }

        public interface Step { @Task String run(String in); }

        public static class Derived extends Base implements Step, java.io.Serializable {}

        public static class Own implements java.io.Serializable {
          private static final long serialVersionUID = 7;
          @Task public Stream<String> list(String query) { return Stream.of(query); }
        }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"Plain", "Streams", "Inheriting", "External", "Tasks", "Derived", "Own"})
  void weavingKeepsTheVersion(String name) throws Exception {
    Module module = Module.in(directory).compileAnnotated(SOURCE);
    long before = version(module, name);
    byte[] unwoven = module.bytes("demo.Classes$" + name);
    module.weave();

    assertThat(version(module, name)).isEqualTo(before);
    assertThat(module.bytes("demo.Classes$" + name)).isNotEqualTo(unwoven);
  }

  @Test
  void aClassWhoseVersionStaysGetsNoField() throws Exception {
    Module module = Module.in(directory).compileAnnotated(SOURCE);
    module.weave();

    assertThat(module.load().loadClass("demo.Classes$Plain").getDeclaredFields()).isEmpty();
  }

  private static long version(Module module, String name) throws ReflectiveOperationException {
    return ObjectStreamClass.lookup(module.load().loadClass("demo.Classes$" + name))
        .getSerialVersionUID();
  }
}
