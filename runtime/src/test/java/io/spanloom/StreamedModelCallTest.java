package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.StreamedResponse;
import io.spanloom.llm.TokenUsage;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A streamed response says on its span what a whole one says. */
class StreamedModelCallTest {

  private static final String CALL_ID = "gen_ai.tool.call.id";

  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void theAdapterPutsTheResponseTogether() {
    chat(Stream.of(Chunk.text("Good "), Chunk.text("morning"), Chunk.end("stop", 7))).toList();

    assertThat(
            recorded.tree(
                "gen_ai.usage.output_tokens",
                "gen_ai.response.finish_reasons",
                "spanloom.stream.chunks"))
        .isEqualTo("chat gpt-4.1-mini 7 [stop] 3\n");
    assertThat(recorded.everything()).doesNotContain("morning");
  }

  @Test
  void theTextIsRecordedWhereContentIs() {
    try (Recorded withContent =
        Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build())) {
      chat(Stream.of(Chunk.text("Good "), Chunk.text("morning"), Chunk.end("stop", 7))).toList();

      assertThat(withContent.tree("output.value")).isEqualTo("chat gpt-4.1-mini Good morning\n");
    }
  }

  @Test
  void whatAnAgentPassesOnIsPutTogetherToo() {
    try (Recorded withContent =
        Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build())) {
      relay(Stream.of(Chunk.text("Good "), Chunk.text("morning"), Chunk.end("stop", 7))).toList();

      assertThat(withContent.tree("output.value", "gen_ai.usage.output_tokens"))
          .isEqualTo("invoke_agent relay Good morning\n");
    }
  }

  @Test
  void withoutAnAnnotationTheTypeIsNamed() {
    Stream<Chunk> chunks =
        Spans.llmCall("openai", "gpt-4.1-mini")
            .delivered(Stream.class, () -> Stream.of(Chunk.text("Hi"), Chunk.end("stop", 7)));

    assertThat(recorded.everything()).isEmpty();
    assertThat(chunks.toList()).hasSize(2);
    assertThat(recorded.tree("gen_ai.usage.output_tokens")).isEqualTo("chat gpt-4.1-mini 7\n");
  }

  /** The first tool runs while the second call is still being streamed. */
  @Test
  void toolCallsAreAnnouncedBeforeTheStreamEnds() {
    useTools(
        List.of(
                Chunk.call(0, "call-1", "search", "{\"query\":"),
                Chunk.call(0, null, null, "\"a\"}"),
                Chunk.call(1, "call-2", "search", "{\"query\":\"b\"}"),
                Chunk.end("tool_calls", 9))
            .iterator());

    assertThat(recorded.tree(CALL_ID, "spanloom.tool_call.correlation"))
        .isEqualTo(
            """
            invoke_agent useTools
              chat gpt-4.1-mini
              execute_tool search call-1 arguments
              execute_tool search call-2 arguments
            """);
    assertThat(recorded.span("chat gpt-4.1-mini").getAttributes().asMap().toString())
        .contains("call-1", "call-2");
  }

  @Test
  void aWholeResponseInAStreamOfOneCounts() {
    useTools(new Tap<>(Response.asking(new LlmToolCall("call-9", "search", "{\"query\":\"c\"}"))));

    assertThat(recorded.tree(CALL_ID, "gen_ai.usage.input_tokens"))
        .isEqualTo(
            """
            invoke_agent useTools
              chat gpt-4.1-mini 100
              execute_tool search call-9
            """);
  }

  @Test
  void usageCanBeReadFromChunksWithoutAnAdapter() {
    plain(Stream.of(new Plain(null), new Plain(41L), new Plain(null))).toList();

    assertThat(recorded.tree("gen_ai.usage.output_tokens")).isEqualTo("chat m 41\n");
  }

  @Test
  void anAdapterThatFailsCostsNothingButAttributes() {
    Chunk broken = Chunk.text(null);

    assertThat(chat(Stream.of(broken, Chunk.end("stop", 7))).toList()).hasSize(2).contains(broken);

    assertThat(recorded.tree("spanloom.stream.chunks")).isEqualTo("chat gpt-4.1-mini 2\n");
  }

  @Agent
  void useTools(Iterator<Chunk> chunks) {
    Iterator<Chunk> response = chat(chunks);
    response.next();
    response.next();
    response.next();
    search("a");
    response.next();
    search("b");
    response.hasNext();
  }

  @Agent
  void useTools(Flow.Publisher<Response> response) {
    whole(response)
        .subscribe(
            new Drain<>(
                1,
                signal -> {
                  if (!signal.equals("end")) {
                    search("c");
                  }
                }));
  }

  @Agent
  Stream<Chunk> relay(Stream<Chunk> response) {
    return response;
  }

  @LlmCall(model = "gpt-4.1-mini")
  Stream<Chunk> chat(Stream<Chunk> response) {
    return response;
  }

  @LlmCall(model = "gpt-4.1-mini")
  Iterator<Chunk> chat(Iterator<Chunk> response) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return response.hasNext();
      }

      @Override
      public Chunk next() {
        return response.next();
      }
    };
  }

  @LlmCall(model = "gpt-4.1-mini")
  Flow.Publisher<Response> whole(Flow.Publisher<Response> response) {
    return response;
  }

  @LlmCall(model = "m")
  @Attribute(key = GenAi.USAGE_OUTPUT_TOKENS, path = "tokens")
  Stream<Plain> plain(Stream<Plain> response) {
    return response;
  }

  /** Searches. */
  @Tool
  String search(String query) {
    return query;
  }

  record Plain(Long tokens) {}

  record Chunk(
      String text, Integer index, String id, String name, String arguments, String finish, long n) {

    static Chunk text(String text) {
      return new Chunk(text, null, null, null, null, null, 0);
    }

    static Chunk call(int index, String id, String name, String arguments) {
      return new Chunk("", index, id, name, arguments, null, 0);
    }

    static Chunk end(String finish, long outputTokens) {
      return new Chunk("", null, null, null, null, finish, outputTokens);
    }
  }

  /** Found as a service. */
  public static final class ChunkAdapter implements LlmStreamAdapter<Chunk> {

    @Override
    public Class<Chunk> chunkType() {
      return Chunk.class;
    }

    @Override
    public void read(Chunk chunk, StreamedResponse response) {
      if (chunk.text() == null) {
        throw new IllegalStateException("the adapter is broken");
      }
      response.text(chunk.text());
      if (chunk.index() != null) {
        response.toolCall(chunk.index(), chunk.id(), chunk.name(), chunk.arguments());
      }
      response.finishReason(chunk.finish());
      response.usage(chunk.n() == 0 ? null : TokenUsage.of(10, chunk.n()));
    }
  }
}
