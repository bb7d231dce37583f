package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.UserId;
import io.spanloom.annotations.Workflow;
import io.spanloom.internal.propagation.TaskWrapping;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a run hands on, in whichever way, and starts after the run has ended belongs to a trace of
 * its own, linked to the run.
 */
@SuppressWarnings({"DuplicateTool", "NoJsonForm"}) // the tests hand their tools what these do
class OutlivedRunTest {

  private static final String[] SESSION = {
    "session.id", "user.id", "app.tenant_id", "app.feature", "app.own"
  };

  private static final Span UNSAMPLED =
      Span.wrap(
          SpanContext.createFromRemoteParent(
              "0123456789abcdef0123456789abcdef",
              "0123456789abcdef",
              TraceFlags.getDefault(),
              TraceState.getDefault()));

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void afterTheRunTheContextOfATaskHoldsNothingOfIt() {
    Context[] handedOn = new Context[1];
    try (Scope scope = everything().makeCurrent()) {
      assertThat(scope).isNotNull();
      agent("s-alice", "alice", () -> handedOn[0] = Context.current());
    }
    in(handedOn[0], () -> task(() -> search("a")));

    assertThat(recorded.tree(SESSION))
        .isEqualTo(
            """
            invoke_agent agent s-alice alice acme chat mine
            task
              execute_tool search
            """);
    assertLinked("task", "invoke_agent agent");
    assertThat(recorded.span("execute_tool search").getLinks()).isEmpty();
  }

  @Test
  void whatStartsWhileTheRunGoesOnIsPartOfIt() {
    agent("s-alice", "alice", () -> in(Context.current(), () -> task(() -> {})));

    assertThat(recorded.tree(SESSION))
        .isEqualTo("invoke_agent agent s-alice alice\n  task s-alice alice\n");
    assertThat(recorded.span("task").getLinks()).isEmpty();
  }

  /** A loop that a thread began during the run goes on after it, in the same context. */
  @Test
  void aLoopLeavesTheRunWhenTheRunEnds() {
    Loop[] loop = new Loop[1];
    agent(
        "s-alice",
        "alice",
        () -> {
          loop[0] = Loop.in(Context.current(), Runnable::run);
          loop[0].next(() -> task(() -> {}));
        });
    loop[0].next(() -> task(() -> {}));
    loop[0].next(() -> agent("s-bob", "bob", () -> task(() -> {})));
    loop[0].end();

    assertThat(recorded.tree(SESSION))
        .isEqualTo(
            """
            invoke_agent agent s-alice alice
              task s-alice alice
            task
            invoke_agent agent s-bob bob
              task s-bob bob
            """);
    SpanData alice = recorded.spans().get(0);
    assertThat(recorded.spans())
        .extracting(span -> span.getLinks().stream().map(OutlivedRunTest::spanId).toList())
        .containsExactly(
            List.of(),
            List.of(),
            List.of(alice.getSpanId()),
            List.of(alice.getSpanId()),
            List.of());
    assertThat(recorded.spans().stream().map(SpanData::getTraceId).distinct()).hasSize(3);
  }

  @Test
  void aSessionEnteredAfterTheRunIsNotMixedWithTheRuns() {
    Context[] handedOn = new Context[1];
    try (Scope scope = everything().makeCurrent()) {
      assertThat(scope).isNotNull();
      agent("s-alice", "alice", () -> handedOn[0] = Context.current());
    }
    in(
        handedOn[0],
        () -> {
          try (Scope bob = AgentContext.builder().userId("bob").build().makeCurrent()) {
            assertThat(bob).isNotNull();
            task(() -> {});
          }
        });

    assertThat(recorded.tree(SESSION)).endsWith("\ntask bob\n");
    assertLinked("task", "invoke_agent agent");
  }

