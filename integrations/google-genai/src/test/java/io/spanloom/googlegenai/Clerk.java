package io.spanloom.googlegenai;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An agent as a user of the SDK writes it: it asks, runs the tools it is told to, asks again. */
final class Clerk {

  static final String MODEL = "gemini-2.5-flash";

  static final GenerateContentConfig CONFIG =
      GenerateContentConfig.builder()
          .systemInstruction(Content.fromParts(Part.fromText("You are a clerk.")))
          .maxOutputTokens(800)
          .temperature(0.2f)
          .build();

  private final Client client;

  Clerk(Client client) {
    this.client = client;
  }

  @Agent("clerk")
  String answer() {
    return converse(
        conversation -> {
          GenerateContentResponse response = ask(MODEL, conversation, CONFIG);
          return response.candidates().orElseThrow().get(0).content().orElseThrow();
        });
  }

  @Agent("clerk")
  String answerStreaming() {
    return converse(
        conversation -> {
          List<Part> parts = new ArrayList<>();
          for (GenerateContentResponse piece : stream(MODEL, conversation, CONFIG)) {
            Content content = piece.candidates().orElseThrow().get(0).content().orElseThrow();
            parts.addAll(content.parts().orElseThrow());
          }
          return Content.builder().role("model").parts(parts).build();
        });
  }

  @LlmCall(provider = "gcp.gemini")
  GenerateContentResponse ask(
      @Attribute(key = GenAi.REQUEST_MODEL) String model,
      List<Content> contents,
      GenerateContentConfig config) {
    return client.models.generateContent(model, contents, config);
  }

  @LlmCall
  CompletableFuture<GenerateContentResponse> askLater(
      @Attribute(key = GenAi.REQUEST_MODEL) String model, Content content) {
    return client.async.models.generateContent(model, content, CONFIG);
  }

  /** Neither what is said nor how to answer is of the SDK's types. */
  @LlmCall(model = MODEL)
  @SuppressWarnings("LlmCallWithoutUsage")
  String say(String prompt) {
    return client.models.generateContent(MODEL, prompt, CONFIG).text();
  }

  @LlmCall
  Iterable<GenerateContentResponse> stream(
      @Attribute(key = GenAi.REQUEST_MODEL) String model,
      List<Content> contents,
      GenerateContentConfig config) {
    return client.models.generateContentStream(model, contents, config);
  }

  @LlmCall(model = MODEL)
  Stream<GenerateContentResponse> streamClosing(String prompt, GenerateContentConfig config) {
    ResponseStream<GenerateContentResponse> pieces =
        client.models.generateContentStream(MODEL, prompt, config);
    return StreamSupport.stream(pieces.spliterator(), false).onClose(pieces::close);
  }

  @Embedding
  EmbedContentResponse embed(
      @Attribute(key = GenAi.REQUEST_MODEL) String model,
      List<String> texts,
      EmbedContentConfig config) {
    return client.models.embedContent(model, texts, config);
  }

  /** Searches cases. */
  @Tool("case_search")
  String search(String query) {
    return "Two cases on " + query;
  }

  /** Looks statutes up. */
  @Tool("statute_lookup")
  String lookup() {
    throw new IllegalStateException("No such statute");
  }

  private String converse(Function<List<Content>, Content> model) {
    List<Content> conversation = new ArrayList<>();
    conversation.add(userMessage("What is a duty of care?"));
    while (true) {
      Content answer = model.apply(conversation);
      List<Part> results = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (Part part : answer.parts().orElseThrow()) {
        part.functionCall().ifPresent(call -> results.add(run(call)));
        part.text().ifPresent(text::append);
      }
      if (results.isEmpty()) {
        return text.toString();
      }
      conversation.add(answer);
      conversation.add(Content.builder().role("user").parts(results).build());
    }
  }

  static Content userMessage(String text) {
    return Content.builder().role("user").parts(List.of(Part.fromText(text))).build();
  }

  private Part run(FunctionCall call) {
    String name = call.name().orElseThrow();
    String result;
    try {
      result =
          name.equals("case_search")
              ? search((String) call.args().orElseThrow().get("query"))
              : lookup();
    } catch (IllegalStateException failure) {
      result = failure.getMessage();
    }
    FunctionResponse.Builder response =
        FunctionResponse.builder().name(name).response(Map.of("output", result));
    call.id().ifPresent(response::id);
    return Part.builder().functionResponse(response.build()).build();
  }
}
