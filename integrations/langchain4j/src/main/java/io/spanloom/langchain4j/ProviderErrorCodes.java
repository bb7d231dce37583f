package io.spanloom.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a provider's own error type from the response that LangChain4j keeps as the message of an
 * exception's cause.
 */
final class ProviderErrorCodes {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_CAUSES = 10;

  private ProviderErrorCodes() {}

  static @Nullable String type(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
      if (cause instanceof HttpException exception) {
        return typeIn(exception.getMessage());
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** OpenAI's code or type, Anthropic's type, Google's status: whichever the error object has. */
  private static @Nullable String typeIn(@Nullable String body) {
    if (body == null || !body.stripLeading().startsWith("{")) {
      return null;
    }
    try {
      JsonNode error = JSON.readTree(body).path("error");
      for (String member : new String[] {"code", "status", "type"}) {
        if (error.path(member).isTextual()) {
          return error.path(member).textValue();
        }
      }
      return null;
    } catch (JsonProcessingException truncated) {
      return null;
    }
  }
}
