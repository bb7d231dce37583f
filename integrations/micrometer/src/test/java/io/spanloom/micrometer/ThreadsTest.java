package io.spanloom.micrometer;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.opentelemetry.context.Context;
import io.spanloom.testing.SpanloomExtension;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What runs on other threads has the place in the tree that it has on one. Spanloom carries nothing
 * here: the tests are woven without its context propagation.
 */
@SuppressWarnings("try") // a scope is only there to be closed
class ThreadsTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private ObservedProgram program;
  private Clerk clerk;

  @BeforeEach
  void start() {
    program = new ObservedProgram(spanloom.openTelemetry());
    clerk = program.clerk();
  }

  @AfterEach
  void nothingStaysCurrent() throws Exception {
    Hooks.disableAutomaticContextPropagation();
    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(thread.submit(Context::current).get()).isSameAs(Context.root());
    thread.shutdown();
  }

  @Test
  void executorThatPropagatesContext() throws Exception {
    ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
    ExecutorService propagating = ContextExecutorService.wrap(thread, snapshots::captureAll);
    inRequest(
        () ->
            clerk.answer(
                "s-1",
                self -> {
                  self.request("c");
                  return resultOf(propagating.submit(() -> self.find("Walden")));
                }));

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            http get /ask
              invoke_agent clerk
                execute_tool find
                  database
            """);
    assertToolIsInSession();
  }

  /** A client puts its own observation into what is carried. */
  @Test
  void observationThatIsCarriedOnItsOwn() {
    inRequest(
        () ->
            clerk.answer(
                "s-1",
                self -> {
                  self.request("c");
                  ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
                  Observation client = Observation.start("web client", program.registry());
                  reactor.util.context.Context reactors =
                      snapshots
                          .captureAll()
                          .updateContext(reactor.util.context.Context.empty())
                          .put(ObservationThreadLocalAccessor.KEY, client);
                  Runnable task =
                      () -> {
                        try (ContextSnapshot.Scope restored =
                            snapshots.setThreadLocalsFrom(reactors)) {
                          self.find("Walden");
                        }
                      };
                  resultOf(thread.submit(task));
                  client.stop();
                  return "";
                }));

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            http get /ask
              invoke_agent clerk
                web client
                  execute_tool find
                    database
            """);
    assertToolIsInSession();
  }

  @Test
  void reactorsAutomaticContextPropagation() {
    Hooks.enableAutomaticContextPropagation();
    inRequest(
        () ->
            clerk
                .reactive(
                    "s-1",
                    self ->
                        Mono.fromCallable(
                                () -> self.observe("chat client", () -> self.requestAndFind("c")))
                            .subscribeOn(Schedulers.boundedElastic())
                            .publishOn(Schedulers.parallel())
                            .map(found -> self.observe("next", () -> found)))
                .block());

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            http get /ask
              invoke_agent clerk
                chat client
                  execute_tool find
                    database
                next
            """);
    assertToolIsInSession();
  }

  /** Nothing of Spanloom's follows the pipeline: Reactor alone carries it. */
  @Test
  void reactorsAutomaticContextPropagationInsideAnAgent() {
    Hooks.enableAutomaticContextPropagation();
    inRequest(
        () ->
            clerk.answer(
                "s-1",
                self ->
                    Mono.fromCallable(() -> self.requestAndFind("c"))
                        .subscribeOn(Schedulers.boundedElastic())
                        .block()));

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            http get /ask
              invoke_agent clerk
                execute_tool find
                  database
            """);
    assertToolIsInSession();
  }

  private void inRequest(Supplier<String> code) {
    clerk.observe("http get /ask", code);
  }

  private static String resultOf(Future<?> task) {
    try {
      return String.valueOf(task.get());
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static void assertToolIsInSession() {
    ObservedProgram.assertToolIsInSession(spanloom.recorded());
  }
}
