package io.spanloom.springai;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.spanloom.Spans;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.embedding.observation.EmbeddingModelObservationContext;

/**
 * Leaves out Spring AI's own observations of model calls that have a span already, where Micrometer
 * makes spans of observations: one call then has one span, and its tokens count once.
 *
 * <pre>{@code
 * @Bean
 * ModelObservationPredicate tracedModelCalls() {
 *   return new ModelObservationPredicate();
 * }
 * }</pre>
 *
 * <p>Calls directly in a method with {@code @LlmCall} or {@code @Embedding} that takes the prompt
 * or request are left out. All others are observed as before.
 */
public final class ModelObservationPredicate implements ObservationPredicate {

  @Override
  public boolean test(String name, Observation.Context context) {
    if (context instanceof ChatModelObservationContext) {
      return !Spans.inLlmCall();
    }
    return !(context instanceof EmbeddingModelObservationContext && Spans.inEmbedding());
  }
}
