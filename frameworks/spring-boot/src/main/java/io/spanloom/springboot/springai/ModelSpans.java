package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.spanloom.StartedSpan;
import io.spanloom.springai.ModelObservationHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.observation.ModelObservationContext;

/** Spans of what models are asked. */
record ModelSpans(ModelObservationHandler handler)
    implements SpanObservationHandler<ModelObservationContext<?, ?>> {

  @Override
  public boolean supportsContext(Observation.Context context) {
    return handler.supportsContext(context);
  }

  @Override
  public void onStart(ModelObservationContext<?, ?> context) {
    handler.onStart(context);
  }

  @Override
  public void onStop(ModelObservationContext<?, ?> context) {
    handler.onStop(context);
  }

  @Override
  public @Nullable StartedSpan span(ModelObservationContext<?, ?> context) {
    return handler.span(context);
  }
}
