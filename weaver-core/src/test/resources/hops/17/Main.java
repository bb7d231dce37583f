package hops;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.opentelemetry.api.common.AttributeKey;
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
import java.util.concurrent.Callable;
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
      for (Workflow workflow : workflows(Class.forName(className))) {
        String name = workflow.name();
        int calls = workflow.run();
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

  /** A class's own, or those that it lists itself. */
  private static List<Workflow> workflows(Class<?> type) throws Exception {
    if (type == Outliving.class) {
      return Outliving.workflows();
    }
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getReturnType() == int.class && method.getParameterCount() == 0)
        .filter(method -> !method.isSynthetic() && !method.getName().contains("$"))
        .filter(method -> !method.getName().startsWith("ajc"))
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> new Workflow(type.getSimpleName() + "." + method.getName(), () -> (int) accessible(method).invoke(null)))
        .toList();
  }

  static Method accessible(Method method) {
    method.setAccessible(true);
    return method;
  }

  /** What hands work on, and how many calls there must be. */
  record Workflow(String name, Callable<Integer> body) {

    int run() throws Exception {
      return body.call();
    }
  }

  /** Names with their children in brackets, equal ones counted. */
  private static String tree(List<SpanData> spans, String parent) {
    Map<String, Long> children =
        spans.stream()
            .filter(span -> span.getParentSpanId().equals(parent))
            .map(span -> label(span, spans) + tree(spans, span.getSpanId()))
            .collect(groupingBy(it -> it, TreeMap::new, counting()));
    return children.isEmpty() ? "" : " " + children;
  }

  /** A span's name, session and links. */
  private static String label(SpanData span, List<SpanData> spans) {
    String session = span.getAttributes().get(AttributeKey.stringKey("session.id"));
    String links =
        span.getLinks().stream()
            .map(link -> " linked to " + name(link.getSpanContext().getSpanId(), spans))
            .collect(joining());
    return span.getName() + (session == null ? "" : " of " + session) + links;
  }

  private static String name(String spanId, List<SpanData> spans) {
    return spans.stream()
        .filter(span -> span.getSpanId().equals(spanId))
        .map(SpanData::getName)
        .findFirst()
        .orElse("nothing");
  }
}
