package io.spanloom.anthropic;

import com.anthropic.core.ObjectMappers;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer in one piece, as it is sent: a message, or an error. */
record ReceivedMessage(HttpResponse response, JsonNode body) {

  /** Reads the response; what is returned can be read again. */
  static ReceivedMessage of(HttpResponse response) {
    try (InputStream body = response.body()) {
      byte[] bytes = body.readAllBytes();
      return new ReceivedMessage(new ReadResponse(response, bytes), json(bytes));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Anthropic's type of an error, or the status of a server that is only compatible. */
  @Nullable String errorType() {
    if (response.statusCode() < 400) {
      return null;
    }
    String type = Json.text(body.path("error"), "type");
    return type == null ? String.valueOf(response.statusCode()) : type;
  }

  static JsonNode json(byte[] bytes) {
    try {
      return ObjectMappers.jsonMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException proxy) {
      return MissingNode.getInstance();
    }
  }

  /** The same response with a body that can be read again. */
  private static final class ReadResponse implements HttpResponse {

    private final HttpResponse response;
    private final byte[] bytes;

    ReadResponse(HttpResponse response, byte[] bytes) {
      this.response = response;
      this.bytes = bytes;
    }

    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public Headers headers() {
      return response.headers();
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
      response.close();
    }
  }
}
