package hops;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs every workflow of the classes given, and writes a line for each with its span tree. Not to
 * standard output: that belongs to an exporter, which does not write whole lines at once.
 */
public final class Main {

  public static void main(String[] classNames) throws Exception {
    boolean underAgent = Boolean.getBoolean("hops.agent");
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    if (!underAgent) {
      Spanloom.install(
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                      .build())
              .build());
    }
    PrintStream results = new PrintStream(System.getProperty("hops.results"));
    for (String className : classNames) {
      for (Method method : workflows(Class.forName(className))) {
        method.setAccessible(true);
        int calls = (int) method.invoke(null);
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        String tree = tree(exporter.getFinishedSpanItems(), "0000000000000000");
        results.println("HOP " + name + " " + calls + tree);
        exporter.reset();
        if (Context.current() != Context.root() && !underAgent) {
          results.println("LEAK " + name);
        }
      }
    }
    results.close();
  }

  private static List<Method> workflows(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getReturnType() == int.class && method.getParameterCount() == 0)
        .filter(method -> !method.isSynthetic() && !method.getName().contains("$"))
        .filter(method -> !method.getName().startsWith("ajc"))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** Names with their children in brackets, equal ones counted. */
  private static String tree(List<SpanData> spans, String parent) {
    Map<String, Long> children =
        spans.stream()
            .filter(span -> span.getParentSpanId().equals(parent))
            .map(span -> span.getName() + tree(spans, span.getSpanId()))
            .collect(groupingBy(it -> it, TreeMap::new, counting()));
    return children.isEmpty() ? "" : " " + children;
  }
}
