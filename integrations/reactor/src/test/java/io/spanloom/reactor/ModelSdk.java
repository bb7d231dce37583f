package io.spanloom.reactor;

import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.StreamedResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reactive client's types, with their adapters. */
final class ModelSdk {

  private ModelSdk() {}

  record Request(String model, int turn) {}

  record Reply(@Nullable String text, List<LlmToolCall> toolCalls) {

    static Reply saying(String text) {
      return new Reply(text, List.of());
    }

    static Reply asking(LlmToolCall... calls) {
      return new Reply(null, List.of(calls));
    }
  }

  record Chunk(@Nullable String text, @Nullable LlmToolCall call, @Nullable String finish) {

    static Chunk text(String text) {
      return new Chunk(text, null, null);
    }

    static Chunk call(LlmToolCall call) {
      return new Chunk(null, call, null);
    }

    static Chunk end(String reason) {
      return new Chunk(null, null, reason);
    }
  }

  @AutoService(LlmAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class Adapter implements LlmAdapter<Request, Reply> {

    @Override
    public Class<Request> requestType() {
      return Request.class;
    }

    @Override
    public Class<Reply> responseType() {
      return Reply.class;
    }

    @Override
    public LlmRequest request(Request request) {
      return new LlmRequest() {
        @Override
        public String model() {
          return request.model();
        }
      };
    }

    @Override
    public LlmResponse response(Reply reply) {
      return new LlmResponse() {
        @Override
        public TokenUsage usage() {
          return TokenUsage.of(100, 10);
        }

        @Override
        public List<LlmMessage> messages() {
          return List.of(new LlmMessage("assistant", reply.text(), reply.toolCalls(), null));
        }
      };
    }
  }

  @AutoService(LlmStreamAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class StreamAdapter implements LlmStreamAdapter<Chunk> {

    @Override
    public Class<Chunk> chunkType() {
      return Chunk.class;
    }

    @Override
    public void read(Chunk chunk, StreamedResponse response) {
      response.text(chunk.text());
      LlmToolCall call = chunk.call();
      if (call != null) {
        response.toolCall(0, call.id(), call.name(), call.arguments());
      }
      response.finishReason(chunk.finish());
    }
  }
}