  @Test
  void aRunWithinARunLeavesItsWorkToTheOuterOne() {
    Context[] handedOn = new Context[1];
    workflow(
        () -> {
          task(() -> agent("s-alice", "alice", () -> handedOn[0] = Context.current()));
          in(handedOn[0], () -> search("a"));
        });
    in(handedOn[0], () -> search("b"));

    assertThat(recorded.tree(SESSION))
        .isEqualTo(
            """
            invoke_workflow workflow
              task
                invoke_agent agent s-alice alice
              execute_tool search
            execute_tool search
            """);
    SpanData agent = recorded.span("invoke_agent agent");
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool search"))
        .allSatisfy(
            span ->
                assertThat(span.getLinks())
                    .extracting(OutlivedRunTest::spanId)
                    .containsExactly(agent.getSpanId()));
  }

  /** A call that the run's own work had begun before the run ended is whole. */
  @Test
  void aCallThatGoesOnAfterTheRunKeepsWhatIsBelowIt() throws Exception {
    Loop[] loops = new Loop[2];
    Context[] inTask = new Context[1];
    agent(
        "s-alice",
        "alice",
        () -> {
          loops[0] = Loop.in(Context.current(), this::task);
          loops[1] = Loop.in(Context.current(), this::run);
          loops[0].next(() -> inTask[0] = Context.current());
          loops[1].next(() -> {});
        });
    loops[0].next(() -> search("a"));
    in(inTask[0], () -> search("b"));
    loops[1].next(() -> carry(() -> {}));
    loops[1].next(() -> search("c"));
    Runnable[] handedOn = new Runnable[1];
    loops[1].next(() -> handedOn[0] = carry(() -> search("d")));
    handedOn[0].run();
    loops[0].end();
    loops[1].end();
    recorded.awaitSpans(7);
    in(inTask[0], () -> search("e"));
    handedOn[0].run();

    assertThat(recorded.tree("session.id"))
        .contains("  task s-alice\n" + "    execute_tool search s-alice\n".repeat(2))
        .contains("  execute_tool run s-alice\n" + "    execute_tool search s-alice\n".repeat(2))
        .endsWith("\nexecute_tool search\nexecute_tool search\n");
  }

  @Test
  void theOutermostCallIsARunWhateverItsRole() {
    CompletableFuture<String> later = new CompletableFuture<>();
    Executor nextTime = new Later();
    run(() -> later.thenRunAsync(carry(() -> search("a")), nextTime));
    later.complete("");
    ((Later) nextTime).runAll();

    assertThat(recorded.tree()).isEqualTo("execute_tool run\nexecute_tool search\n");
    assertLinked("execute_tool search", "execute_tool run");
  }

  @Test
  void aRunWithinACallThatIsNoRunLeavesItsWorkToThatCall() {
    Context[] handedOn = new Context[1];
    run(
        () -> {
          agent("s-alice", "alice", () -> handedOn[0] = Context.current());
          in(handedOn[0], () -> search("a"));
        });
    in(handedOn[0], () -> search("b"));

    assertThat(recorded.tree(SESSION))
        .isEqualTo(
            """
            execute_tool run
              invoke_agent agent s-alice alice
              execute_tool search
            execute_tool search
            """);
  }

  @Test
  void aResultThatTheRunReturnsIsPartOfTheRun() {
    CompletableFuture<String> asked = new CompletableFuture<>();
    Context[] handedOn = new Context[1];
    CompletableFuture<String> answer =
        answer(
            () -> {
              handedOn[0] = Context.current();
              return asked.thenApply(Context.current().wrapFunction((String text) -> search(text)));
            });
    asked.complete("a");
    in(handedOn[0], () -> search("b"));

    assertThat(answer).isCompletedWithValue("found");
    assertThat(recorded.tree("session.id"))
        .isEqualTo(
            """
            invoke_agent answer s
              execute_tool search s
            execute_tool search
            """);
  }

