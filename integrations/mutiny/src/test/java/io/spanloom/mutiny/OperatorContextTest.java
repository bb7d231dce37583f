package io.spanloom.mutiny;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.spanloom.annotations.Task;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operators run in the context of the traced method whose result they are part of. */
@Timeout(30)
class OperatorContextTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AtomicReference<UniEmitter<? super Integer>> one = new AtomicReference<>();
  private final AtomicReference<MultiEmitter<? super Integer>> many = new AtomicReference<>();

  @Test
  void functionsThatAThreadOfSomebodyElseCalls() {
    List<String> after = new CopyOnWriteArrayList<>();
    uni().subscribe().with(item -> noted(after));
    multi().subscribe().with(item -> noted(after));

    one.get().complete(1); // in no context at all
    many.get().emit(1).complete();

    assertThat(seen)
        .containsExactlyElementsOf(
            spanloom.spans().stream().map(span -> span.getSpanId()).toList());
    assertThat(after).hasSize(2).containsOnly(Span.getInvalid().getSpanContext().getSpanId());
  }

  @Test
  void operatorsThatNobodyTracesStayAsTheyAre() {
    Uni<Integer> uni = Uni.createFrom().item(1);
    Multi<Integer> multi = Multi.createFrom().items(1, 2);

    assertThat(uni.map(n -> n).getClass().getName()).startsWith("io.smallrye.mutiny.");
    assertThat(multi.map(n -> n).getClass().getName()).startsWith("io.smallrye.mutiny.");
  }

  @Task("one")
  Uni<Integer> uni() {
    return Uni.createFrom().<Integer>emitter(one::set).map(item -> noted(seen));
  }

  @Task("many")
  Multi<Integer> multi() {
    return Multi.createFrom().<Integer>emitter(many::set).map(item -> noted(seen));
  }

  private static Integer noted(List<String> where) {
    where.add(Span.current().getSpanContext().getSpanId());
    return 1;
  }
}
