package io.spanloom.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is foretold of the SDK's samplers, beside what they decide. */
class SamplerPredictionTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  private static final List<SpanContext> PARENTS =
      List.of(
          SpanContext.getInvalid(),
          local(TraceFlags.getSampled()),
          local(TraceFlags.getDefault()),
          remote(TraceFlags.getSampled()),
          remote(TraceFlags.getDefault()));

  @ParameterizedTest
  @MethodSource("samplersThatDecideByParentAlone")
  void predictsEveryDrop(Sampler sampler) {
    SamplerPrediction prediction = SamplerPrediction.of(sampler.getDescription());

    for (SpanContext parent : PARENTS) {
      assertThat(prediction.isDropped(parent))
          .as("below " + parent)
          .isEqualTo(drops(sampler, parent));
    }
  }

  @ParameterizedTest
  @MethodSource("samplersThatMayKeep")
  void predictsNothingThatMayBeKept(Sampler sampler) {
    SamplerPrediction prediction = SamplerPrediction.of(sampler.getDescription());

    assertThat(prediction.isDropped(SpanContext.getInvalid())).isFalse();
    assertThat(prediction.isDropped(local(TraceFlags.getSampled()))).isFalse();
  }

  static Stream<Sampler> samplersThatDecideByParentAlone() {
    return Stream.of(
        Sampler.alwaysOff(),
        Sampler.alwaysOn(),
        Sampler.parentBased(Sampler.alwaysOn()),
        Sampler.parentBased(Sampler.alwaysOff()),
        Sampler.parentBasedBuilder(Sampler.alwaysOn())
            .setLocalParentNotSampled(Sampler.alwaysOn())
            .build(),
        Sampler.parentBasedBuilder(Sampler.alwaysOff())
            .setRemoteParentNotSampled(Sampler.alwaysOn())
            .build());
  }

  static Stream<Sampler> samplersThatMayKeep() {
    return Stream.of(
        Sampler.traceIdRatioBased(0), Sampler.parentBased(Sampler.traceIdRatioBased(0.5)));
  }

  private static boolean drops(Sampler sampler, SpanContext parent) {
    return sampler
            .shouldSample(
                Context.root().with(Span.wrap(parent)),
                TRACE,
                "span",
                SpanKind.INTERNAL,
                Attributes.empty(),
                List.of())
            .getDecision()
        == SamplingDecision.DROP;
  }

  private static SpanContext local(TraceFlags flags) {
    return SpanContext.create(TRACE, SPAN, flags, TraceState.getDefault());
  }

  private static SpanContext remote(TraceFlags flags) {
    return SpanContext.createFromRemoteParent(TRACE, SPAN, flags, TraceState.getDefault());
  }
}
