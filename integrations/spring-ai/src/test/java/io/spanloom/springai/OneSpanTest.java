package io.spanloom.springai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.LlmCall;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.OpenAiStreams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import reactor.core.publisher.Flux;

/** A model call that several instrumentations see has one span. */
class OneSpanTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final ObservationRegistry registry = ObservationRegistry.create();

  private final ChatModel model = OpenAi.observedModel(server.url(), registry);

  @Test
  void theAnnotatedMethodHasTheSpan() {
    registry.observationConfig().observationHandler(new ModelObservationHandler());
    server.replies(Reply.json(OpenAiResponses.TEXT));

    ask(new Prompt("What is a duty of care?"));

    assertThat(spanloom.trace()).hasTree("chat\n");
    assertThat(spanloom.trace()).hasRoot("chat").hasAttribute("gen_ai.usage.input_tokens", 190L);
  }

  @Test
  void theAnnotatedMethodHasTheSpanOfAStream() {
    registry.observationConfig().observationHandler(new ModelObservationHandler());
    server.replies(OpenAiStreams.TEXT);

    stream(new Prompt("What is a duty of care?")).blockLast();

    assertThat(spanloom.trace()).hasTree("chat\n");
  }

  @Test
  void theAnnotatedMethodHasTheSpanOfEmbeddings() {
    registry.observationConfig().observationHandler(new ModelObservationHandler());
    EmbeddingModel embeddings = OpenAi.embeddingModel(server.url(), registry);
    for (int i = 0; i < 4; i++) { // a model asks for dimensions, too
      server.replies(Reply.json(OpenAiResponses.EMBEDDING));
    }

    embed(embeddings, new EmbeddingRequest(List.of("care"), OpenAi.embeddingOptions()));

    assertThat(spanloom.trace()).hasTree("embeddings text-embedding-3-small\n");
  }

  /** As Micrometer's tracing does it; in Spring Boot the predicate is a bean. */
  @Test
  void springsOwnObservationsOfTracedCallsAreLeftOut() {
    registry
        .observationConfig()
        .observationHandler(new SpringsSpans())
        .observationPredicate(new ModelObservationPredicate());
    server.replies(Reply.json(OpenAiResponses.TEXT), Reply.json(OpenAiResponses.TEXT));

    ask(new Prompt("What is a duty of care?"));
    assertThat(spanloom.trace()).hasTree("chat\n");

    spanloom.recorded().clear();
    model.call(new Prompt("What is a duty of care?"));
    assertThat(spanloom.trace()).hasTree("chat gpt-4.1-mini\n");
  }

  @LlmCall
  ChatResponse ask(Prompt prompt) {
    return model.call(prompt);
  }

  @LlmCall
  Flux<ChatResponse> stream(Prompt prompt) {
    return model.stream(prompt);
  }

  @Embedding
  EmbeddingResponse embed(EmbeddingModel embeddings, EmbeddingRequest request) {
    return embeddings.call(request);
  }

  private static final class SpringsSpans implements ObservationHandler<Observation.Context> {

    @Override
    public void onStart(Observation.Context context) {
      context.put(
          Span.class,
          spanloom
              .openTelemetry()
              .getTracer("springs")
              .spanBuilder("chat gpt-4.1-mini")
              .setSpanKind(SpanKind.CLIENT)
              .startSpan());
    }

    @Override
    public void onStop(Observation.Context context) {
      context.<Span>get(Span.class).end();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof ChatModelObservationContext;
    }
  }
}
