package io.spanloom.springai;

import static java.util.Objects.requireNonNull;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.context.Context;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.embedding.observation.EmbeddingModelObservationContext;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.ai.model.tool.ToolCallingManager;

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

  private final CallsOfOneQuestion calls = new CallsOfOneQuestion();

  /**
   * A manager for models that run tools while they stream: it runs them where the question was
   * asked, with the ids of the calls that asked for them. Give it to the models that report to this
   * handler.
   */
  public ToolCallingManager toolCallingManager(ToolCallingManager manager) {
    return new TracedToolCallingManager(requireNonNull(manager, "manager"), calls);
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ChatModelObservationContext
        || context instanceof EmbeddingModelObservationContext;
  }

  /** The span is not made current: with streams the tools that a model has run come below it. */
  @Override
  public void onStart(ModelObservationContext<?, ?> context) {
    CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    SpanCall span = span(context).request(context.getRequest());
    if (context.getRequest() instanceof Prompt prompt) {
      CallsOfOneQuestion.OpenCall call = calls.begin(prompt);
      if (call == null) {
        return;
      }
      span.call(
          () -> {
            call.inside = Context.current();
            return answer;
          });
    } else {
      span.call(() -> answer);
    }
    context.put(ModelObservationHandler.class, answer);
  }

  @Override
  public void onStop(ModelObservationContext<?, ?> context) {
    CompletableFuture<@Nullable Object> answer = context.get(ModelObservationHandler.class);
    if (answer == null) {
      return;
    }
    Object response = response(context);
    Throwable error = context.getError();
    if (error == null) {
      answer.complete(response);
    } else {
      answer.completeExceptionally(error);
    }
  }

  private @Nullable Object response(ModelObservationContext<?, ?> context) {
    Object response = context.getResponse();
    if (!(context.getRequest() instanceof Prompt prompt)) {
      return response;
    }
    ChatResponse answer = response instanceof ChatResponse chat ? chat : null;
    Usage alone = calls.end(prompt, answer);
    return answer == null || alone == null ? response : with(alone, answer);
  }

  private static ChatResponse with(Usage usage, ChatResponse response) {
    ChatResponseMetadata told = response.getMetadata();
    return new ChatResponse(
        response.getResults(),
        ChatResponseMetadata.builder()
            .id(told.getId())
            .model(told.getModel())
            .usage(usage)
            .build());
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
