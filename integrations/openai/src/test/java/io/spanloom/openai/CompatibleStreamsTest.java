package io.spanloom.openai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.SpanloomExtension;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that are only compatible stream in their own ways; what they mean is on the span. */
@Timeout(60)
class CompatibleStreamsTest {

  private static final String CALLS = "llm.output_messages.0.message.tool_calls.";
  private static final String MODEL = "gpt-4.1-mini-2025-04-14";
  private static final String DONE = "data: [DONE]";

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .maxRetries(0)
          .build();

  private final Librarian librarian = new Librarian(client);

  @Test
  void everyChunkMayHaveTheUsageSoFar() {
    streams(
        chunk("c", MODEL, text("Hel", "null"), usage(1)),
        chunk("c", MODEL, text("lo", "\"stop\""), usage(4)),
        chunk("c", MODEL, "", usage(5)));

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.usage.input_tokens", 10L)
        .hasAttribute("gen_ai.usage.output_tokens", 5L);
  }

  @Test
  void theFirstAndTheLastChunkMayNameNothing() {
    streams(
        "data: {\"id\":\"\",\"choices\":[],\"created\":0,\"model\":\"\",\"object\":\"\","
            + "\"prompt_filter_results\":[{\"prompt_index\":0}]}",
        chunk("c-1", MODEL, text("Hello", "null"), null),
        chunk("c-1", MODEL, text("", "\"stop\""), null),
        chunk("c-1", MODEL, text("", "\"stop\""), null),
        chunk("", "", "", usage(5)));

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.response.id", "c-1")
        .hasAttribute("gen_ai.response.model", MODEL)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("stop"))
        .hasAttribute("llm.cost.total");
  }

  @Test
  void allCallsMayHaveTheIndexZeroOrNone() {
    streams(
        chunk("c", MODEL, call("0", "call_1", "shelf_search", "{\"query\":\"a\"}", "null"), null),
        chunk("c", MODEL, call("0", "call_2", "shelf_search", "{\"query\":\"b\"}", "null"), null));
    hasTwoCalls();

    spanloom.recorded().clear();
    streams(
        chunk("c", MODEL, call(null, "call_1", "shelf_search", "{\"query\":", "null"), null),
        chunk("c", MODEL, call(null, null, null, "\"a\"}", "\"\""), null),
        chunk("c", MODEL, call(null, "call_2", "shelf_search", "{\"query\":", "\"\""), null),
        chunk("c", MODEL, call(null, "", "", "\"b\"}", "\"stop\""), null));
    hasTwoCalls();
  }

  @Test
  void callsMayTakeTurns() {
    streams(
        chunk("c", MODEL, call("0", "call_1", "shelf_search", "", "\"stop\""), null),
        chunk("c", MODEL, call("1", "call_2", "shelf_search", "", "\"stop\""), null),
        chunk("c", MODEL, call("0", null, null, "{\"query\":", "\"stop\""), null),
        chunk("c", MODEL, call("1", null, null, "{\"query\":\"b\"}", "\"stop\""), null),
        chunk("c", MODEL, call("0", null, null, "\"a\"}", "\"tool_calls\""), null));

    hasTwoCalls();
    assertThat(spanloom.trace())
        .hasSpan("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("tool_calls"));
  }

  @Test
  void callsWithoutArgumentsAreCalls() {
    streams(
        chunk("c", MODEL, call("0", "call_1", "shelf_search", "", "null"), null),
        chunk("c", MODEL, call("1", "call_2", "shelf_search", "", "\"tool_calls\""), null));

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute(CALLS + "0.tool_call.function.arguments", "{}")
        .hasAttribute(CALLS + "1.tool_call.id", "call_2")
        .hasAttribute(CALLS + "1.tool_call.function.arguments", "{}");
  }

  private void hasTwoCalls() {
    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute(CALLS + "0.tool_call.id", "call_1")
        .hasAttribute(CALLS + "0.tool_call.function.arguments", "{\"query\":\"a\"}")
        .hasAttribute(CALLS + "1.tool_call.id", "call_2")
        .hasAttribute(CALLS + "1.tool_call.function.arguments", "{\"query\":\"b\"}")
        .hasNoAttribute(CALLS + "2.tool_call.id");
  }

  private void streams(String... chunks) {
    String[] all = Arrays.copyOf(chunks, chunks.length + 1);
    all[chunks.length] = DONE;
    server.replies(Reply.events(all));
    try (var stream =
        librarian.chunks(
            ChatCompletionCreateParams.builder()
                .model("gpt-4.1-mini")
                .addUserMessage("A book?")
                .build())) {
      stream.stream().forEach(chunk -> {});
    }
  }

  private static String chunk(String id, String model, String choice, @Nullable String usage) {
    return "data: {\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"%s\",\"choices\":[%s]%s}"
        .formatted(id, model, choice, usage == null ? "" : ",\"usage\":" + usage);
  }

  private static String text(String text, String finish) {
    return "{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":%s}"
        .formatted(text, finish);
  }

  private static String call(
      @Nullable String index,
      @Nullable String id,
      @Nullable String name,
      String arguments,
      String finish) {
    return "{\"index\":0,\"delta\":{\"tool_calls\":[{%s%s\"function\":{%s\"arguments\":\"%s\"}}]},\"finish_reason\":%s}"
        .formatted(
            index == null ? "" : "\"index\":" + index + ",",
            id == null ? "" : "\"id\":\"" + id + "\",\"type\":\"function\",",
            name == null ? "" : "\"name\":\"" + name + "\",",
            arguments.replace("\"", "\\\""),
            finish);
  }

  private static String usage(int output) {
    return "{\"prompt_tokens\":10,\"completion_tokens\":%d,\"total_tokens\":%d}"
        .formatted(output, 10 + output);
  }
}
