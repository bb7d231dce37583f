package io.spanloom.springai;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/** A prompt: what its options say, and nothing of what the model has as defaults. */
record PromptView(Prompt prompt) implements LlmRequest {

  private static final ChatOptions NONE = ChatOptions.builder().build();

  @Override
  public @Nullable String provider() {
    return ProviderOptions.of(options()).provider();
  }

  @Override
  public @Nullable String model() {
    return options().getModel();
  }

  @Override
  public @Nullable Double temperature() {
    return options().getTemperature();
  }

  @Override
  public @Nullable Double topP() {
    return options().getTopP();
  }

  @Override
  public @Nullable Long topK() {
    return Numbers.wide(options().getTopK());
  }

  @Override
  public @Nullable Long maxTokens() {
    Long limit = Numbers.wide(options().getMaxTokens());
    return limit == null ? ProviderOptions.of(options()).maxTokens() : limit;
  }

  @Override
  public @Nullable Long choiceCount() {
    return ProviderOptions.of(options()).choiceCount();
  }

  @Override
  public @Nullable Long seed() {
    return ProviderOptions.of(options()).seed();
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return options().getFrequencyPenalty();
  }

  @Override
  public @Nullable Double presencePenalty() {
    return options().getPresencePenalty();
  }

  @Override
  public List<String> stopSequences() {
    List<String> sequences = options().getStopSequences();
    return sequences == null ? List.of() : sequences;
  }

  @Override
  public @Nullable String reasoningLevel() {
    return ProviderOptions.of(options()).reasoningLevel();
  }

  @Override
  public @Nullable String outputType() {
    return ProviderOptions.of(options()).outputType();
  }

  @Override
  public List<LlmMessage> messages() {
    List<LlmMessage> messages = new ArrayList<>();
    prompt.getInstructions().forEach(message -> messages.addAll(ChatMessages.read(message)));
    return messages;
  }

  @Override
  public List<LlmTool> tools() {
    return OfferedTools.in(options());
  }

  private ChatOptions options() {
    ChatOptions options = prompt.getOptions();
    return options == null ? NONE : options;
  }
}
