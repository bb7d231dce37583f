package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.Evaluation;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Guardrail;
import io.spanloom.annotations.Input;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Rerank;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Steps;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.Workflow;
import io.spanloom.content.ContentMode;
import io.spanloom.internal.call.Tracing;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans without annotations: the same as those of annotated methods. */
class SpansTest {

  private Recorded recorded =
      Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void eachKindOfSpanIsTheSameAsItsAnnotationsOne() {
    workflow("s");
    Spans.workflow("flow").setAttribute(GenAi.CONVERSATION_ID, "s").run(() -> {});
    agent("q");
    Spans.agent("researcher").description("Finds things.").input("q").call(() -> "answer");
    rank();
    Spans.task("rank").run(() -> {});
    search("call_1", "a");
    Spans.tool("search")
        .description("Searches.")
        .schema(SpansTest_Tools.SEARCH_SCHEMA)
        .callId("call_1")
        .arguments("{\"query\":\"a\"}")
        .call(() -> "found");
    complete(request());
    Spans.llmCall(null, null).request(request()).call(() -> Response.saying("hi"));
    retrieve("q");
    Spans.retrieval("library").input("q").call(() -> List.of("document"));
    embed();
    Spans.embedding("openai", "text-embedding-3-small").run(() -> {});
    rerank();
    Spans.rerank("rerank-v3").run(() -> {});
    guard();
    Spans.guardrail("toxicity").call(() -> true);
    evaluate();
    Spans.evaluation("faithfulness").call(() -> 0.5);

    List<String> shapes = new ArrayList<>();
    recorded
        .spans()
        .forEach(span -> shapes.add(span.getName() + span.getKind() + attributes(span)));
    assertThat(shapes).hasSize(20);
    for (int i = 0; i < shapes.size(); i += 2) {
      assertThat(shapes.get(i + 1)).isEqualTo(shapes.get(i));
    }
  }

