package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.net.URL;
import java.nio.file.Path;
import org.aspectj.weaver.loadtime.WeavingURLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project's own aspects apply to classes that the build has woven, and ours do not apply twice.
 */
class SecondWeaverTest {

  private static final String SHOP =
      """
      package demo;

      import io.spanloom.annotations.*;
      import java.util.concurrent.*;
      import java.util.stream.Stream;

      public class Shop {
        private final ExecutorService pool = Executors.newSingleThreadExecutor();

        @Agent("shop") public String serve(String what) throws Exception {
          try {
            return pool.submit(() -> price(what)).get() + list(what).findFirst().orElse("");
          } finally {
            pool.shutdown();
          }
        }

        @Task public String price(String what) { return what + " 1"; }

        @Task public Stream<String> list(String what) { return Stream.of(what); }

        public static class Job implements Runnable, Comparable<Job> {
          @Override public void run() { new Shop().price("job"); }
          @Override public int compareTo(Job other) { return 0; }
        }

        static Object run() throws Exception {
          return new Shop().serve("pie") + " " + Log.executions + " " + Log.calls;
        }
      }
      """;

  private static final String LOG =
      """
      package demo;

      import org.aspectj.lang.ProceedingJoinPoint;
      import org.aspectj.lang.annotation.*;

      @Aspect
      public class Log {
        static int executions;
        static int calls;

        @Around("(execution(String *..*.*(..)) || execution(*..Stream *..*.*(..)))"
            + " && !execution(* lambda$*(..)) && within(demo.Shop)")
        public Object log(ProceedingJoinPoint call) throws Throwable {
          executions++;
          return call.proceed();
        }

        @Before("call(* submit(..)) || call(* java.util.stream.Stream.of(..))")
        public void call() { calls++; }
      }
      """;

  @TempDir Path directory;

  @Test
  void bothApply() throws Exception {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build()) {
      Spanloom.install(sdk);
      Module module = Module.in(directory).compileAnnotated(SHOP, LOG);
      module.weave();

      assertThat(runWovenAgain(module)).isEqualTo("pie 1pie 3 2");
      assertThat(SpanTree.render(exporter.getFinishedSpanItems()))
          .isEqualTo("invoke_agent shop\n  price\n  list\n");
    }
  }

  /** AspectJ's own class loader weaves every aspect that it finds among the classes. */
  private static Object runWovenAgain(Module module) throws Exception {
    URL[] classes = {module.classes().toUri().toURL()};
    try (WeavingURLClassLoader loader =
        new WeavingURLClassLoader(classes, classes, SecondWeaverTest.class.getClassLoader())) {
      var method = loader.loadClass("demo.Shop").getDeclaredMethod("run");
      method.setAccessible(true);
      return method.invoke(null);
    }
  }
}
