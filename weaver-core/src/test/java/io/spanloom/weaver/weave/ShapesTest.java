package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shape of method and class that weaving must survive: compiled with the real processor, it
 * behaves woven as it does unwoven, and each call is one span.
 */
class ShapesTest {

  @TempDir static Path directory;
  private static Module unwoven;
  private static Module woven;
  private static Module wovenOneByOne;

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private OpenTelemetrySdk openTelemetry;

  /** All shapes are one module: starting the compiler for each would take most of the time. */
  @BeforeAll
  static void compileAndWeave() throws Exception {
    String[] sources = shapes().map(Shape::compilationUnit).toArray(String[]::new);
    unwoven = Module.in(directory.resolve("unwoven")).compileAnnotated(sources);
    woven = Module.in(directory.resolve("woven")).compileAnnotated(sources);
    assertThat(woven.weave().changed()).isTrue();
    wovenOneByOne = Module.in(directory.resolve("one-by-one")).compileAnnotated(sources);
    wovenOneByOne.weaveOneByOne();
  }

  @BeforeEach
  void install() {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    openTelemetry = OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    Spanloom.install(openTelemetry);
  }

  @AfterEach
  void close() {
    openTelemetry.close();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void behavesAsBeforeAndIsTraced(Shape shape) throws Exception {
    Object expected = unwoven.run(shape.className());
    assertThat(exporter.getFinishedSpanItems()).isEmpty();

    assertThat(woven.run(shape.className())).isEqualTo(expected);
    assertThat(SpanTree.render(exporter.getFinishedSpanItems())).isEqualTo(shape.spanTree());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isTracedAsWellIfItsClassIsWovenAlone(Shape shape) throws Exception {
    Object expected = unwoven.run(shape.className());

    assertThat(wovenOneByOne.run(shape.className())).isEqualTo(expected);
    assertThat(SpanTree.render(exporter.getFinishedSpanItems())).isEqualTo(shape.spanTree());
  }

  @Test
  void reassignedParameterIsCapturedAsItWasPassed() throws Exception {
    Shape reassigned =
        shapes().filter(shape -> shape.name().equals("reassigned")).findFirst().get();

    woven.run(reassigned.className());

    assertThat(exporter.getFinishedSpanItems())
        .singleElement()
        .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("app.text")))
        .isEqualTo("  a  ");
  }

  @Test
  void noClassHasClosuresAndOnlyStreamsMakeJoinPoints() throws Exception {
    for (Path file : classFiles()) {
      assertThat(file.toString()).doesNotContain("AjcClosure");
      boolean streams = file.toString().contains("streamed_results");
      assertThat(ConstantPool.strings(Files.readAllBytes(file)))
          .as(file.toString())
          .noneMatch(
              text -> text.contains("AroundClosure") || (!streams && text.contains("makeJP")));
    }
  }