  @Test
  void nestLikeAnnotatedMethods() {
    Spans.agent("agent")
        .steps(Steps.AUTO)
        .run(
            () -> {
              Spans.llmCall("openai", "m").call(() -> Response.asking(call("call_1", "{\"a\":1}")));
              Spans.tool("search").arguments("{ \"a\" : 1 }").run(this::rank);
            });

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"))
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool search call_1 arguments
                  rank
            """);
  }

  @Test
  void argumentsTellCallsApart() {
    Spans.agent("agent")
        .run(
            () -> {
              Spans.llmCall("openai", "m")
                  .call(
                      () ->
                          Response.asking(
                              call("call_1", "{\"a\":[1,{\"b\":2.5}],\"c\":null,\"d\":true}"),
                              call("call_2", "{\"a\":[1,{\"b\":3.5}]}")));
              Spans.tool("search").arguments("{\"a\":[1,{\"b\":3.50}]}").run(() -> {});
              Spans.tool("search")
                  .arguments("{\"d\":true,\"c\":null,\"a\":[1,{\"b\":2.5}]}")
                  .run(() -> {});
            });

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"))
        .contains(
            "execute_tool search call_2 arguments\n", "execute_tool search call_1 arguments\n");
  }

  @Test
  void argumentsThatAreNoJsonObjectAreRecordedAsTheyAre() {
    Spans.tool("search").arguments("{\"a\":").run(() -> {});

    assertThat(attributes(recorded.span("execute_tool search")))
        .containsEntry("tool.parameters", "{\"arguments\":\"{\\\"a\\\":\"}");
  }

  @Test
  void resultsAndExceptionsArePassedOn() throws Exception {
    Object result = new Object();
    assertThat(Spans.task("t").<Object, RuntimeException>call(() -> result)).isSameAs(result);
    assertThat(Spans.task("t").<String, RuntimeException>call(() -> null)).isNull();

    IOException checked = new IOException("gone");
    assertThat(
            catchThrowable(
                () ->
                    Spans.tool("t")
                        .call(
                            () -> {
                              throw checked;
                            })))
        .isSameAs(checked);
    Error error = new AssertionError("bad");
    assertThat(
            catchThrowable(
                () ->
                    Spans.tool("u")
                        .run(
                            () -> {
                              throw error;
                            })))
        .isSameAs(error);

    assertThat(recorded.tree("error.type"))
        .isEqualTo(
            """
            t
            t
            execute_tool t java.io.IOException ERROR
            execute_tool u java.lang.AssertionError ERROR
            """);
  }

  @Test
  void checkedExceptionsAreTheBodysOwn() throws IOException {
    String read = Spans.task("read").call(SpansTest::read);

    assertThat(read).isEqualTo("text");
  }

  @Test
  void aResultThatSettlesLaterEndsTheSpanThen() {
    CompletableFuture<String> result = new CompletableFuture<>();

    assertThat(Spans.tool("search").<Object, RuntimeException>call(() -> result)).isSameAs(result);
    assertThat(recorded.spans()).isEmpty();
    result.complete("found");

    assertThat(recorded.tree("output.value")).isEqualTo("execute_tool search found\n");
  }

  @Test
  void spansThatSayDifferentThingsDoNotMix() {
    for (int i = 0; i < 2; i++) {
      Spans.task("a").run(() -> {});
      Spans.tool("a").run(() -> {});
      Spans.tool("a").description("One.").run(() -> {});
      Spans.tool("a").description("Another.").run(() -> {});
      Spans.tool("a").schema("{}").run(() -> {});
      Spans.llmCall("openai", "m").run(() -> {});
      Spans.llmCall("anthropic", "m").run(() -> {});
      Spans.llmCall("openai", null).run(() -> {});
      Spans.agent("a").run(() -> Spans.llmCall("openai", "m").run(() -> {}));
      Spans.agent("a").steps(Steps.AUTO).run(() -> Spans.llmCall("openai", "m").run(() -> {}));
      Spans.retrieval("x").run(() -> {});
      Spans.retrieval("y").run(() -> {});
    }

    String once =
        """
        a
        execute_tool a
        execute_tool a One.
        execute_tool a Another.
        execute_tool a {}
        chat m openai
        chat m anthropic
        chat openai
        invoke_agent a
          chat m openai
        invoke_agent a
          step 1
            chat m openai
        retrieval x
        retrieval y
        """;
    assertThat(recorded.tree("tool.description", "tool.json_schema", GenAi.PROVIDER_NAME))
        .isEqualTo(once + once);
  }

  @Test
  void oneCallMayRunSeveralTimes() {
    SpanCall twice = Spans.task("again");
    twice.run(() -> twice.run(() -> {}));

    assertThat(recorded.tree()).isEqualTo("again\n  again\n");
  }

  @Test
  void attributesNameTheSpanAsAnnotationsDo() {
    Spans.tool("dispatch")
        .setAttribute(GenAi.TOOL_NAME, "weather")
        .setAttribute(longKey("app.limit"), 3L)
        .run(() -> {});

    assertThat(recorded.tree("app.limit")).isEqualTo("execute_tool weather 3\n");
  }

  @Test
  void whatIsDeliveredItemByItemEndsTheSpanWhereTheMethodCalledSaysSo() {
    Stream<String> stream = Spans.tool("stream").stream(() -> Stream.of("a", "b"));
    Iterator<String> iterator =
        Spans.tool("iterator").iterator(() -> new ArrayList<>(List.of("a")).iterator());
    Flow.Publisher<String> publisher = Spans.tool("publisher").publisher(() -> new Tap<>("a"));
    assertThat(recorded.spans()).isEmpty();

    assertThat(stream.toList()).containsExactly("a", "b");
    iterator.forEachRemaining(item -> {});
    publisher.subscribe(new Drain<>(1, signal -> {}));

    assertThat(recorded.tree("spanloom.stream.chunks", "output.value"))
        .isEqualTo(
            """
            execute_tool stream 2 ab
            execute_tool iterator 1 a
            execute_tool publisher 1 a
            """);
  }

  @Test
  void callPassesAStreamOnAsItIs() {
    Stream<String> stream = Stream.of("a");

    assertThat(Spans.tool("t").<Stream<String>, RuntimeException>call(() -> stream))
        .isSameAs(stream);
    assertThat(recorded.tree("spanloom.stream.chunks")).isEqualTo("execute_tool t\n");
  }

  @Test
  void whatRunsTheStreamsCodeThrowsWhatTheCodeThrows() {
    assertThat(
            catchThrowable(
                () ->
                    Spans.tool("t").stream(
                        () -> {
                          throw new IOException("checked");
                        })))
        .isInstanceOf(IOException.class);
    assertThat(recorded.tree()).isEqualTo("execute_tool t ERROR\n");
  }

  @Test
  void nullSaysNothing() {
    Spans.workflow(null).run(() -> {});
    Spans.agent(null).description(null).steps(null).run(() -> {});
    Spans.task(null).input(null).run(() -> {});
    Spans.tool(null).callId(null).arguments(null).run(() -> {});
    Spans.llmCall(null, null).request(null).run(() -> {});
    Spans.retrieval(null).setAttribute((String) null, "x").run(() -> {});
    Spans.embedding(null, null).setAttribute("x", null).run(() -> {});
    Spans.rerank(null).run(() -> {});
    Spans.guardrail(null).run(() -> {});
    Spans.evaluation(null).run(() -> {});

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_workflow workflow
            invoke_agent agent
            task
            execute_tool tool
            chat
            retrieval
            embeddings
            rerank
            guardrail guardrail
            evaluation evaluation
            """);
    assertThat(Tracing.failureCount()).isZero();
  }

  @Test
  void withoutContentNothingOfItIsRecorded() {
    recorded.close();
    recorded = Recorded.withDefaults();
    Spans.tool("search").arguments("{\"q\":\"secret\"}").input("secret").call(() -> "secret");

    assertThat(recorded.everything()).contains("execute_tool search").doesNotContain("secret");
  }

  @Workflow("flow")
  void workflow(@SessionId String session) {}

  /** Finds things. */
  @Agent(value = "researcher", description = "Finds things.")
  String agent(@Input String input) {
    return "answer";
  }

  @Task
  void rank() {}

  /** Searches. */
  @Tool
  String search(@ToolCallId String id, String query) {
    return "found";
  }

  @LlmCall
  Response complete(Request request) {
    return Response.saying("hi");
  }

  @Retrieval(dataSource = "library")
  List<String> retrieve(@Input String input) {
    return List.of("document");
  }

  @Embedding(provider = "openai", model = "text-embedding-3-small")
  void embed() {}

  @Rerank(model = "rerank-v3")
  void rerank() {}

  @Guardrail("toxicity")
  boolean guard() {
    return true;
  }

  @Evaluation("faithfulness")
  Double evaluate() {
    return 0.5;
  }

  private static Request request() {
    return new Request("m", List.of(LlmMessage.of("user", "hi")));
  }

  private static String read() throws IOException {
    if (Map.of().size() > 0) {
      throw new IOException("never");
    }
    return "text";
  }

  private static LlmToolCall call(String id, String arguments) {
    return new LlmToolCall(id, "search", arguments);
  }
}
