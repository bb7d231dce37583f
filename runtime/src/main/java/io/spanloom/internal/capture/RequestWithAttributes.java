package io.spanloom.internal.capture;

import static io.spanloom.internal.capture.Captures.first;

import io.spanloom.internal.convention.SpanProperty;
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
public final class RequestWithAttributes implements LlmRequest {

  public static final Set<SpanProperty> PROPERTIES =
      EnumSet.of(
          SpanProperty.SERVER_ADDRESS,
          SpanProperty.SERVER_PORT,
          SpanProperty.TEMPERATURE,
          SpanProperty.TOP_P,
          SpanProperty.TOP_K,
          SpanProperty.MAX_TOKENS,
          SpanProperty.CHOICES,
          SpanProperty.SEED,
          SpanProperty.FREQUENCY_PENALTY,
          SpanProperty.PRESENCE_PENALTY,
          SpanProperty.REASONING_LEVEL,
          SpanProperty.OUTPUT_TYPE,
          SpanProperty.STOP_SEQUENCES,
          SpanProperty.STREAM);

  private static final LlmRequest SILENT = new LlmRequest() {};

  private final Captures captures;
  private final LlmRequest adapted;
  private @Nullable List<LlmMessage> messages;

  public RequestWithAttributes(Captures captures, @Nullable LlmRequest adapted) {
    this.captures = captures;
    this.adapted = adapted == null ? SILENT : adapted;
  }

  @Override
  public @Nullable String provider() {
    return first(captures.text(SpanProperty.PROVIDER), adapted.provider());
  }

  @Override
  public @Nullable String model() {
    return first(captures.text(SpanProperty.MODEL), adapted.model());
  }

  @Override
  public @Nullable String serverAddress() {
    return first(captures.text(SpanProperty.SERVER_ADDRESS), adapted.serverAddress());
  }

  @Override
  public @Nullable Long serverPort() {
    return first(captures.number(SpanProperty.SERVER_PORT), adapted.serverPort());
  }

  @Override
  public @Nullable Double temperature() {
    return first(captures.decimal(SpanProperty.TEMPERATURE), adapted.temperature());
  }

  @Override
  public @Nullable Double topP() {
    return first(captures.decimal(SpanProperty.TOP_P), adapted.topP());
  }

  @Override
  public @Nullable Long topK() {
    return first(captures.number(SpanProperty.TOP_K), adapted.topK());
  }

  @Override
  public @Nullable Long maxTokens() {
    return first(captures.number(SpanProperty.MAX_TOKENS), adapted.maxTokens());
  }

  @Override
  public @Nullable Long choiceCount() {
    return first(captures.number(SpanProperty.CHOICES), adapted.choiceCount());
  }

  @Override
  public @Nullable Long seed() {
    return first(captures.number(SpanProperty.SEED), adapted.seed());
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return first(captures.decimal(SpanProperty.FREQUENCY_PENALTY), adapted.frequencyPenalty());
  }

  @Override
  public @Nullable Double presencePenalty() {
    return first(captures.decimal(SpanProperty.PRESENCE_PENALTY), adapted.presencePenalty());
  }

  @Override
  public @Nullable String reasoningLevel() {
    return first(captures.text(SpanProperty.REASONING_LEVEL), adapted.reasoningLevel());
  }

  @Override
  public @Nullable String outputType() {
    return first(captures.text(SpanProperty.OUTPUT_TYPE), adapted.outputType());
  }

  @Override
  public List<String> stopSequences() {
    List<String> sequences = captures.texts(SpanProperty.STOP_SEQUENCES);
    return sequences.isEmpty() ? adapted.stopSequences() : sequences;
  }

  @Override
  public boolean stream() {
    return captures.yes(SpanProperty.STREAM) || adapted.stream();
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
