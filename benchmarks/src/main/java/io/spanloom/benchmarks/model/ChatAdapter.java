package io.spanloom.benchmarks.model;

import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
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

  private static List<LlmMessage> described(List<ChatSdk.Message> messages) {
    List<LlmMessage> described = new ArrayList<>(messages.size());
    for (ChatSdk.Message message : messages) {
      described.add(described(message));
    }
    return described;
  }

  private static LlmMessage described(ChatSdk.Message message) {
    return new LlmMessage(message.role(), message.text(), calls(message.calls()), message.callId());
  }

  private static List<LlmToolCall> calls(List<ChatSdk.Call> calls) {
    if (calls.isEmpty()) { // as of most messages
      return List.of();
    }
    List<LlmToolCall> described = new ArrayList<>(calls.size());
    for (ChatSdk.Call call : calls) {
      described.add(new LlmToolCall(call.id(), call.name(), call.arguments()));
    }
    return described;
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
      return described(request.messages());
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
