package io.spanloom.example.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelServerTest {

  private static final String KEY = "sk-test";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private ModelServer server;

  @BeforeEach
  void start() throws IOException {
    server = ModelServer.start(ModelServerTest::echoOrCall, KEY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersWithTextWhenThePolicySaysSomething() throws Exception {
    JsonNode reply = ok("{'model':'m','messages':[{'role':'user','content':'hello'}]}");

    assertThat(reply.path("object").asText()).isEqualTo("chat.completion");
    assertThat(reply.path("id").asText()).startsWith("chatcmpl-");
    assertThat(reply.path("model").asText()).isEqualTo("m");
    JsonNode choice = reply.path("choices").path(0);
    assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    assertThat(choice.path("message").path("content").asText()).isEqualTo("hello");
    assertThat(choice.path("message").has("tool_calls")).isFalse();
  }

  @Test
  void issuesAnIdentifierForEachToolCall() throws Exception {
    JsonNode reply =
        ok(
            "{'model':'m','messages':[{'role':'user','content':'hello'}],"
                + "'tools':[{'type':'function','function':{'name':'look'}}]}");

    JsonNode choice = reply.path("choices").path(0);
    assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
    assertThat(choice.path("message").path("content").isNull()).isTrue();
    JsonNode calls = choice.path("message").path("tool_calls");
    assertThat(calls).hasSize(2);
    assertThat(calls.path(0).path("id").asText()).matches("call_[A-Za-z0-9]{24}");
    assertThat(calls.path(0).path("id")).isNotEqualTo(calls.path(1).path("id"));
    assertThat(calls.path(1).path("function").path("name").asText()).isEqualTo("look");
    assertThat(calls.path(1).path("function").path("arguments").asText()).isEqualTo("{\"n\":2}");
  }

  @Test
  void readsToolResultsAndContentInParts() throws Exception {
    JsonNode reply =
        ok(
            "{'model':'m','messages':["
                + "{'role':'user','content':[{'type':'text','text':'in '},{'type':'text','text':'parts'}]},"
                + "{'role':'assistant','content':null,'tool_calls':[{'id':'call_1','type':'function',"
                + "'function':{'name':'look','arguments':'{}'}}]},"
                + "{'role':'tool','tool_call_id':'call_1','content':'found'}]}");

    assertThat(reply.at("/choices/0/message/content").asText()).isEqualTo("in parts found");
  }

  @Test
  void countsTokensAndWhatAPromptCacheWouldKnow() throws Exception {
    String longText = "word ".repeat(1200);
    String first = "{'model':'m','messages':[{'role':'user','content':'" + longText + "one'}]}";
    String second = "{'model':'m','messages':[{'role':'user','content':'" + longText + "two'}]}";

    JsonNode firstUsage = ok(first).path("usage");
    JsonNode secondUsage = ok(second).path("usage");

    assertThat(firstUsage.path("prompt_tokens").asInt()).isBetween(1500, 1530);
    assertThat(firstUsage.at("/prompt_tokens_details/cached_tokens").asInt()).isZero();
    assertThat(secondUsage.at("/prompt_tokens_details/cached_tokens").asInt()).isEqualTo(1408);
    assertThat(secondUsage.path("total_tokens").asInt())
        .isEqualTo(
            secondUsage.path("prompt_tokens").asInt()
                + secondUsage.path("completion_tokens").asInt());
  }

  @ParameterizedTest
  @CsvSource({"gpt-4.1-mini, 0", "gpt-5-mini, 4", "o4-mini, 4"})
  void chargesReasoningOnlyForModelsThatReason(String model, int reasoning) throws Exception {
    JsonNode usage =
        ok("{'model':'" + model + "','messages':[{'role':'user','content':'hello'}]}")
            .path("usage");

    assertThat(usage.at("/completion_tokens_details/reasoning_tokens").asInt())
        .isEqualTo(reasoning);
    assertThat(usage.path("completion_tokens").asInt()).isEqualTo(reasoning + 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                                          | null",
        "{'messages':[{'role':'user','content':'x'}]}                               | model",
        "{'model':'m'}                                                              | messages",
        "{'model':'m','messages':[]}                                                | messages",
        "{'model':'m','messages':[{'role':'wizard','content':'x'}]}                 | messages.[0].role",
        "{'model':'m','stream':true,'messages':[{'role':'user','content':'x'}]}     | stream",
        "{'model':'m','n':2,'messages':[{'role':'user','content':'x'}]}             | n",
        "{'model':'m','messages':[{'role':'tool','tool_call_id':'a','content':''}]} | messages.[0].role",
        "{'model':'m','messages':[{'role':'assistant','tool_calls':[{'id':'a'}]}]}  | messages",
      },
      quoteCharacter = '~')
  void refusesWhatOpenAiRefuses(String body, String param) throws Exception {
    HttpResponse<String> response = post("/chat/completions", "Bearer " + KEY, quoted(body));

    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode error = JSON.readTree(response.body()).path("error");
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(error.path("message").asText()).isNotEmpty();
    assertThat(error.path("param").asText()).isEqualTo(param);
  }

  @ParameterizedTest
  @CsvSource({"'', 401", "Bearer sk-wrong, 401"})
  void refusesAWrongKey(String authorization, int status) throws Exception {
    HttpResponse<String> response = post("/chat/completions", authorization, "{}");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).at("/error/code").asText())
        .isEqualTo("invalid_api_key");
  }

  @Test
  void doesNotKnowOtherPaths() throws Exception {
    HttpResponse<String> response = post("/embeddings", "Bearer " + KEY, "{}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(response.body()).at("/error/code").asText()).isEqualTo("unknown_url");
  }

  /** Says what it heard from user and tools, or calls the first tool twice. */
  private static ChatReply echoOrCall(ChatRequest request) {
    if (!request.tools().isEmpty()) {
      return ChatReply.call(
          "because",
          new ChatReply.Call(request.tools().get(0), number(1)),
          new ChatReply.Call(request.tools().get(0), number(2)));
    }
    StringBuilder texts = new StringBuilder(request.lastUserText());
    for (ChatMessage message : request.messages()) {
      if (message.role().equals("tool")) {
        texts.append(' ').append(message.content());
      }
    }
    return ChatReply.say("because I heard", texts.toString());
  }

  private static ObjectNode number(int n) {
    return JsonNodeFactory.instance.objectNode().put("n", n);
  }

  private JsonNode ok(String body) throws Exception {
    HttpResponse<String> response = post("/chat/completions", "Bearer " + KEY, quoted(body));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> post(String path, String authorization, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .POST(BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String quoted(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
