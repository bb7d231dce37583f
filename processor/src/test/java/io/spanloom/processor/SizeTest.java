package io.spanloom.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Class files have limits, and generated ones meet them before those that people write. */
class SizeTest {

  @Test
  void aClassWithAThousandTracedMethodsCompiles() {
    assertThat(Compilations.lenient().compile(file("Large", 1000)).errors()).isEmpty();
  }

  @Test
  void aThousandClassesCompile() {
    JavaFileObject[] files =
        IntStream.range(0, 1000).mapToObj(i -> file("Small" + i, 1)).toArray(JavaFileObject[]::new);
    Compilation compilation = Compilations.lenient().compile(files);
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFiles()).hasSize(2000);
  }

  private static JavaFileObject file(String name, int methods) {
    String body = IntStream.range(0, methods).mapToObj(SizeTest::method).collect(joining());
    return JavaFileObjects.forSourceString(
        "acme." + name,
        "package acme; import io.spanloom.annotations.*; import java.util.*;\nclass %s {\n%s}\n"
            .formatted(name, body));
  }

  private static String method(int number) {
    return """
          /**
           * Looks for what number %1$d is about, and for what it is not about.
           *
           * @param query what to look for
           * @param limit the most results to return
           */
          @Tool(value = "search_%1$d", type = "extension")
          @Attribute(key = "app.hits", path = "size()")
          List<String> search%1$d(
              String query, @Attribute(key = "app.limit") int limit, @ToolCallId String id) {
            return List.of();
          }
        """
        .formatted(number);
  }
}
