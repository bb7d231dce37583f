package io.spanloom.springai;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.LlmTool;
import io.spanloom.retrieval.Document;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

class ChatAdapterTest {

  private final ChatAdapter adapter = new ChatAdapter();

  @Test
  void areFoundAsServices() {
    assertThat(ServiceLoader.load(LlmAdapter.class)).hasAtLeastOneElementOfType(ChatAdapter.class);
    assertThat(ServiceLoader.load(LlmStreamAdapter.class))
        .hasAtLeastOneElementOfType(ChatStreamAdapter.class);
    assertThat(ServiceLoader.load(EmbeddingAdapter.class))
        .hasAtLeastOneElementOfType(EmbeddingsAdapter.class);
    assertThat(ServiceLoader.load(DocumentAdapter.class))
        .hasAtLeastOneElementOfType(DocumentsAdapter.class);
  }

  @Test
  void readsOptionsThatAllProvidersHave() {
    LlmRequest request =
        adapter.request(
            new Prompt(
                "Hello",
                ChatOptions.builder()
                    .model("some-model")
                    .temperature(0.2)
                    .topP(0.9)
                    .topK(40)
                    .maxTokens(800)
                    .frequencyPenalty(0.1)
                    .presencePenalty(-0.1)
                    .stopSequences(List.of("END"))
                    .build()));

    assertThat(request.provider()).isNull();
    assertThat(request.model()).isEqualTo("some-model");
    assertThat(request.temperature()).isEqualTo(0.2);
    assertThat(request.topP()).isEqualTo(0.9);
    assertThat(request.topK()).isEqualTo(40);
    assertThat(request.maxTokens()).isEqualTo(800);
    assertThat(request.frequencyPenalty()).isEqualTo(0.1);
    assertThat(request.presencePenalty()).isEqualTo(-0.1);
    assertThat(request.stopSequences()).containsExactly("END");
  }

  @Test
  void readsOpenAisOptions() {
    LlmRequest request = adapter.request(new Prompt("Hello", OpenAi.ownOptions()));

    assertThat(request.provider()).isEqualTo("openai");
    assertThat(request.maxTokens()).isEqualTo(900);
    assertThat(request.choiceCount()).isEqualTo(2);
    assertThat(request.seed()).isEqualTo(7);
    assertThat(request.reasoningLevel()).isEqualTo("low");
    assertThat(request.outputType()).isEqualTo("json");
    assertThat(request.tools())
        .extracting(LlmTool::name)
        .containsExactlyInAnyOrder("case_search", "statute_lookup");
    assertThat(request.tools()).allMatch(tool -> tool.parametersJson().contains("\"properties\""));
    assertThat(adapter.request(new Prompt("Hello", OpenAi.spokenOptions())).outputType())
        .isEqualTo("speech");
  }

  @Test
  void leavesOutMissingValues() {
    LlmRequest request = adapter.request(new Prompt("Hello"));
    LlmResponse response =
        adapter.response(new ChatResponse(List.of(new Generation(new AssistantMessage("Hi")))));

    assertThat(request.model()).isNull();
    assertThat(request.temperature()).isNull();
    assertThat(request.outputType()).isNull();
    assertThat(request.stopSequences()).isEmpty();
    assertThat(request.tools()).isEmpty();
    assertThat(response.id()).isNull();
    assertThat(response.model()).isNull();
    assertThat(response.usage()).isNull();
    assertThat(response.finishReasons()).isEmpty();
    assertThat(response.messages()).containsExactly(LlmMessage.of("assistant", "Hi"));
  }

  @Test
  void readsConversations() {
    Prompt prompt =
        new Prompt(List.of(new SystemMessage("You are a clerk."), new UserMessage("Hello")));

    assertThat(adapter.request(prompt).messages())
        .containsExactly(
            LlmMessage.of("system", "You are a clerk."), LlmMessage.of("user", "Hello"));
  }

  @Test
  void readsDocuments() {
    var found =
        org.springframework.ai.document.Document.builder()
            .id("case-1")
            .text("One")
            .score(0.5)
            .metadata(Map.of("court", "first"))
            .build();

    assertThat(new DocumentsAdapter().documents(found))
        .containsExactly(new Document("case-1", "One", 0.5, Map.of("court", "first")));
  }

  @Test
  void hasTheProvidersErrorCode() {
    assertThat(
            List.of(
                "429 - {\"error\": {\"code\": \"rate_limit_exceeded\", \"type\": \"requests\"}}",
                "HTTP 529 - {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}",
                "429 - {\"error\": {\"code\": 429, \"status\": \"RESOURCE_EXHAUSTED\"}}"))
        .extracting(message -> adapter.errorType(new IllegalStateException(message)))
        .containsExactly("rate_limit_exceeded", "overloaded_error", "RESOURCE_EXHAUSTED");
    assertThat(adapter.errorType(new IllegalStateException("500 - <html>"))).isNull();
    assertThat(adapter.errorType(new IllegalStateException("no { JSON"))).isNull();
    assertThat(adapter.errorType(new IllegalStateException())).isNull();
  }
}