  @Test
  void aStreamThatTheRunReturnsIsPartOfTheRun() {
    Context[] handedOn = new Context[1];
    Stream<String> answers =
        stream(
            () -> {
              handedOn[0] = Context.current();
              return Stream.of("a").map(this::search);
            });
    in(handedOn[0], () -> task(() -> {}));
    assertThat(answers.toList()).containsExactly("found");
    in(handedOn[0], () -> task(() -> {}));

    assertThat(recorded.tree("session.id"))
        .isEqualTo("invoke_agent stream s\n  task s\n  execute_tool search s\ntask\n");
  }

  @Test
  void aPublisherThatTheRunReturnsIsPartOfTheRun() throws Exception {
    Context[] handedOn = new Context[1];
    SubmissionPublisher<String> source = new SubmissionPublisher<>(Runnable::run, 8);
    Flow.Publisher<String> answers =
        publish(
            () -> {
              handedOn[0] = Context.current();
              return source;
            });
    answers.subscribe(Drain.greedy());
    in(handedOn[0], () -> task(() -> {}));
    source.close();
    recorded.awaitSpans(2);
    in(handedOn[0], () -> task(() -> {}));

    assertThat(recorded.tree("session.id")).isEqualTo("invoke_agent publish s\n  task s\ntask\n");
  }

  /** A run that nobody sees is no reason to see nothing of what outlives it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void workThatOutlivesARunThatIsNotSampledIsSampledByItself(boolean remote) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    Context caller = remote ? Context.root().with(UNSAMPLED) : Context.root();
    Context[] handedOn = new Context[1];
    CompletableFuture<String> asked = new CompletableFuture<>();
    try (OpenTelemetrySdk sdk =
        sampling(exporter, (remote ? Stream.of(true) : Stream.of(false, false, true)).iterator())) {
      Spanloom.install(sdk);
      in(caller, () -> agent("s-alice", "alice", () -> handedOn[0] = Context.current()));
      Supplier<CompletableFuture<String>> search =
          () -> asked.thenApply(Context.current().wrapFunction((String text) -> search(text)));
      in(caller, () -> assertThat(answer(search)).isNotNull());
      asked.complete("a");
      in(handedOn[0], () -> task(() -> search("b")));

      assertThat(exporter.getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("execute_tool search", "task");
      assertThat(exporter.getFinishedSpanItems())
          .allSatisfy(span -> assertThat(Recorded.attributes(span)).doesNotContainKey("user.id"));
    }
  }

  private static OpenTelemetrySdk sampling(
      InMemorySpanExporter exporter, Iterator<Boolean> rootIsSampled) {
    Sampler roots =
        new Sampler() {
          @Override
          public SamplingResult shouldSample(
              Context parent,
              String traceId,
              String name,
              SpanKind kind,
              Attributes attributes,
              List<LinkData> links) {
            return rootIsSampled.next() ? SamplingResult.recordAndSample() : SamplingResult.drop();
          }

          @Override
          public String getDescription() {
            return "Roots";
          }
        };
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(roots))
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build())
        .build();
  }

  @Test
  void theRunsPendingToolCallsAreNotThoseOfLaterWork() {
    Context[] handedOn = new Context[2];
    agent(
        "s-alice",
        "alice",
        () -> {
          ask(new LlmToolCall("call_1", "search", "{\"query\":\"a\"}"));
          handedOn[0] = Context.current();
          try (Scope call = ToolCalls.scope("call_2")) {
            assertThat(call).isNotNull();
            handedOn[1] = Context.current();
          }
        });
    in(handedOn[0], () -> search("a"));
    in(handedOn[1], () -> search("a"));

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID))
        .isEqualTo(
            """
            invoke_agent agent
              chat m
            execute_tool search
            execute_tool search
            """);
  }

  @Test
  void messagesSentAfterTheRunSayNothingOfIt() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().baggage("user.id").build());
    Map<String, String> during = new HashMap<>();
    Map<String, String> after = new HashMap<>();
    Context[] handedOn = new Context[1];
    try (Scope own = Baggage.builder().put("mine", "1").build().makeCurrent()) {
      assertThat(own).isNotNull();
      agent(
          "s-alice",
          "alice",
          () -> {
            Propagation.inject(during);
            handedOn[0] = Context.current();
          });
    }
    in(handedOn[0], () -> Propagation.inject(after));
    in(handedOn[0], () -> task(() -> {}));

    assertThat(during).containsKey("traceparent");
    assertThat(during.get("baggage")).contains("user.id=alice", "mine=1");
    assertThat(after).containsExactly(Map.entry("baggage", "mine=1"));
    assertThat(recorded.tree("user.id")).endsWith("\ntask\n");
  }

  /** The program has placed its work already. */
  @Test
  void belowASpanOfAnotherTraceWorkStaysInThatTrace() {
    Context[] handedOn = new Context[1];
    agent("s-alice", "alice", () -> handedOn[0] = Context.current());
    Span own = recorded.sdk().getTracer("own").spanBuilder("own").setNoParent().startSpan();
    in(handedOn[0].with(own), () -> task(() -> {}));
    own.end();

    assertThat(recorded.tree(SESSION)).isEqualTo("invoke_agent agent s-alice alice\nown\n  task\n");
  }

