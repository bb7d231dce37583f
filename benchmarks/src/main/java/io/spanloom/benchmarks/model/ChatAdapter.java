package io.spanloom.benchmarks.model;

import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.List;

/** Describes {@link ChatSdk} to Spanloom; found as a service. */
public final class ChatAdapter implements LlmAdapter<ChatSdk.Request, ChatSdk.Response> {

  @Override
  public Class<ChatSdk.Request> requestType() {
    return ChatSdk.Request.class;
  }

  @Override
  public Class<ChatSdk.Response> responseType() {
    return ChatSdk.Response.class;
  }

  @Override
  public LlmRequest request(ChatSdk.Request request) {
    return new RequestView(request);
  }

  @Override
  public LlmResponse response(ChatSdk.Response response) {
    return new ResponseView(response);
  }

  private static LlmMessage described(ChatSdk.Message message) {
    List<LlmToolCall> calls =
        message.calls().stream()
            .map(call -> new LlmToolCall(call.id(), call.name(), call.arguments()))
            .toList();
    return new LlmMessage(message.role(), message.text(), calls, message.callId());
  }

  private record RequestView(ChatSdk.Request request) implements LlmRequest {

    @Override
    public String provider() {
      return "openai";
    }

    @Override
    public String model() {
      return request.model();
    }

    @Override
    public Double temperature() {
      return request.temperature();
    }

    @Override
    public Long maxTokens() {
      return request.maxTokens();
    }

    @Override
    public List<LlmMessage> messages() {
      return request.messages().stream().map(ChatAdapter::described).toList();
    }
  }

  private record ResponseView(ChatSdk.Response response) implements LlmResponse {

    @Override
    public String id() {
      return response.id();
    }

    @Override
    public String model() {
      return response.model();
    }

    @Override
    public List<String> finishReasons() {
      return List.of(response.finishReason());
    }

    @Override
    public TokenUsage usage() {
      ChatSdk.Usage usage = response.usage();
      return new TokenUsage(usage.input(), usage.output(), usage.cached(), null, usage.reasoning());
    }

    @Override
    public List<LlmMessage> messages() {
      return List.of(described(response.message()));
    }
  }
}
