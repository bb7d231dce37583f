package io.spanloom.mutiny;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is subscribed to again does its work again: that is a call of its own. */
@Timeout(30)
class AgainTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final AtomicInteger tries = new AtomicInteger();
  private final Library library = new Library();

  @Test
  void eachTryIsASpanBelowTheSameParent() {
    assertThat(persistent().await().atMost(LONG)).isEqualTo("One hit on a");

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent persistent
              execute_tool search ERROR
              execute_tool search ERROR
              execute_tool search
            """);
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent persistent")
        .child("execute_tool search", 2)
        .hasToolCallId("call_1")
        .hasAttribute("app.query", "a");
  }

  @Test
  void whatIsSubscribedToAgainIsCountedAgain() {
    Uni<Integer> one = library.one(Uni.createFrom().item(() -> 1).map(n -> n));
    Multi<Integer> many = library.many(Multi.createFrom().range(0, 2).map(n -> n));

    twice(one);
    twice(many.collect().asList());

    assertThat(spanloom.traces()).hasSize(4);
  }

  @Test
  void whatIsRememberedOrSharedIsCountedOnce() {
    twice(library.one(Uni.createFrom().item(() -> 1).memoize().indefinitely().map(n -> n)));
    twice(library.many(Multi.createFrom().range(0, 2).cache().map(n -> n)).collect().asList());
    twice(
        library.inWorkflow(
            () -> library.one(Uni.createFrom().item(() -> 1).memoize().indefinitely())));

    assertThat(spanloom.traces()).hasSize(3);
  }

  @Test
  void aSecondSubscriptionWhileTheFirstIsOpenIsNoCall() {
    BroadcastProcessor<Integer> processor = BroadcastProcessor.create();
    Multi<Integer> result = library.many(processor.map(n -> n));
    List<Integer> seen = new CopyOnWriteArrayList<>();

    result.subscribe().with(seen::add);
    result.subscribe().with(seen::add);
    processor.onNext(1);
    processor.onComplete();

    assertThat(seen).containsExactly(1, 1);
    assertThat(spanloom.traces()).hasSize(1);
  }

  private static void twice(Uni<?> result) {
    result.await().atMost(LONG);
    result.await().atMost(LONG);
  }

  @Agent("persistent")
  Uni<String> persistent() {
    return search("call_1", "a").onFailure().retry().withBackOff(Duration.ofMillis(1)).atMost(3);
  }

  @Tool(value = "search", description = "Searches.")
  Uni<String> search(@ToolCallId String id, @Attribute(key = "app.query") String query) {
    return Uni.createFrom()
        .item(
            () -> {
              if (tries.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("index is busy");
              }
              return "One hit on " + query;
            })
        .runSubscriptionOn(Infrastructure.getDefaultExecutor());
  }
}
