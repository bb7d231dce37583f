package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import io.spanloom.content.ContentMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A publisher's first subscription ends the span, and notices nothing of it. */
@SuppressWarnings({"NoJsonForm", "UnobservedResult"}) // tools return what the tests give them
class PublisherTest {

  private static final String CHUNKS = "spanloom.stream.chunks";
  private static final String END = "spanloom.end";

  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void endsWhenThePublisherCompletes() {
    Tap<String> tap = new Tap<>();
    Drain<String> drain = Drain.greedy();

    find(tap).subscribe(drain);
    tap.publish("a");
    tap.publish("b");
    assertThat(recorded.spans()).isEmpty();
    tap.complete();

    assertThat(drain.signals).containsExactly("a", "b", "end");
    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 2\n");
  }

  @Test
  void endsBeforeTheSubscriberLearnsOfIt() {
    List<Integer> ended = new ArrayList<>();

    find(new Tap<>("a")).subscribe(new Drain<>(1, signal -> ended.add(recorded.spans().size())));

    assertThat(ended).containsExactly(0, 1);
  }

  @Test
  void aFailureIsRecordedAndPassedOnAsItIs() {
    Tap<String> tap = new Tap<>();
    Drain<String> drain = Drain.greedy();
    IOException gone = new IOException("gone");

    find(tap).subscribe(drain);
    tap.fail(gone);

    assertThat(drain.signals).singleElement().isSameAs(gone);
    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool find java.io.IOException ERROR\n");
  }

  @Test
  void cancelEndsTheSpanButIsNoError() {
    Tap<String> tap = new Tap<>();
    Drain<String> drain = Drain.greedy();

    find(tap).subscribe(drain);
    tap.publish("a");
    drain.subscription.cancel();
    tap.publish("late");

    assertThat(tap.asked).containsExactly("request " + Long.MAX_VALUE, "cancel");
    assertThat(drain.signals).containsExactly("a", "late");
    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 1 cancelled\n");
  }

  @Test
  void demandIsTheSubscribersOwn() {
    Tap<String> tap = new Tap<>("a", "b", "c");
    Drain<String> slow = new Drain<>(0, signal -> {});

    find(tap).subscribe(slow);
    assertThat(tap.asked).isEmpty();
    slow.subscription.request(1);
    assertThat(slow.signals).containsExactly("a");
    slow.subscription.request(1);
    slow.subscription.request(1);

    assertThat(tap.asked).containsExactly("request 1", "request 1", "request 1");
    assertThat(slow.signals).containsExactly("a", "b", "c", "end");
  }

  @Test
  void eachSubscriptionIsOneUpstreamAndOnlyTheFirstIsObserved() {
    Tap<String> tap = new Tap<>();
    Flow.Publisher<String> publisher = find(tap);
    assertThat(tap.subscriptions).isZero();

    publisher.subscribe(Drain.greedy());
    tap.complete();
    Drain<String> second = Drain.greedy();
    publisher.subscribe(second);
    tap.publish("again");
    tap.complete();

    assertThat(tap.subscriptions).isEqualTo(2);
    assertThat(second.signals).containsExactly("again", "end");
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 0\n");
  }

  @Test
  void theProducerRunsInTheSpanAndTheSubscriberOutsideOfIt() {
    Tap<String> tap = new Tap<>("a");
    List<String> consumers = new ArrayList<>();

    String outer =
        inWorkflow(
            () ->
                find(tap)
                    .subscribe(
                        new Drain<>(
                            1,
                            signal -> consumers.add(Span.current().getSpanContext().getSpanId()))));

    assertThat(tap.spanIds).containsOnly(recorded.span("execute_tool find").getSpanId());
    assertThat(consumers).hasSize(2).containsOnly(outer);
  }

  @Test
  void whatTheSubscriberThrowsReachesThePublisher() {
    IllegalStateException full = new IllegalStateException("full");
    Tap<String> tap = new Tap<>();
    find(tap)
        .subscribe(
            new Drain<>(
                1,
                signal -> {
                  throw full;
                }));

    assertThat(catchThrowable(() -> tap.publish("a"))).isSameAs(full);
    assertThat(recorded.tree(END)).isEqualTo("execute_tool find cancelled\n");
  }

