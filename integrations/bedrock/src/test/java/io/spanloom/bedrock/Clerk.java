package io.spanloom.bedrock;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDelta;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/** An agent as a user of the SDK writes it. */
final class Clerk {

  static final String MODEL = "us.anthropic.claude-sonnet-4-20250514-v1:0";

  private final BedrockRuntimeClient client;
  private final BedrockRuntimeAsyncClient async;

  Clerk(BedrockRuntimeClient client, BedrockRuntimeAsyncClient async) {
    this.client = client;
    this.async = async;
  }

  static ConverseRequest.Builder question() {
    Document schema =
        Document.mapBuilder()
            .putString("type", "object")
            .putMap(
                "properties",
                properties -> properties.putMap("query", m -> m.putString("type", "string")))
            .build();
    return ConverseRequest.builder()
        .modelId(MODEL)
        .system(SystemContentBlock.fromText("You are a clerk."))
        .inferenceConfig(config -> config.maxTokens(800).temperature(0.2f).stopSequences("END"))
        .additionalModelRequestFields(Document.mapBuilder().putNumber("top_k", 40).build())
        .toolConfig(
            config ->
                config.tools(
                    software.amazon.awssdk.services.bedrockruntime.model.Tool.builder()
                        .toolSpec(
                            spec ->
                                spec.name("case_search")
                                    .description("Searches cases.")
                                    .inputSchema(ToolInputSchema.fromJson(schema)))
                        .build()))
        .messages(user(List.of(ContentBlock.fromText("What is a duty of care?"))));
  }

  @Agent("clerk")
  String answer() {
    List<Message> messages = new ArrayList<>(question().build().messages());
    while (true) {
      Message message = ask(question().messages(messages).build()).output().message();
      List<ContentBlock> results =
          message.content().stream()
              .filter(block -> block.toolUse() != null)
              .map(block -> run(block.toolUse()))
              .toList();
      if (results.isEmpty()) {
        return message.content().get(0).text();
      }
      messages.add(message);
      messages.add(user(results));
    }
  }

  @LlmCall
  ConverseResponse ask(ConverseRequest request) {
    return client.converse(request);
  }

  @LlmCall
  CompletableFuture<ConverseResponse> askLater(ConverseRequest request) {
    return async.converse(request);
  }

  /** The client itself is traced: events go to a handler that no annotation reaches. */
  @Agent("clerk")
  String answerStreaming() {
    StringBuilder text = new StringBuilder();
    ConverseStreamRequest request =
        ConverseStreamRequest.builder()
            .modelId(MODEL)
            .messages(question().build().messages())
            .build();
    async
        .converseStream(
            request,
            ConverseStreamResponseHandler.builder()
                .subscriber(
                    ConverseStreamResponseHandler.Visitor.builder()
                        .onContentBlockDelta(event -> read(event.delta(), text))
                        .build())
                .build())
        .join();
    return text + search("duty");
  }

  /** Searches cases. */
  @Tool("case_search")
  String search(String query) {
    return "Two cases on " + query;
  }

  private static void read(ContentBlockDelta delta, StringBuilder text) {
    if (delta.text() != null) {
      text.append(delta.text());
    }
  }

  private ContentBlock run(ToolUseBlock call) {
    String found = search(call.input().asMap().get("query").asString());
    return ContentBlock.fromToolResult(
        result ->
            result.toolUseId(call.toolUseId()).content(ToolResultContentBlock.fromText(found)));
  }

  private static Message user(List<ContentBlock> content) {
    return Message.builder().role(ConversationRole.USER).content(content).build();
  }
}
