package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** The constants of a generated class, as a program has them. */
final class CompiledConstants {

  private CompiledConstants() {}

  /** The values by name. */
  static Map<String, String> of(Compilation compilation, String name) throws Exception {
    assertThat(compilation.status())
        .as(() -> compilation.diagnostics().toString())
        .isEqualTo(Compilation.Status.SUCCESS);
    Class<?> generated = new Generated(compilation).loadClass(name);
    Map<String, String> constants = new TreeMap<>();
    for (var field : generated.getDeclaredFields()) {
      field.setAccessible(true);
      constants.put(field.getName(), (String) field.get(null));
    }
    return constants;
  }

  private static final class Generated extends ClassLoader {
    private final Compilation compilation;

    Generated(Compilation compilation) {
      this.compilation = compilation;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String path = name.replace('.', '/') + ".class";
      for (JavaFileObject file : Compilations.generated(compilation)) {
        if (Compilations.pathOf(file).equals(path)) {
          try (InputStream stream = file.openInputStream()) {
            byte[] bytes = stream.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
          } catch (IOException failure) {
            throw new ClassNotFoundException(name, failure);
          }
        }
      }
      throw new ClassNotFoundException(name);
    }
  }
}
