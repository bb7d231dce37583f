package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pointcuts leave out nested classes where one of them may override the traced method. */
class NestedSubclassesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Shop { @Task void buy() {} static class Sub extends Shop { void buy() {} } }",
        "class Shop { @Task void buy() {} class In { class Sub extends Shop { void buy() {} } } }",
        "class Shop { @Task void buy() { class Sub extends Shop { void buy() {} } } }",
        "class Shop { @Task void buy() {} Shop other() { return new Shop() { void buy() {} }; } }",
        "class Shop { @Task void buy() {} static Object o = new Shop() { void buy() {} }; }",
        "class Shop { @Task void buy() {} static { new Shop() { void buy() {} }.buy(); } }",
        "class Shop { @Task void buy() {} Runnable r = () -> new Shop() { void buy() {} }.buy(); }",
        "class Base extends Shop {} class Shop { @Task void buy() {} class Sub extends Base {} }",
        "enum Shop { A { void buy() {} }; @Task void buy() {} }",
        "interface Shop { @Task default void buy() {} record Sub() implements Shop {} }",
        "interface Shop { @Task default void buy() {} enum Sub implements Shop { A } }"
      })
  void nestedClassesThatMayOverrideAreLeftOut(String source) throws IOException {
    assertThat(aspect(source)).contains("&& !within(acme.Shop..*)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Shop { @Task void buy() {} }",
        "class Shop extends ArrayList<String> { @Task void buy() { new Object().hashCode(); } }",
        "class Shop { @Task void buy() {} record Item(String name) {} enum Size { S } class In {} }",
        "enum Shop { A; @Task void buy() {} }",
        "interface Shop { @Task default void buy() {} interface In {} }"
      })
  void aPatternThatNoClassCanMatchIsNotWritten(String source) throws IOException {
    assertThat(aspect(source)).contains("within(acme.Shop)").doesNotContain("!within");
  }

  private static String aspect(String source) throws IOException {
    Compilation compilation = Compilations.compile(source);
    return compilation
        .generatedSourceFile("acme.Shop_SpanAspect")
        .orElseThrow()
        .getCharContent(true)
        .toString();
  }
}
