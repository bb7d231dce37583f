package io.spanloom.advice;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.convention.AttributeSink;
import io.spanloom.convention.Identity;
import io.spanloom.convention.SpanRole;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What generated code and the program told of one call; reused from call to call. */
final class Captures {

  private final List<AttributeKey<?>> keys = new ArrayList<>(4);
  private final List<Object> values = new ArrayList<>(4);
  private final NamedValues inputs = new NamedValues();
  private final NamedValues arguments = new NamedValues();
  private final List<LlmToolCall> announced = new ArrayList<>(0);

  private final Map<Meaning, String> texts = new EnumMap<>(Meaning.class);
  private final Map<Meaning, Long> numbers = new EnumMap<>(Meaning.class);

  void clear() {
    keys.clear();
    values.clear();
    inputs.clear();
    arguments.clear();
    announced.clear();
    texts.clear();
    numbers.clear();
  }

  void attribute(AttributeKey<?> key, Object value) {
    keys.add(key);
    values.add(value);
  }

  void text(Meaning meaning, String value) {
    texts.put(meaning, value);
  }

  void number(Meaning meaning, long value) {
    numbers.put(meaning, value);
  }

  void announced(LlmToolCall call) {
    announced.add(call);
  }

  @Nullable String text(Meaning meaning) {
    return texts.get(meaning);
  }

  /** What makes up {@code input.value}. */
  NamedValues inputs() {
    return inputs;
  }

  void argument(String name, @Nullable Object value) {
    arguments.add(name, value);
  }

  /** What a tool was called with; its input, unless told apart. */
  NamedValues arguments() {
    return arguments.isEmpty() ? inputs : arguments;
  }

  /** Hands the attributes over and forgets them. */
  @SuppressWarnings("unchecked") // keys and values were captured in pairs of one type
  void drainAttributes(AttributeSink out) {
    for (int i = 0; i < keys.size(); i++) {
      out.put((AttributeKey<Object>) keys.get(i), values.get(i));
    }
    keys.clear();
    values.clear();
  }

  /**
   * The method's identity with what this call told: an attribute wins over the annotation, the
   * annotation over the adapter.
   */
  Identity identity(Identity spec, @Nullable LlmRequest request, @Nullable String agentName) {
    if (texts.isEmpty() && request == null && agentName == null) {
      return spec;
    }
    String name = text(Meaning.NAME);
    return new Identity(
        spec.role(),
        name == null ? spec.name() : name,
        first(text(Meaning.OPERATION), spec.operation()),
        spec.id(),
        spec.version(),
        spec.description(),
        spec.toolType(),
        first(
            text(Meaning.PROVIDER),
            spec.provider() == null && request != null ? request.provider() : spec.provider()),
        first(
            text(Meaning.MODEL),
            spec.model() == null && request != null ? request.model() : spec.model()),
        first(text(Meaning.DATA_SOURCE), spec.dataSource()),
        spec.role() == SpanRole.TOOL || "plan".equals(spec.operation()) ? agentName : null);
  }

  /** The model's response as told, completed by what an adapter reads; {@code null} if neither. */
  @Nullable LlmResponse response(@Nullable LlmResponse adapted) {
    return tellsOfResponse() ? new ToldResponse(this, adapted) : adapted;
  }

  private boolean tellsOfResponse() {
    return !numbers.isEmpty()
        || !announced.isEmpty()
        || texts.containsKey(Meaning.RESPONSE_ID)
        || texts.containsKey(Meaning.RESPONSE_MODEL);
  }

  @Nullable TokenUsage usage(@Nullable TokenUsage adapted) {
    Long input = number(Meaning.INPUT_TOKENS);
    Long output = number(Meaning.OUTPUT_TOKENS);
    if (adapted == null) {
      return input == null && output == null
          ? null
          : new TokenUsage(
              input,
              output,
              number(Meaning.CACHE_READ_TOKENS),
              number(Meaning.CACHE_WRITE_TOKENS),
              number(Meaning.REASONING_TOKENS));
    }
    return new TokenUsage(
        first(input, adapted.input()),
        first(output, adapted.output()),
        first(number(Meaning.CACHE_READ_TOKENS), adapted.cacheRead()),
        first(number(Meaning.CACHE_WRITE_TOKENS), adapted.cacheWrite()),
        first(number(Meaning.REASONING_TOKENS), adapted.reasoning()),
        adapted.audioInput(),
        adapted.audioOutput());
  }

  /** The announced tool calls as the message that asked for them. */
  List<LlmMessage> announcedMessages() {
    return announced.isEmpty()
        ? List.of()
        : List.of(new LlmMessage("assistant", null, announced, null));
  }

  private @Nullable Long number(Meaning meaning) {
    return numbers.get(meaning);
  }

  private static <T> @Nullable T first(@Nullable T told, @Nullable T otherwise) {
    return told != null ? told : otherwise;
  }

  private record ToldResponse(Captures told, @Nullable LlmResponse adapted) implements LlmResponse {

    @Override
    public @Nullable String id() {
      return first(told.text(Meaning.RESPONSE_ID), adapted == null ? null : adapted.id());
    }

    @Override
    public @Nullable String model() {
      return first(told.text(Meaning.RESPONSE_MODEL), adapted == null ? null : adapted.model());
    }

    @Override
    public List<String> finishReasons() {
      return adapted == null ? List.of() : adapted.finishReasons();
    }

    @Override
    public @Nullable TokenUsage usage() {
      return told.usage(adapted == null ? null : adapted.usage());
    }

    @Override
    public List<LlmMessage> messages() {
      return adapted == null ? told.announcedMessages() : adapted.messages();
    }
  }
}
