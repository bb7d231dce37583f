package io.spanloom.internal.capture;

import static io.spanloom.internal.capture.Captures.first;

import io.spanloom.internal.convention.Fact;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as attributes tell it; an adapter completes what they leave out. Each convention asks
 * for the messages, which adapters make anew each time: they are read once.
 */
public final class ToldRequest implements LlmRequest {

  public static final Set<Fact> FACTS =
      EnumSet.of(
          Fact.SERVER_ADDRESS,
          Fact.SERVER_PORT,
          Fact.TEMPERATURE,
          Fact.TOP_P,
          Fact.TOP_K,
          Fact.MAX_TOKENS,
          Fact.CHOICES,
          Fact.SEED,
          Fact.FREQUENCY_PENALTY,
          Fact.PRESENCE_PENALTY,
          Fact.REASONING_LEVEL,
          Fact.OUTPUT_TYPE,
          Fact.STOP_SEQUENCES,
          Fact.STREAM);

  private static final LlmRequest SILENT = new LlmRequest() {};

  private final Captures told;
  private final LlmRequest adapted;
  private @Nullable List<LlmMessage> messages;

  public ToldRequest(Captures told, @Nullable LlmRequest adapted) {
    this.told = told;
    this.adapted = adapted == null ? SILENT : adapted;
  }

  @Override
  public @Nullable String provider() {
    return first(told.text(Fact.PROVIDER), adapted.provider());
  }

  @Override
  public @Nullable String model() {
    return first(told.text(Fact.MODEL), adapted.model());
  }

  @Override
  public @Nullable String serverAddress() {
    return first(told.text(Fact.SERVER_ADDRESS), adapted.serverAddress());
  }

  @Override
  public @Nullable Long serverPort() {
    return first(told.number(Fact.SERVER_PORT), adapted.serverPort());
  }

  @Override
  public @Nullable Double temperature() {
    return first(told.decimal(Fact.TEMPERATURE), adapted.temperature());
  }

  @Override
  public @Nullable Double topP() {
    return first(told.decimal(Fact.TOP_P), adapted.topP());
  }

  @Override
  public @Nullable Long topK() {
    return first(told.number(Fact.TOP_K), adapted.topK());
  }

  @Override
  public @Nullable Long maxTokens() {
    return first(told.number(Fact.MAX_TOKENS), adapted.maxTokens());
  }

  @Override
  public @Nullable Long choiceCount() {
    return first(told.number(Fact.CHOICES), adapted.choiceCount());
  }

  @Override
  public @Nullable Long seed() {
    return first(told.number(Fact.SEED), adapted.seed());
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return first(told.decimal(Fact.FREQUENCY_PENALTY), adapted.frequencyPenalty());
  }

  @Override
  public @Nullable Double presencePenalty() {
    return first(told.decimal(Fact.PRESENCE_PENALTY), adapted.presencePenalty());
  }

  @Override
  public @Nullable String reasoningLevel() {
    return first(told.text(Fact.REASONING_LEVEL), adapted.reasoningLevel());
  }

  @Override
  public @Nullable String outputType() {
    return first(told.text(Fact.OUTPUT_TYPE), adapted.outputType());
  }

  @Override
  public List<String> stopSequences() {
    List<String> sequences = told.texts(Fact.STOP_SEQUENCES);
    return sequences.isEmpty() ? adapted.stopSequences() : sequences;
  }

  @Override
  public boolean stream() {
    return told.yes(Fact.STREAM) || adapted.stream();
  }

  @Override
  public List<LlmMessage> messages() {
    if (messages == null) {
      messages = adapted.messages();
    }
    return messages;
  }

  @Override
  public List<LlmTool> tools() {
    return adapted.tools();
  }
}
