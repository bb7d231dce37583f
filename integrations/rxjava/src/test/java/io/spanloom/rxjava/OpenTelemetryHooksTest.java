package io.spanloom.rxjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.rxjava.v3_1_1.TracingAssembly;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.subjects.SingleSubject;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** OpenTelemetry's own hooks keep the context that each operator is subscribed to in. */
class OpenTelemetryHooksTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final Library library = new Library();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** They are made for RxJava 3.1.1 and newer, which has this class in another place. */
  @BeforeEach
  void withARecentRxJava() {
    assumeThat(Flowable.class.getResource("/io/reactivex/rxjava3/operators/QueueFuseable.class"))
        .isNotNull();
    RxJavaPlugins.reset();
  }

  @AfterEach
  void resetHooks() {
    RxJavaPlugins.reset();
    OperatorContext.install();
  }

  @Test
  void mayBeThereBefore() {
    TracingAssembly others = TracingAssembly.create();
    others.enable();
    try {
      OperatorContext.install();

      assertThatOperatorsRunInTheirSpans();
    } finally {
      others.disable();
    }
  }

  @Test
  void mayComeLater() {
    TracingAssembly others = TracingAssembly.create();
    OperatorContext.install();
    others.enable();
    try {
      assertThatOperatorsRunInTheirSpans();
    } finally {
      others.disable();
    }
  }

  private void assertThatOperatorsRunInTheirSpans() {
    SingleSubject<Integer> single = SingleSubject.create();
    PublishProcessor<Integer> flowable = PublishProcessor.create();
    library.single(single.map(this::noted)).test();
    library.flowable(flowable.filter(item -> item > 0).map(this::noted)).test();

    single.onSuccess(1); // in no context at all
    flowable.onNext(1);
    flowable.onComplete();

    assertThat(seen)
        .hasSize(2)
        .containsExactlyElementsOf(
            spanloom.spans().stream().map(span -> span.getSpanId()).toList());
  }

  private Integer noted(Integer item) {
    seen.add(Span.current().getSpanContext().getSpanId());
    return item;
  }
}
