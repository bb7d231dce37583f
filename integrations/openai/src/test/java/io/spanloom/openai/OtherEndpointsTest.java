package io.spanloom.openai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Structured answers, embeddings and the older completions, with content on spans. */
class OtherEndpointsTest {

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .maxRetries(0)
          .build();

  private final Librarian librarian = new Librarian(client);

  @Test
  void aStructuredChatIsAChat() {
    server.replies(Reply.json(Replies.CHAT));

    librarian.structured(
        ChatCompletionCreateParams.builder()
            .model("gpt-4.1-mini")
            .addUserMessage("A book? Ask ada@example.org.")
            .responseFormat(Book.class)
            .build());

    assertThat(spanloom.trace())
        .doesNotMention("ada@example.org")
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.output.type", "json")
        .hasAttribute("gen_ai.usage.input_tokens", 190L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 100L)
        .hasAttribute("gen_ai.usage.cache_creation.input_tokens", 50L)
        .hasAttribute("llm.input_messages.0.message.content", "A book? Ask [EMAIL].")
        .hasAttribute("llm.output_messages.0.message.content", "{\"title\":\"Walden\"}");
  }

  @Test
  void aStructuredResponseIsAResponse() {
    server.replies(Reply.json(Replies.RESPONSE));

    librarian.structured(
        ResponseCreateParams.builder()
            .model("gpt-5-mini")
            .input("A book?")
            .text(Book.class)
            .build());

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-5-mini")
        .hasAttribute("gen_ai.output.type", "json")
        .hasAttribute("gen_ai.usage.output_tokens", 12L)
        .hasAttribute("llm.output_messages.0.message.content", "{\"title\":\"Walden\"}");
  }

  @Test
  void aPromptIsCompleted() {
    server.replies(Reply.json(Replies.COMPLETION));

    librarian.complete(
        CompletionCreateParams.builder()
            .model("gpt-3.5-turbo-instruct")
            .prompt("I read")
            .maxTokens(7)
            .stop("END")
            .build());

    assertThat(spanloom.trace())
        .hasRoot("text_completion gpt-3.5-turbo-instruct")
        .hasAttribute("gen_ai.request.max_tokens", 7L)
        .hasAttribute("gen_ai.request.stop_sequences", List.of("END"))
        .hasAttribute("gen_ai.response.finish_reasons", List.of("length"))
        .hasAttribute("gen_ai.usage.output_tokens", 7L)
        .hasAttribute("llm.input_messages.0.message.content", "I read")
        .hasAttribute("llm.output_messages.0.message.content", " books.");
  }

  @Test
  void embeddingsSayTheirSizeAndWhatTheyCost() {
    server.replies(Reply.json(Replies.EMBEDDINGS));

    librarian.embed(embedding());

    assertThat(spanloom.trace())
        .hasRoot("embeddings text-embedding-3-small")
        .hasAttribute("gen_ai.provider.name", "openai")
        .hasAttribute("gen_ai.request.encoding_formats", List.of("base64"))
        .hasAttribute("gen_ai.embeddings.dimension.count", 3L)
        .hasAttribute("gen_ai.usage.input_tokens", 9L)
        .hasAttribute("embedding.embeddings.1.embedding.text", "Emerson");
  }

  @Test
  void vectorsAreReadInBothForms() {
    server.replies(Reply.json(Replies.EMBEDDINGS));

    assertThat(new Vectors(client.embeddings().create(embedding())).vectors())
        .containsExactly(new float[] {0.5f, -1, 2}, new float[] {0.5f, -1, 2});
  }

  @Test
  void refusedEmbeddingsGoByTheProvidersCode() {
    server.replies(Reply.json(429, ChatCompletionAdapterTest.RATE_LIMITED));

    assertThatThrownBy(() -> librarian.embed(embedding())).isInstanceOf(RateLimitException.class);

    assertThat(spanloom.trace())
        .hasRoot("embeddings text-embedding-3-small")
        .hasFailedWith("rate_limit_exceeded");
  }

  private static EmbeddingCreateParams embedding() {
    return EmbeddingCreateParams.builder()
        .model("text-embedding-3-small")
        .inputOfArrayOfStrings(List.of("Thoreau", "Emerson"))
        .encodingFormat(EmbeddingCreateParams.EncodingFormat.BASE64)
        .build();
  }

  /** What answers are to look like. */
  static final class Book {
    public String title = "";
  }
}
