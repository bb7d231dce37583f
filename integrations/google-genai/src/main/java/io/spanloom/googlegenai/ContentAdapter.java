package io.spanloom.googlegenai;

import com.google.auto.service.AutoService;
import com.google.genai.types.Content;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said in a conversation, which is an argument of its own. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ContentAdapter implements LlmAdapter<Content, Void> {

  @Override
  public Class<Content> requestType() {
    return Content.class;
  }

  @Override
  public Class<Void> responseType() {
    return Void.class;
  }

  @Override
  public LlmRequest request(Content content) {
    return new ContentRequest(content);
  }

  @Override
  public LlmResponse response(Void none) {
    return new LlmResponse() {};
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }

  private record ContentRequest(Content content) implements LlmRequest {

    @Override
    public String provider() {
      return GenerateContentAdapter.PROVIDER;
    }

    @Override
    public List<LlmMessage> messages() {
      return Contents.read(content);
    }
  }
}
