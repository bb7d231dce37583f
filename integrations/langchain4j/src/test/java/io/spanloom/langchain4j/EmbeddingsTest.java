package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The embedding adapter, with vectors that the real client reads from HTTP. */
class EmbeddingsTest {

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final EmbeddingModel model =
      OpenAiEmbeddingModel.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .modelName("text-embedding-3-small")
          .maxRetries(0)
          .build();
  private final EmbeddingResponseAdapter adapter = new EmbeddingResponseAdapter();

  @Test
  void isFoundAsService() {
    assertThat(ServiceLoader.load(EmbeddingAdapter.class))
        .hasAtLeastOneElementOfType(EmbeddingResponseAdapter.class);
  }

  @Test
  void readsManyEmbeddings() {
    server.replies(Reply.json(OpenAiResponses.EMBEDDINGS));

    EmbeddingResponse read =
        adapter.response(
            model.embedAll(List.of(TextSegment.from("care"), TextSegment.from("duty"))));

    assertThat(read.usage().input()).isEqualTo(9);
    assertThat(read.dimensions()).isEqualTo(3);
    assertThat(read.vectors())
        .containsExactly(new float[] {0.1f, 0.2f, 0.3f}, new float[] {0.4f, 0.5f, 0.6f});
  }

  @Test
  void readsOneEmbedding() {
    Response<Embedding> one =
        Response.from(
            Embedding.from(new float[] {1, 2}), new dev.langchain4j.model.output.TokenUsage(5));

    EmbeddingResponse read = adapter.response(one);

    assertThat(read.dimensions()).isEqualTo(2);
    assertThat(read.usage()).isEqualTo(new TokenUsage(5L, null, null, null, null));
    assertThat(read.vectors()).containsExactly(new float[] {1, 2});
  }

  @Test
  void leavesOutWhatIsNotThere() {
    EmbeddingResponse none = adapter.response(Response.from(List.of()));

    assertThat(none.dimensions()).isNull();
    assertThat(none.usage()).isNull();
    assertThat(none.vectors()).isEmpty();
    assertThat(adapter.request(TextSegment.from("care")).texts()).containsExactly("care");
  }
}
