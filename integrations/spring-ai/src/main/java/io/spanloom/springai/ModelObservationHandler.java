package io.spanloom.springai;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.embedding.observation.EmbeddingModelObservationContext;
import org.springframework.ai.model.observation.ModelObservationContext;

/**
 * Traces what Spring AI itself asks models, where no annotation can stand: below a {@code
 * ChatClient}, between the tools that a model has run, in a vector store.
 *
 * <pre>{@code
 * @Bean
 * ModelObservationHandler modelObservations() {
 *   return new ModelObservationHandler();
 * }
 * }</pre>
 *
 * <p>Without Spring Boot: {@code registry.observationConfig().observationHandler(…)} on the
 * registry that the models are built with. A model call is traced this way or by {@code @LlmCall},
 * not both.
 */
public final class ModelObservationHandler
    implements ObservationHandler<ModelObservationContext<?, ?>> {

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ChatModelObservationContext
        || context instanceof EmbeddingModelObservationContext;
  }

  /** The span is not made current: with streams the tools that a model has run come below it. */
  @Override
  public void onStart(ModelObservationContext<?, ?> context) {
    CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    context.put(ModelObservationHandler.class, answer);
    span(context).request(context.getRequest()).call(() -> answer);
  }

  @Override
  public void onStop(ModelObservationContext<?, ?> context) {
    CompletableFuture<@Nullable Object> answer = context.get(ModelObservationHandler.class);
    if (answer == null) {
      return;
    }
    Throwable error = context.getError();
    if (error == null) {
      answer.complete(context.getResponse());
    } else {
      answer.completeExceptionally(error);
    }
  }

  private static SpanCall span(ModelObservationContext<?, ?> context) {
    String provider = provider(context.getOperationMetadata().provider());
    return context instanceof ChatModelObservationContext
        ? Spans.llmCall(provider, null)
        : Spans.embedding(provider, null);
  }

  /** The GenAI conventions' name for a provider, where Spring AI has another. */
  private static String provider(String springs) {
    return switch (springs) {
      case "azure-openai" -> "azure.ai.openai";
      case "bedrock_converse" -> "aws.bedrock";
      case "google_genai" -> "gcp.gen_ai";
      case "openai_sdk" -> "openai";
      case "vertex_ai" -> "gcp.vertex_ai";
      default -> springs;
    };
  }
}