  /** A server's span around the run is none of the run's. */
  @Test
  void belowAServersSpanTheRunIsStillWhatEnds() {
    Context[] handedOn = new Context[2];
    Span server = recorded.sdk().getTracer("http").spanBuilder("POST /").startSpan();
    try (Scope request = server.makeCurrent()) {
      assertThat(request).isNotNull();
      handedOn[1] = Context.current();
      agent("s-alice", "alice", () -> handedOn[0] = Context.current());
      in(handedOn[0], () -> task(() -> {}));
    }
    server.end();
    in(handedOn[1], () -> search("a"));

    assertThat(recorded.tree(SESSION))
        .isEqualTo(
            """
            POST /
              invoke_agent agent s-alice alice
              execute_tool search
            task
            """);
    assertLinked("task", "invoke_agent agent");
  }

  /** A stream that goes on is a call in progress, though its method has returned. */
  @Test
  void aStreamThatOutlivesTheRunAroundItKeepsWhatIsBelowIt() {
    List<Stream<String>> streams = new ArrayList<>();
    agent("s-alice", "alice", () -> streams.add(words(() -> Stream.of("a").map(this::search))));
    assertThat(streams.get(0).toList()).containsExactly("found");

    assertThat(recorded.tree("session.id"))
        .isEqualTo(
            """
            invoke_agent agent s-alice
              execute_tool words s-alice
                execute_tool search s-alice
            """);
  }

  @Test
  void detachedWorkIsNoneOfTheRunThatGoesOn() {
    Baggage mine = Baggage.builder().put("mine", "1").build();
    try (Scope scope = everything().makeCurrent();
        Scope own = mine.makeCurrent()) {
      assertThat(List.of(scope, own)).hasSize(2);
      agent(
          "s-alice",
          "alice",
          () -> {
            ask(new LlmToolCall("call_1", "search", "{\"query\":\"a\"}"));
            in(Propagation.detached(), () -> task(() -> search("a")));
            in(Propagation.detached(), () -> agent("s-bob", "bob", () -> {}));
            assertThat(Baggage.fromContext(Propagation.detached())).isEqualTo(mine);
          });
    }
    in(Propagation.detached(), () -> run(() -> {}));

    assertThat(recorded.tree(SESSION))
        .isEqualTo(
            """
            invoke_agent agent s-alice alice acme chat mine
              chat m s-alice alice acme chat mine
            task
              execute_tool search
            invoke_agent agent s-bob bob
            execute_tool run
            """);
    assertThat(recorded.spans())
        .extracting(span -> span.getLinks().size())
        .containsExactly(0, 0, 1, 0, 1, 0);
    assertThat(spanId(recorded.span("task").getLinks().get(0)))
        .isEqualTo(recorded.spans().get(0).getSpanId());
  }

