package io.spanloom.springboot.springai;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.Spans;
import io.spanloom.ToolCalls;
import io.spanloom.springboot.Clerk;
import io.spanloom.springboot.Contexts;
import io.spanloom.springboot.Memory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tools that Spring AI runs have one span each, whoever makes spans of observations. */
class SpringAiToolsTest {

  private static final AttributeKey<String> CALL_ID = AttributeKey.stringKey("gen_ai.tool.call.id");

  private final ApplicationContextRunner alone =
      Contexts.withStarter().withUserConfiguration(Tools.class);

  private final ApplicationContextRunner withMicrometerTracing =
      alone
          .withBean(SimpleMeterRegistry.class) // its observations want spans
          .withConfiguration(
              AutoConfigurations.of(
                  OpenTelemetryAutoConfiguration.class,
                  OpenTelemetryTracingAutoConfiguration.class,
                  MicrometerTracingAutoConfiguration.class,
                  ObservationAutoConfiguration.class))
          .withPropertyValues("management.tracing.sampling.probability=1.0");

  @Test
  void lambdasAreTraced() {
    for (ApplicationContextRunner runner : List.of(alone, withMicrometerTracing)) {
      assertOneSpan(runner, "find", query -> "Case one on " + query.get("query"));
    }
  }

  @Test
  void wovenToolsAreTracedOnce() {
    for (ApplicationContextRunner runner : List.of(alone, withMicrometerTracing)) {
      assertOneSpan(
          runner, "case_search", query -> new Clerk().search(String.valueOf(query.get("query"))));
    }
  }

  @Test
  void whatAToolOpensStandsBelowIt() {
    for (ApplicationContextRunner runner : List.of(alone, withMicrometerTracing)) {
      runner.run(
          context -> {
            run(
                context.getBean(ToolCallingManager.class),
                "ask_clerk",
                query -> new Clerk().answer("care"));

            assertThat(context.getBean(Memory.class).tree())
                .isEqualTo(
                    """
                    invoke_agent office
                      execute_tool ask_clerk
                        invoke_agent clerk
                          execute_tool case_search
                    """);
          });
    }
  }

  private static void assertOneSpan(
      ApplicationContextRunner runner, String tool, Function<Map<String, Object>, String> body) {
    runner.run(
        context -> {
          run(context.getBean(ToolCallingManager.class), tool, body);

          Memory memory = context.getBean(Memory.class);
          assertThat(memory.tree())
              .isEqualTo("invoke_agent office\n  execute_tool %s\n".formatted(tool));
          SpanData span = memory.spans().get(0);
          assertThat(span.getAttributes().get(CALL_ID)).isEqualTo("call_1");
        });
  }

  /** What a model does that runs its tools. */
  private static void run(
      ToolCallingManager manager, String tool, Function<Map<String, Object>, String> body) {
    String arguments = "{\"query\":\"care\"}";
    ToolCallback callback =
        FunctionToolCallback.builder(tool, body)
            .description("Searches.")
            .inputSchema("{\"type\":\"object\"}")
            .inputType(Map.class)
            .build();
    Prompt prompt =
        new Prompt("Hello", ToolCallingChatOptions.builder().toolCallbacks(callback).build());
    AssistantMessage request =
        AssistantMessage.builder()
            .toolCalls(
                List.of(new AssistantMessage.ToolCall("call_1", "function", tool, arguments)))
            .build();
    Spans.agent("office")
        .call(
            () -> {
              ToolCalls.announce("call_1", tool, arguments);
              return manager.executeToolCalls(
                  prompt, new ChatResponse(List.of(new Generation(request))));
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class Tools {

    @Bean
    ToolCallingManager toolCallingManager(ObservationRegistry registry) {
      return ToolCallingManager.builder().observationRegistry(registry).build();
    }
  }
}
