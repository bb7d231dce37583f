package io.spanloom;

import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.List;

/** A small model SDK of the tests' own, with its adapter. */
public final class ModelSdk {

  /** The model whose requests the adapter throws on. */
  public static final String BREAKS_ADAPTER = "breaks-adapter";

  private ModelSdk() {}

  public record Request(String model, List<LlmMessage> messages) {}

  public record Response(String model, String text, List<LlmToolCall> toolCalls, TokenUsage usage) {

    public static Response saying(String text) {
      return new Response("gpt-4.1-mini", text, List.of(), TokenUsage.of(100, 10));
    }

    public static Response asking(LlmToolCall... calls) {
      return new Response("gpt-4.1-mini", null, List.of(calls), TokenUsage.of(100, 10));
    }
  }

  /** Found as a service. */
  public static final class Adapter implements LlmAdapter<Request, Response> {

    @Override
    public Class<Request> requestType() {
      return Request.class;
    }

    @Override
    public Class<Response> responseType() {
      return Response.class;
    }

    @Override
    public LlmRequest request(Request request) {
      return new LlmRequest() {
        @Override
        public String provider() {
          return "openai";
        }

        @Override
        public String model() {
          failIfAsked(request.model());
          return request.model();
        }

        @Override
        public Double temperature() {
          return 0.5;
        }

        @Override
        public List<LlmMessage> messages() {
          return request.messages();
        }
      };
    }

    @Override
    public LlmResponse response(Response response) {
      failIfAsked(response.model());
      return new LlmResponse() {
        @Override
        public String id() {
          return "response-1";
        }

        @Override
        public String model() {
          return response.model();
        }

        @Override
        public List<String> finishReasons() {
          return List.of(response.toolCalls().isEmpty() ? "stop" : "tool_calls");
        }

        @Override
        public TokenUsage usage() {
          return response.usage();
        }

        @Override
        public List<LlmMessage> messages() {
          return List.of(new LlmMessage("assistant", response.text(), response.toolCalls(), null));
        }
      };
    }

    @Override
    public String errorType(Throwable failure) {
      if (failure instanceof UnsupportedOperationException) {
        throw new IllegalStateException("the adapter is broken");
      }
      return "model_overloaded";
    }

    private static void failIfAsked(String model) {
      if (model.equals(BREAKS_ADAPTER)) {
        throw new IllegalStateException("the adapter is broken");
      }
    }
  }
}
