package io.spanloom.example.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A request the endpoint refuses, with the status and the error object that OpenAI's API uses. */
final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String param;
  private final @Nullable String code;

  private ApiException(int status, String message, @Nullable String param, @Nullable String code) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }

  static ApiException badRequest(String message, @Nullable String param) {
    return new ApiException(400, message, param, null);
  }

  static ApiException unauthorized(String message) {
    return new ApiException(401, message, null, "invalid_api_key");
  }

  static ApiException unknownUrl(String method, String path) {
    return new ApiException(404, "Invalid URL (" + method + " " + path + ")", null, "unknown_url");
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", getMessage())
        .put("type", "invalid_request_error")
        .put("param", param)
        .put("code", code);
    return body;
  }
}
