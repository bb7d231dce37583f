package io.spanloom.springai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a provider's own error type from the exception of its SDK, or from the response that Spring
 * AI keeps at the end of an exception's message: {@code 429 - {"error": …}}.
 */
final class ProviderErrorCodes {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String OPENAI_SDK = "com.openai.errors";
  private static final int MAX_CAUSES = 10;

  private ProviderErrorCodes() {}

  static @Nullable String type(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
      String type =
          cause.getClass().getPackageName().equals(OPENAI_SDK)
              ? OpenAiSdk.errorType(cause)
              : typeIn(cause.getMessage());
      if (type != null) {
        return type;
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static @Nullable String typeIn(@Nullable String message) {
    int body = message == null ? -1 : message.indexOf('{');
    if (message == null || body < 0 || !message.substring(0, body).contains(" - ")) {
      return null;
    }
    try (JsonParser parser = JSON.createParser(message.substring(body))) {
      Map<String, String> error = error(parser);
      String code = error.get("code");
      String status = error.get("status");
      return code != null ? code : status != null ? status : error.get("type");
    } catch (IOException truncated) {
      return null;
    }
  }

  /** The texts in the object {@code error}: OpenAI's code, Google's status, Anthropic's type … */
  private static Map<String, String> error(JsonParser parser) throws IOException {
    Map<String, String> texts = new HashMap<>();
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isError = parser.currentName().equals("error");
      if (parser.nextToken() == JsonToken.START_OBJECT && isError) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          if (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
          }
          parser.skipChildren();
        }
      }
      parser.skipChildren();
    }
    return texts;
  }
}
