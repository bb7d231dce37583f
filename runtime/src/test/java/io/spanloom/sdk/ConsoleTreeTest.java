package io.spanloom.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConsoleTreeTest {

  /** Not zero, which OpenTelemetry takes for now. */
  private static final Instant EPOCH = Instant.ofEpochSecond(1);

  private final List<String> printed = new ArrayList<>();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(ConsoleTree.to(printed::add)).build();
  private final Tracer tracer = provider.get("test");

  @Test
  void printsATraceWhenItsRootEnds() {
    Span root = start("invoke_agent a", null, 0);
    Span call = start("chat m", root, 10);
    call.setAttribute("gen_ai.usage.input_tokens", 120);
    call.setAttribute("gen_ai.usage.output_tokens", 30);
    call.setAttribute("gen_ai.usage.cache_read.input_tokens", 64);
    call.setAttribute(AttributeKey.doubleKey("llm.cost.total"), 0.000125);
    Span tool = start("execute_tool search", root, 20);
    tool.setAttribute("gen_ai.tool.call.id", "call_1");
    tool.setAttribute("error.type", "java.io.IOException");
    tool.setStatus(StatusCode.ERROR, "no luck");
    end(call, 15);
    end(tool, 1_520);
    assertThat(printed).isEmpty();

    end(root, 2_000);

    assertThat(printed)
        .containsExactly(
            """
            invoke_agent a             2.00 s
            ├─ chat m                  5.0 ms  120 in, 30 out, 64 cached  $0.000125
            └─ execute_tool search     1.50 s  call_1  ERROR java.io.IOException: no luck
            """);
  }

  @Test
  void printsContentBelowItsSpanOnShortLines() {
    Span root = start("invoke_agent a", null, 0);
    root.setAttribute("input.value", "What\n  about stairs?");
    root.setAttribute("output.value", "x".repeat(500));
    Span call = start("chat m", root, 10);
    String requested = "llm.output_messages.0.message.tool_calls.0.tool_call.function.";
    call.setAttribute(requested + "name", "search");
    call.setAttribute(requested + "arguments", "{\"query\":\"stairs\"}");
    Span tool = start("execute_tool search", root, 20);
    tool.setAttribute("gen_ai.tool.call.arguments", "{\"query\":\"stairs\"}");
    end(call, 15);
    end(tool, 30);
    end(root, 2_000);

    assertThat(printed)
        .containsExactly(
            """
            invoke_agent a             2.00 s
            │  in   What about stairs?
            │  out  %s…
            ├─ chat m                  5.0 ms
            │     call search {"query":"stairs"}
            └─ execute_tool search    10.0 ms
                  in   {"query":"stairs"}
            """
                .formatted("x".repeat(95)));
  }

  @Test
  void printsUnfinishedTracesOnShutdown() {
    Span root = start("root", null, 0);
    end(start("child", root, 1), 2);

    provider.shutdown().join(5, TimeUnit.SECONDS);

    assertThat(printed).containsExactly("child     1.0 ms\n");
  }

  private Span start(String name, Span parent, long millis) {
    Context context = parent == null ? Context.root() : Context.root().with(parent);
    return tracer
        .spanBuilder(name)
        .setParent(context)
        .setStartTimestamp(EPOCH.plusMillis(millis))
        .startSpan();
  }

  private static void end(Span span, long millis) {
    span.end(EPOCH.plusMillis(millis));
  }
}
