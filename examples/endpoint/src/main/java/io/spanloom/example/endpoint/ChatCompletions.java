package io.spanloom.example.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.example.loopback.HttpCall;
import io.spanloom.example.loopback.JsonHandler;
import io.spanloom.example.loopback.JsonReply;

/** From an HTTP request to a completion or an error, both in OpenAI's shape. */
final class ChatCompletions implements JsonHandler {

  private static final String PATH = "/v1/chat/completions";

  private final ObjectMapper json = new ObjectMapper();
  private final RequestReader reader = new RequestReader(json);
  private final ResponseWriter writer = new ResponseWriter();
  private final UsageMeter meter = new UsageMeter();
  private final ChatPolicy policy;
  private final String authorization;

  ChatCompletions(ChatPolicy policy, String apiKey) {
    this.policy = policy;
    this.authorization = "Bearer " + apiKey;
  }

  @Override
  public JsonReply handle(HttpCall call) {
    try {
      return JsonReply.ok(complete(call));
    } catch (ApiException failure) {
      return new JsonReply(failure.status(), failure.body());
    }
  }

  private JsonNode complete(HttpCall call) {
    if (!call.path().equals(PATH) || !call.method().equals("POST")) {
      throw ApiException.unknownUrl(call.method(), call.path());
    }
    authorize(call);
    JsonNode body = parse(call.body());
    ChatRequest request = reader.read(body);
    ChatReply reply = policy.reply(request);
    return writer.write(request.model(), reply, meter.measure(request.model(), body, reply));
  }

  private void authorize(HttpCall call) {
    if (call.authorization() == null) {
      throw ApiException.unauthorized(
          "You didn't provide an API key. Send it as Authorization: Bearer YOUR_KEY.");
    }
    if (!call.authorization().equals(authorization)) {
      throw ApiException.unauthorized("Incorrect API key provided.");
    }
  }

  private JsonNode parse(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw ApiException.badRequest("We could not parse the JSON body of your request.", null);
    }
  }
}