  private static List<Path> classFiles() throws IOException {
    try (Stream<Path> files = Files.walk(woven.classes())) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(found).hasSizeGreaterThan(2 * (int) shapes().count());
      return found;
    }
  }

  /**
   * A class to be woven.
   *
   * @param name names the package, and the test
   * @param source declares {@code Shape} with {@code static Object run()}
   * @param spanTree what {@code run} leaves behind
   */
  private record Shape(String name, String source, String spanTree) {

    String compilationUnit() {
      return """
      package demo.%s;

      import io.spanloom.annotations.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.*;

      %s"""
          .formatted(packageName(), source);
    }

    String className() {
      return "demo." + packageName() + ".Shape";
    }

    private String packageName() {
      return name.replace(' ', '_');
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Shape> shapes() {
    return Stream.of(methods(), types(), values(), control()).flatMap(List::stream);
  }

  private static List<Shape> methods() {
    return List.of(
        new Shape(
            "privately",
            """
            class Shape {
              @Task private String greet(String name) { return "hello " + name; }
              static Object run() { return new Shape().greet("Ada"); }
            }
            """,
            "greet\n"),
        new Shape(
            "statically",
            """
            class Shape {
              @Task static String greet(String name) { return "hello " + name; }
              static Object run() { return greet("Ada"); }
            }
            """,
            "greet\n"),
        new Shape(
            "privately static",
            """
            class Shape {
              @Task private static String greet(String name) { return "hello " + name; }
              static Object run() { return greet("Ada"); }
            }
            """,
            "greet\n"),
        new Shape(
            "finality",
            """
            final class Shape {
              @Task final String greet(String name) { return "hello " + name; }
              static Object run() { return new Shape().greet("Ada"); }
            }
            """,
            "greet\n"),
        new Shape(
            "holding lock",
            """
            class Shape {
              @Task synchronized boolean locked() { return Thread.holdsLock(this); }
              static Object run() { return new Shape().locked(); }
            }
            """,
            "locked\n"),
        new Shape(
            "varargs",
            """
            class Shape {
              @Task String join(String separator, Object... parts) { return separator + Arrays.toString(parts); }
              static Object run() { return new Shape().join("-", 1, "two", null) + new Shape().join("-"); }
            }
            """,
            "join\njoin\n"),
        new Shape(
            "generic method",
            """
            class Shape {
              @Task <T extends Comparable<T>> T max(Collection<? extends T> of, T least) {
                T max = least;
                for (T each : of) { max = each.compareTo(max) > 0 ? each : max; }
                return max;
              }
              static Object run() { return new Shape().max(List.of(3, 9, 4), 5); }
            }
            """,
            "max\n"),
        new Shape(
            "overloads",
            """
            class Shape {
              @Task("text") String of(String text) { return "s" + text; }
              @Task("number") String of(int number) { return "i" + number; }
              @Task("nothing") String of() { return "n"; }
              static Object run() { return new Shape().of("a") + new Shape().of(1) + new Shape().of(); }
            }
            """,
            "text\nnumber\nnothing\n"),
        new Shape(
            "parameters named as in advice",
            """
            class Shape {
              @Task String of(String frame, String thrown, String result) { return frame + thrown + result; }
              static Object run() { return new Shape().of("a", "b", "c"); }
            }
            """,
            "of\n"));
  }

  private static List<Shape> types() {
    return List.of(
        new Shape(
            "nested and inner and hidden",
            """
            class Shape {
              static class Nested { @Task("nested") String a() { return "a"; } }
              class Inner { @Task("inner") String b() { return "b" + Shape.this.getClass().getSimpleName(); } }
              private static class Hidden { @Task("hidden") String c(Hidden other) { return "c" + (other == this); } }
              static Object run() {
                Hidden hidden = new Hidden();
                return new Nested().a() + new Shape().new Inner().b() + hidden.c(hidden);
              }
            }
            """,
            "nested\ninner\nhidden\n"),
        new Shape(
            "records",
            """
            record Shape(String name) {
              Shape { Objects.requireNonNull(name); }
              @Task String greet() { return "hello " + name; }
              static Object run() { return new Shape("Ada").greet() + new Shape("Ada"); }
            }
            """,
            "greet\n"),
        new Shape(
            "enums",
            """
            enum Shape {
              ROUND { @Override String edge() { return "none"; } },
              SQUARE { @Override String edge() { return "four"; } };
              abstract String edge();
              @Task String describe() { return name() + " " + edge(); }
              static Object run() { return ROUND.describe() + SQUARE.describe() + Arrays.toString(values()); }
            }
            """,
            "describe\ndescribe\n"),
        new Shape(
            "interface methods",
            """
            interface Shape {
              String name();
              @Task("outer") default String greet() { return "hello " + own(); }
              @Task("own") private String own() { return name(); }
              static Object run() { return ((Shape) () -> "Ada").greet(); }
            }
            """,
            "outer\n  own\n"),
        new Shape(
            "interface statics",
            """
            interface Shape {
              @Task static String greet(String name) { return "hello " + name; }
              static Object run() { return greet("Ada"); }
            }
            """,
            "greet\n"),
        new Shape(
            "bridges",
            """
            class Shape implements Function<String, Integer> {
              @Override @Task("length") public Integer apply(String text) { return text.length(); }
              static Object run() { Function<String, Integer> shape = new Shape(); return shape.apply("four"); }
            }
            """,
            "length\n"),
        new Shape(
            "overriding",
            """
            class Shape {
              static class Base { @Task("base") String greet() { return "base"; } }
              static class Derived extends Base { @Override @Task("derived") String greet() { return "derived " + super.greet(); } }
              static Object run() { return new Derived().greet(); }
            }
            """,
            "derived\n  base\n"),
        new Shape(
            "sealed types",
            """
            sealed interface Shape {
              record Circle(double radius) implements Shape {}
              record Square(double side) implements Shape {}
              @Task static double area(Shape shape) {
                if (shape instanceof Circle circle) { return 3 * circle.radius() * circle.radius(); }
                return shape instanceof Square square ? square.side() * square.side() : 0;
              }
              static Object run() { return area(new Circle(2)) + area(new Square(3)); }
            }
            """,
            "area\narea\n"));
  }

  private static List<Shape> values() {
    return List.of(
        new Shape(
            "primitives",
            """
            class Shape {
              @Task int ints(int a, byte b, short c, char d) { return a + b + c + d; }
              @Task long longs(long a, int b) { return a + b; }
              @Task double doubles(double a, float b) { return a + b; }
              @Task float floats(float a) { return a; }
              @Task boolean booleans(boolean a) { return !a; }
              @Task char chars(char a) { return a; }
              @Task int[] arrays(int[] a, long[][] b) { return a; }
              static Object run() {
                Shape s = new Shape();
                int[] array = {1};
                return s.ints(1, (byte) 2, (short) 3, 'a') + " " + s.longs(1L << 40, 1) + " " + s.doubles(1.5, 2f) + " "
                    + s.floats(2.5f) + " " + s.booleans(true) + " " + s.chars('x') + " " + (s.arrays(array, null) == array);
              }
            }
            """,
            "ints\nlongs\ndoubles\nfloats\nbooleans\nchars\narrays\n"),
        new Shape(
            "nothing returned",
            """
            class Shape {
              static int calls;
              @Task void count(int by) { if (by < 0) { return; } calls += by; }
              static Object run() { calls = 0; new Shape().count(2); new Shape().count(-1); return calls; }
            }
            """,
            "count\ncount\n"),
        new Shape(
            "null in and null out",
            """
            class Shape {
              @Task String echo(String text) { return text; }
              static Object run() { return new Shape().echo(null) == null; }
            }
            """,
            "echo\n"),
        new Shape(
            "same result",
            """
            class Shape {
              @Task List<String> self(List<String> list) { return list; }
              static Object run() { List<String> list = new ArrayList<>(); return new Shape().self(list) == list; }
            }
            """,
            "self\n"),
        new Shape(
            "stage that settles",
            """
            class Shape {
              @Task CompletableFuture<String> later(CompletableFuture<String> answer) { return answer; }
              static Object run() {
                CompletableFuture<String> answer = new CompletableFuture<>();
                CompletableFuture<String> later = new Shape().later(answer);
                answer.complete("now");
                return later.join() + (later == answer);
              }
            }
            """,
            "later\n"),
        new Shape(
            "reassigned",
            """
            class Shape {
              @Task String trim(@Attribute(key = "app.text") String text) { text = text.strip(); return text; }
              static Object run() { return new Shape().trim("  a  "); }
            }
            """,
            "trim\n"));
  }

  private static List<Shape> control() {
    return List.of(
        new Shape(
            "checked exception",
            """
            class Shape {
              static final Exception THROWN = new java.io.IOException("disk");
              @Task String read() throws Exception { throw THROWN; }
              static Object run() {
                try { return new Shape().read(); } catch (Exception caught) {
                  return (caught == THROWN) + " " + caught.getSuppressed().length + caught.getCause();
                }
              }
            }
            """,
            "read !\n"),
        new Shape(
            "error and runtime exception",
            """
            class Shape {
              @Task int fail(int a) { if (a == 0) { throw new StackOverflowError("deep"); } return 1 / (a - 1); }
              static Object run() {
                String seen = "";
                for (int a = 0; a < 3; a++) { try { seen += new Shape().fail(a); } catch (Throwable t) { seen += t; } }
                return seen;
              }
            }
            """,
            "fail !\nfail !\nfail\n"),
        new Shape(
            "recursion",
            """
            class Shape {
              @Task int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
              static Object run() { return new Shape().factorial(4); }
            }
            """,
            "factorial\n  factorial\n    factorial\n      factorial\n"),
        new Shape(
            "recursion that fails at the bottom",
            """
            class Shape {
              static Object run() { try { return new Shape().down(2); } catch (IllegalStateException e) { return e.getMessage(); } }
              int down(int n) { return n == 0 ? 0 : step(n); }
              @Task int step(int n) { if (n == 1) { throw new IllegalStateException("rock"); } return down(n - 1); }
            }
            """,
            "step !\n  step !\n"),
        new Shape(
            "lambda and loop and switch",
            """
            class Shape {
              @Task String body(List<String> names, int mode) {
                StringBuilder text = new StringBuilder();
                try {
                  for (String name : names) { Runnable add = () -> text.append(name).append(mode); add.run(); }
                  return switch (mode) { case 1 -> text + "one"; case 2 -> { yield text + "two"; } default -> "" + text; };
                } finally { text.setLength(0); }
              }
              static Object run() {
                return new Shape().body(List.of("a", "b"), 1) + new Shape().body(List.of("c"), 2) + new Shape().body(List.of(), 3);
              }
            }
            """,
            "body\nbody\nbody\n"),
        new Shape(
            "endless loop left by an exception",
            """
            class Shape {
              @Task void spin(Iterator<String> of) { while (true) { of.next(); } }
              static Object run() { try { new Shape().spin(List.of("a").iterator()); return "?"; } catch (NoSuchElementException e) { return "end"; } }
            }
            """,
            "spin !\n"),
        new Shape(
            "streamed results",
            """
            class Shape implements Source {
              @Task private Iterator<String> hidden(List<String> of) { return new ArrayList<>(of).iterator(); }
              @Task static IntStream fixed(int n) { n = n + 1; return IntStream.range(0, n); }
              @Task final <T extends Comparable<T>> Stream<T> generic(List<? extends T> of) { return of.stream().map(item -> item); }
              @Task synchronized Stream<String> locked(String... parts) { return Stream.of(parts); }
              @Task @Attribute(key = "app.length", path = "length()") Stream<String> captured(Stream<String> of) { return of; }
              @Task Stream<String> branches(int n) { if (n == 0) { return null; } try { return Stream.of("a"); } finally { n--; } }
              @Task Stream<String> failing() { throw new IllegalStateException("rock"); }
              @Task Iterator<String> loop(Iterator<String> of) { while (true) { if (!of.hasNext()) { return of; } of.next(); } }
              static Object run() {
                Shape shape = new Shape();
                List<Object> results = new ArrayList<>();
                shape.hidden(List.of("a", "b")).forEachRemaining(results::add);
                results.add(fixed(2).sum());
                results.add(shape.<String>generic(List.of("b", "a")).sorted().toList());
                results.add(shape.locked("x", "y").count());
                results.add(shape.captured(Stream.of("one", "three")).toList());
                results.add(String.valueOf(shape.branches(0)));
                results.add(shape.branches(1).toList());
                try { shape.failing(); } catch (IllegalStateException e) { results.add(e.getMessage()); }
                results.add(shape.loop(List.of("l").iterator()).hasNext());
                shape.items().forEach(results::add);
                return results;
              }
            }
            interface Source {
              @Task default Iterable<String> items() { return () -> List.of("i").iterator(); }
            }
            """,
            "hidden\nfixed\ngeneric\nlocked\ncaptured\nbranches\nbranches\nfailing !\nloop\nitems\n"));
  }
}