  @Test
  void whatSubscribingThrowsReachesTheSubscriber() {
    IllegalStateException closed = new IllegalStateException("closed");
    Flow.Publisher<String> broken =
        find(
            subscriber -> {
              throw closed;
            });

    assertThat(catchThrowable(() -> broken.subscribe(Drain.greedy()))).isSameAs(closed);
    assertThat(recorded.tree()).isEqualTo("execute_tool find ERROR\n");
  }

  @Test
  void completionAndCancelEndTheSpanOnceBetweenThem() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 200; round++) {
        Tap<String> tap = new Tap<>();
        Drain<String> drain = Drain.greedy();
        find(tap).subscribe(drain);
        CountDownLatch start = new CountDownLatch(1);
        var completion = threads.submit(() -> race(start, tap::complete));
        var cancel = threads.submit(() -> race(start, drain.subscription::cancel));
        start.countDown();
        completion.get();
        cancel.get();
        assertThat(recorded.spans()).hasSize(round + 1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aPublisherNobodySubscribesToEndsWhenItIsForgotten() throws Exception {
    find(new Tap<>());

    recorded.awaitSpansWhileCollecting(1);

    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 0 unobserved\n");
  }

  @Test
  void anAsynchronousPublisherWorks() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    SubmissionPublisher<String> source = new SubmissionPublisher<>();
    Drain<String> drain =
        new Drain<>(
            1,
            signal -> {
              if (signal.equals("end")) {
                done.countDown();
              }
            });
    find(source).subscribe(drain);
    for (int i = 0; i < 1000; i++) {
      source.submit("item " + i);
    }
    source.close();
    done.await();
    assertThat(drain.signals).hasSize(1001);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 1000\n");
  }

  @Test
  void textIsPutTogetherIfContentIsCaptured() {
    try (Recorded withContent =
        Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build())) {
      tokens("hello", new Tap<>("Good ", "morning", "!")).subscribe(Drain.greedy());

      assertThat(withContent.tree("output.value", CHUNKS)).isEqualTo("chat m Good morning! 3\n");
    }
  }

  @Test
  void contentIsNotCapturedByDefault() {
    tokens("hello", new Tap<>("Good ", "morning", "!")).subscribe(Drain.greedy());

    assertThat(recorded.everything()).doesNotContain("morning");
  }

  @Test
  void theFirstChunksTimeIsRecordedOnModelCalls() {
    tokens("hello", new Tap<>("a", "b")).subscribe(Drain.greedy());
    find(new Tap<>("a")).subscribe(Drain.greedy());

    Object seconds =
        Recorded.attributes(recorded.span("chat m")).get("gen_ai.response.time_to_first_chunk");
    assertThat((Double) seconds).isPositive().isLessThan(10);
    assertThat(Recorded.attributes(recorded.span("execute_tool find")))
        .doesNotContainKey("gen_ai.response.time_to_first_chunk");
  }

  @Test
  void aSubtypeStaysAsItIsAndEndsAtReturn() {
    SubmissionPublisher<String> source = new SubmissionPublisher<>();

    assertThat(submission(source)).isSameAs(source);
    assertThat(recorded.tree()).isEqualTo("submission\n");
  }

  @Test
  void nullStaysNull() {
    assertThat(find(null)).isNull();
    assertThat(recorded.tree()).isEqualTo("execute_tool find\n");
  }

  private static void race(CountDownLatch start, Runnable action) {
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    action.run();
  }

  @Workflow
  String inWorkflow(Runnable work) {
    work.run();
    return Span.current().getSpanContext().getSpanId();
  }

  /** Finds. */
  @Tool
  private static Flow.Publisher<String> find(Flow.Publisher<String> result) {
    return result;
  }

  @LlmCall(model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  Flow.Publisher<String> tokens(String prompt, Flow.Publisher<String> result) {
    return result;
  }

  @Task
  SubmissionPublisher<String> submission(SubmissionPublisher<String> result) {
    return result;
  }
}
