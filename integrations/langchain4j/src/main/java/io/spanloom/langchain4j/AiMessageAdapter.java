package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.data.message.AiMessage;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import java.util.List;

/** Reads the message of an answer, where that is all a method returns: tokens it does not know. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class AiMessageAdapter implements LlmAdapter<Void, AiMessage> {

  @Override
  public Class<Void> requestType() {
    return Void.class;
  }

  @Override
  public Class<AiMessage> responseType() {
    return AiMessage.class;
  }

  @Override
  public LlmRequest request(Void none) {
    return new LlmRequest() {};
  }

  @Override
  public LlmResponse response(AiMessage message) {
    return new LlmResponse() {
      @Override
      public List<LlmMessage> messages() {
        return List.of(ChatMessages.read(message));
      }
    };
  }
}