  /** A scope without a call around it is what the program says, for as long as the task takes. */
  @Test
  void aSessionWithoutARunIsCarriedToTheEnd() {
    Context[] handedOn = new Context[1];
    try (Scope scope = AgentContext.builder().userId("u").build().makeCurrent()) {
      assertThat(scope).isNotNull();
      handedOn[0] = Context.current();
    }
    in(handedOn[0], () -> task(() -> {}));

    assertThat(recorded.tree("user.id")).isEqualTo("task u\n");
  }

  private static AgentContext everything() {
    return AgentContext.builder()
        .tenant("acme")
        .feature("chat")
        .attribute(AttributeKey.stringKey("app.own"), "mine")
        .build();
  }

  private static void in(Context context, Runnable body) {
    context.wrap(body).run();
  }

  /** What the plugin weaves into classes that hand tasks on. */
  private static Runnable carry(Runnable task) {
    return Objects.requireNonNull(TaskWrapping.task(task));
  }

  private void assertLinked(String from, String to) {
    SpanData target = recorded.span(to);
    SpanData source = recorded.span(from);
    assertThat(source.getLinks())
        .extracting(OutlivedRunTest::spanId)
        .containsExactly(target.getSpanId());
    assertThat(source.getTraceId()).isNotEqualTo(target.getTraceId());
  }

  private static String spanId(LinkData link) {
    return link.getSpanContext().getSpanId();
  }

  @Agent("agent")
  void agent(@SessionId String session, @UserId String user, Runnable body) {
    body.run();
  }

  @Agent("answer")
  CompletableFuture<String> answerIn(
      @SessionId String session, Supplier<CompletableFuture<String>> body) {
    return body.get();
  }

  private CompletableFuture<String> answer(Supplier<CompletableFuture<String>> body) {
    return answerIn("s", body);
  }

  @Agent("stream")
  Stream<String> streamIn(@SessionId String session, Supplier<Stream<String>> body) {
    return body.get();
  }

  private Stream<String> stream(Supplier<Stream<String>> body) {
    return streamIn("s", body);
  }

  @Agent("publish")
  Flow.Publisher<String> publishIn(
      @SessionId String session, Supplier<Flow.Publisher<String>> body) {
    return body.get();
  }

  private Flow.Publisher<String> publish(Supplier<Flow.Publisher<String>> body) {
    return publishIn("s", body);
  }

  @Workflow("workflow")
  void workflow(Runnable body) {
    body.run();
  }

  @Task("task")
  void task(Runnable body) {
    body.run();
  }

  @LlmCall
  Response complete(Request request, LlmToolCall... calls) {
    return Response.asking(calls);
  }

  private void ask(LlmToolCall... calls) {
    complete(new Request("m", List.of()), calls);
  }

  /** Searches. */
  @Tool
  String search(String query) {
    return "found";
  }

  /** Says words. */
  @Tool
  Stream<String> words(Supplier<Stream<String>> body) {
    return body.get();
  }

  /** Runs. */
  @Tool
  void run(Runnable body) {
    body.run();
  }

  /** Tasks that wait until the test runs them. */
  private static final class Later implements Executor {

    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    void runAll() {
      List.copyOf(tasks).forEach(Runnable::run);
    }
  }

  /** A thread that runs what the test gives it, in a context or a call that lasts. */
  private static final class Loop {

    private final SynchronousQueue<Runnable> given = new SynchronousQueue<>();
    private final Semaphore done = new Semaphore(0);
    private boolean over;

    /** Starts the thread. */
    static Loop in(Context context, Consumer<Runnable> around) {
      Loop loop = new Loop();
      Thread thread = new Thread(context.wrap(() -> around.accept(loop::run)));
      thread.setDaemon(true);
      thread.start();
      return loop;
    }

    private void run() {
      try {
        while (!over) {
          given.take().run();
          done.release();
        }
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    /** Has the thread run the body, and waits for its end. */
    void next(Runnable body) {
      try {
        given.put(body);
        assertThat(done.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    void end() {
      next(() -> over = true);
    }
  }
}
