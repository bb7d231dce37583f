package io.spanloom.internal.llm;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request whose parts came as several arguments. */
public final class CompositeRequest implements LlmRequest {

  private final List<LlmRequest> parts = new ArrayList<>();

  private CompositeRequest() {}

  /** What is known of a request, with one more part of it. */
  public static LlmRequest of(@Nullable LlmRequest known, LlmRequest part) {
    if (known == null) {
      return part;
    }
    if (known instanceof CompositeRequest joint) {
      joint.parts.add(part);
      return joint;
    }
    CompositeRequest joint = new CompositeRequest();
    joint.parts.add(known);
    joint.parts.add(part);
    return joint;
  }

  @Override
  public @Nullable String provider() {
    return first(LlmRequest::provider);
  }

  @Override
  public @Nullable String model() {
    return first(LlmRequest::model);
  }

  @Override
  public @Nullable String serverAddress() {
    return first(LlmRequest::serverAddress);
  }

  @Override
  public @Nullable Long serverPort() {
    return first(LlmRequest::serverPort);
  }

  @Override
  public @Nullable Double temperature() {
    return first(LlmRequest::temperature);
  }

  @Override
  public @Nullable Double topP() {
    return first(LlmRequest::topP);
  }

  @Override
  public @Nullable Long topK() {
    return first(LlmRequest::topK);
  }

  @Override
  public @Nullable Long maxTokens() {
    return first(LlmRequest::maxTokens);
  }

  @Override
  public @Nullable Long choiceCount() {
    return first(LlmRequest::choiceCount);
  }

  @Override
  public @Nullable Long seed() {
    return first(LlmRequest::seed);
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return first(LlmRequest::frequencyPenalty);
  }

  @Override
  public @Nullable Double presencePenalty() {
    return first(LlmRequest::presencePenalty);
  }

  @Override
  public List<String> stopSequences() {
    return all(LlmRequest::stopSequences);
  }

  @Override
  public boolean stream() {
    return parts.stream().anyMatch(LlmRequest::stream);
  }

  @Override
  public @Nullable String reasoningLevel() {
    return first(LlmRequest::reasoningLevel);
  }

  @Override
  public @Nullable String outputType() {
    return first(LlmRequest::outputType);
  }

  /** What the system says comes first, as models get it, wherever the argument stands. */
  @Override
  public List<LlmMessage> messages() {
    List<LlmMessage> messages = new ArrayList<>(all(LlmRequest::messages));
    messages.sort((one, other) -> Boolean.compare(isSystem(other), isSystem(one)));
    return messages;
  }

  @Override
  public List<LlmTool> tools() {
    return all(LlmRequest::tools);
  }

  private <T> @Nullable T first(Function<LlmRequest, @Nullable T> figure) {
    for (LlmRequest part : parts) {
      T value = figure.apply(part);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private <T> List<T> all(Function<LlmRequest, List<T>> figures) {
    return parts.stream().flatMap(part -> figures.apply(part).stream()).toList();
  }

  private static boolean isSystem(LlmMessage message) {
    return message.role().equals("system");
  }
}
