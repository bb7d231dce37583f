package io.spanloom.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An agent as a user of the SDK writes it: it asks, runs the tools it is told to, asks again. */
final class Clerk {

  private final AnthropicClient client;

  Clerk(AnthropicClient client) {
    this.client = client;
  }

  static MessageCreateParams.Builder question() {
    return MessageCreateParams.builder()
        .model("claude-sonnet-4-20250514")
        .maxTokens(800)
        .system("You are a clerk.")
        .addUserMessage("What is a duty of care?");
  }

  @Agent("clerk")
  String answer() {
    return converse(this::ask);
  }

  @Agent("clerk")
  String answerStreaming() {
    return converse(this::read);
  }

  @LlmCall
  Message ask(MessageCreateParams request) {
    return client.messages().create(request);
  }

  @LlmCall
  BetaMessage askBeta(com.anthropic.models.beta.messages.MessageCreateParams request) {
    return client.beta().messages().create(request);
  }

  @LlmCall
  CompletableFuture<Message> askLater(MessageCreateParams request) {
    return client.async().messages().create(request);
  }

  @LlmCall
  StreamResponse<RawMessageStreamEvent> stream(MessageCreateParams request) {
    return client.messages().createStreaming(request);
  }

  @LlmCall
  AsyncStreamResponse<RawMessageStreamEvent> streamLater(MessageCreateParams request) {
    return client.async().messages().createStreaming(request);
  }

  /** Searches cases. */
  @Tool("case_search")
  String search(String query) {
    return "Two cases on " + query;
  }

  /** Looks statutes up. */
  @Tool("statute_lookup")
  String lookup() {
    throw new IllegalStateException("No such statute");
  }

  private Message read(MessageCreateParams request) {
    MessageAccumulator accumulator = MessageAccumulator.create();
    try (StreamResponse<RawMessageStreamEvent> events = stream(request)) {
      events.stream().forEach(accumulator::accumulate);
    }
    return accumulator.message();
  }

  private String converse(Function<MessageCreateParams, Message> model) {
    var request = question();
    while (true) {
      Message message = model.apply(request.build());
      List<ContentBlockParam> results = new ArrayList<>();
      message.content().stream()
          .flatMap(block -> block.toolUse().stream())
          .forEach(call -> results.add(ContentBlockParam.ofToolResult(run(call))));
      if (results.isEmpty()) {
        return text(message.content());
      }
      request.addMessage(message).addMessage(handedBack(results));
    }
  }

  private ToolResultBlockParam run(ToolUseBlock call) {
    String result;
    try {
      result = call.name().equals("case_search") ? search(query(call)) : lookup();
    } catch (IllegalStateException failure) {
      result = failure.getMessage();
    }
    return ToolResultBlockParam.builder().toolUseId(call.id()).content(result).build();
  }

  /** The convenient way to say this has another name in each major version of the SDK. */
  private static MessageParam handedBack(List<ContentBlockParam> results) {
    JsonValue message = JsonValue.from(Map.of("role", "user", "content", results));
    return Objects.requireNonNull(message.convert(MessageParam.class));
  }

  private static String query(ToolUseBlock call) {
    Map<?, ?> input = call._input().convert(Map.class);
    return (String) input.get("query");
  }

  private static String text(List<ContentBlock> content) {
    Stream<TextBlock> texts = content.stream().flatMap(block -> block.text().stream());
    return texts.map(TextBlock::text).collect(Collectors.joining());
  }
}
