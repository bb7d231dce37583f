package io.spanloom.adk;

import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.auto.service.AutoService;
import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import io.spanloom.googlegenai.ContentAdapter;
import io.spanloom.googlegenai.GenerateContentAdapter;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads ADK's requests and responses, whose content is that of the Gen AI SDK. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class AdkModelAdapter implements LlmAdapter<LlmRequest, LlmResponse> {

  private static final ContentAdapter CONTENT = new ContentAdapter();
  private static final GenerateContentAdapter GENERATION = new GenerateContentAdapter();

  @Override
  public Class<LlmRequest> requestType() {
    return LlmRequest.class;
  }

  @Override
  public Class<LlmResponse> responseType() {
    return LlmResponse.class;
  }

  @Override
  public io.spanloom.llm.LlmRequest request(LlmRequest request) {
    GenerateContentConfig config =
        request.config().orElseGet(() -> GenerateContentConfig.builder().build());
    return new Request(request, GENERATION.request(config));
  }

  @Override
  public io.spanloom.llm.LlmResponse response(LlmResponse response) {
    return new Response(response, GENERATION.response(generated(response)));
  }

  private static GenerateContentResponse generated(LlmResponse response) {
    Candidate.Builder candidate = Candidate.builder();
    response.content().ifPresent(candidate::content);
    response.finishReason().ifPresent(candidate::finishReason);
    GenerateContentResponse.Builder generated =
        GenerateContentResponse.builder().candidates(List.of(candidate.build()));
    response.usageMetadata().ifPresent(generated::usageMetadata);
    response.modelVersion().ifPresent(generated::modelVersion);
    return generated.build();
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return GENERATION.errorType(failure);
  }

  /** The provider is the agent's to say: its model may be any. */
  private record Request(LlmRequest request, io.spanloom.llm.LlmRequest generation)
      implements io.spanloom.llm.LlmRequest {

    @Override
    public @Nullable String model() {
      return request.model().filter(name -> !name.isBlank()).orElse(null);
    }

    @Override
    public @Nullable Double temperature() {
      return generation.temperature();
    }

    @Override
    public @Nullable Double topP() {
      return generation.topP();
    }

    @Override
    public @Nullable Long topK() {
      return generation.topK();
    }

    @Override
    public @Nullable Long maxTokens() {
      return generation.maxTokens();
    }

    @Override
    public @Nullable Long choiceCount() {
      return generation.choiceCount();
    }

    @Override
    public @Nullable Long seed() {
      return generation.seed();
    }

    @Override
    public @Nullable Double frequencyPenalty() {
      return generation.frequencyPenalty();
    }

    @Override
    public @Nullable Double presencePenalty() {
      return generation.presencePenalty();
    }

    @Override
    public List<String> stopSequences() {
      return generation.stopSequences();
    }

    @Override
    public @Nullable String reasoningLevel() {
      return generation.reasoningLevel();
    }

    @Override
    public @Nullable String outputType() {
      return generation.outputType();
    }

    @Override
    public List<LlmMessage> messages() {
      List<LlmMessage> messages = new ArrayList<>(generation.messages());
      for (Content content : request.contents()) {
        messages.addAll(CONTENT.request(content).messages());
      }
      return messages;
    }

    @Override
    public List<LlmTool> tools() {
      return generation.tools();
    }
  }

  private record Response(LlmResponse response, io.spanloom.llm.LlmResponse generated)
      implements io.spanloom.llm.LlmResponse {

    @Override
    public @Nullable String model() {
      return generated.model();
    }

    @Override
    public List<String> finishReasons() {
      return generated.finishReasons();
    }

    @Override
    public @Nullable String errorType() {
      return response.errorCode().map(FinishReason::toString).orElse(null);
    }

    @Override
    public @Nullable TokenUsage usage() {
      return generated.usage();
    }

    @Override
    public @Nullable String serviceTier() {
      return generated.serviceTier();
    }

    @Override
    public List<LlmMessage> messages() {
      return generated.messages();
    }
  }
}
