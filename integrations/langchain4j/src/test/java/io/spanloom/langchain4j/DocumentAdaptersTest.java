package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.spanloom.retrieval.Document;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Documents as LangChain4j's own store finds them. */
class DocumentAdaptersTest {

  private static final TextSegment SEGMENT =
      TextSegment.from("A duty not to harm.", Metadata.from("file_name", "torts.md"));
  private static final Map<String, Object> SOURCE = Map.of("file_name", "torts.md");

  @Test
  void areFoundAsServices() {
    assertThat(ServiceLoader.load(DocumentAdapter.class))
        .hasAtLeastOneElementOfType(DocumentAdapters.OfSearchResult.class)
        .hasAtLeastOneElementOfType(DocumentAdapters.OfMatch.class)
        .hasAtLeastOneElementOfType(DocumentAdapters.OfContent.class)
        .hasAtLeastOneElementOfType(DocumentAdapters.OfSegment.class)
        .hasAtLeastOneElementOfType(DocumentAdapters.OfDocument.class);
  }

  @Test
  void readsSearchResults() {
    EmbeddingSearchResult<TextSegment> found = search();

    assertThat(new DocumentAdapters.OfSearchResult().documents(found))
        .containsExactly(new Document("case-1", "A duty not to harm.", 1.0, SOURCE));
    assertThat(new DocumentAdapters.OfMatch().documents(found.matches().get(0)))
        .containsExactly(new Document("case-1", "A duty not to harm.", 1.0, SOURCE));
  }

  @Test
  void readsContentWithItsNewestScore() {
    Content found =
        Content.from(
            SEGMENT, Map.of(ContentMetadata.SCORE, 0.5, ContentMetadata.EMBEDDING_ID, "case-1"));
    Content reranked =
        Content.from(
            SEGMENT, Map.of(ContentMetadata.SCORE, 0.5, ContentMetadata.RERANKED_SCORE, 0.9));
    DocumentAdapters.OfContent adapter = new DocumentAdapters.OfContent();

    assertThat(adapter.documents(found))
        .containsExactly(new Document("case-1", "A duty not to harm.", 0.5, SOURCE));
    assertThat(adapter.documents(reranked))
        .containsExactly(new Document(null, "A duty not to harm.", 0.9, SOURCE));
  }

  @Test
  void readsWhatNobodyRanked() {
    Document expected = new Document(null, "A duty not to harm.", null, SOURCE);

    assertThat(new DocumentAdapters.OfSegment().documents(SEGMENT)).containsExactly(expected);
    assertThat(
            new DocumentAdapters.OfDocument()
                .documents(
                    dev.langchain4j.data.document.Document.from(
                        SEGMENT.text(), SEGMENT.metadata())))
        .containsExactly(expected);
  }

  private static EmbeddingSearchResult<TextSegment> search() {
    Embedding embedding = Embedding.from(new float[] {1, 0});
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    store.addAll(List.of("case-1"), List.of(embedding), List.of(SEGMENT));
    return store.search(
        EmbeddingSearchRequest.builder().queryEmbedding(embedding).maxResults(3).build());
  }
}
