package io.spanloom.springai;

import static java.util.Objects.requireNonNull;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.context.Context;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
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
 * registry that the models are built with. Directly in a method with {@code @LlmCall} that takes
 * the prompt, or {@code @Embedding} that takes the request, this makes no span: that method's is
 * the one.
 */
public final class ModelObservationHandler
    implements ObservationHandler<ModelObservationContext<?, ?>> {

  private final ToolLoops loops = new ToolLoops();

  /**
   * A manager that runs tools where the question was asked, with the ids of the calls that asked
   * for them, on whichever thread a stream has them run. Give it to those who run the tools: in
   * Spring AI 1 the models that report to this handler, in Spring AI 2 the {@code
   * ToolCallingAdvisor} of their clients.
   */
  public ToolCallingManager toolCallingManager(ToolCallingManager manager) {
    return new TracedToolCallingManager(requireNonNull(manager, "manager"), loops);
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ChatModelObservationContext
        || context instanceof EmbeddingModelObservationContext;
  }

  /** The span is not made current: with streams the tools that a model has run come below it. */
  @Override
  public void onStart(ModelObservationContext<?, ?> context) {
    boolean chat = context instanceof ChatModelObservationContext;
    if (chat ? Spans.inLlmCall() : Spans.inEmbedding()) {
      return;
    }
    ModelCall call =
        context.getRequest() instanceof Prompt prompt
            ? loops.begin(prompt, context)
            : new ModelCall(Context.current(), context, false);
    if (call == null) {
      return;
    }
    context.put(ModelObservationHandler.class, call);
    call.begin(newSpan(context).request(context.getRequest()));
  }

  @Override
  public void onStop(ModelObservationContext<?, ?> context) {
    ModelCall call = context.get(ModelObservationHandler.class);
    if (call == null) {
      return;
    }
    call.end(response(context, call), context.getError());
    call.ended();
  }

  /** The span of a call that has begun here; {@code null} where this makes none. */
  public @Nullable StartedSpan span(ModelObservationContext<?, ?> context) {
    ModelCall call = context.get(ModelObservationHandler.class);
    return call == null ? null : call.span();
  }

  private @Nullable Object response(ModelObservationContext<?, ?> context, ModelCall call) {
    Object response = context.getResponse();
    if (!(context.getRequest() instanceof Prompt prompt)) {
      return response;
    }
    ChatResponse chatResponse = response instanceof ChatResponse chat ? chat : null;
    Usage alone = loops.end(prompt, call, chatResponse);
    return chatResponse == null || alone == null ? response : with(alone, chatResponse);
  }

  private static ChatResponse with(Usage usage, ChatResponse response) {
    ChatResponseMetadata metadata = response.getMetadata();
    return new ChatResponse(
        response.getResults(),
        ChatResponseMetadata.builder()
            .id(metadata.getId())
            .model(metadata.getModel())
            .usage(usage)
            .build());
  }

  private static SpanCall newSpan(ModelObservationContext<?, ?> context) {
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
