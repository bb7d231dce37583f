package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import io.spanloom.retrieval.Document;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Read documents, parts of documents, and what searches find. */
public final class DocumentAdapters {

  private DocumentAdapters() {}

  private static Document document(
      @Nullable String id,
      @Nullable String text,
      @Nullable Double score,
      @Nullable Metadata metadata) {
    return new Document(id, text, score, metadata == null ? Map.of() : metadata.toMap());
  }

  private static Document document(EmbeddingMatch<?> match) {
    TextSegment segment = match.embedded() instanceof TextSegment found ? found : null;
    return document(
        match.embeddingId(),
        segment == null ? null : segment.text(),
        match.score(),
        segment == null ? null : segment.metadata());
  }

  /** Reads what an embedding store's search returns. */
  @AutoService(DocumentAdapter.class)
  @SuppressWarnings("rawtypes") // classes know no type arguments
  public static final class OfSearchResult implements DocumentAdapter<EmbeddingSearchResult> {

    @Override
    public Class<EmbeddingSearchResult> type() {
      return EmbeddingSearchResult.class;
    }

    @Override
    public List<Document> documents(EmbeddingSearchResult result) {
      List<Document> documents = new ArrayList<>();
      for (Object match : result.matches()) {
        documents.add(document((EmbeddingMatch<?>) match));
      }
      return documents;
    }
  }

  /** Reads one of the matches in an embedding store. */
  @AutoService(DocumentAdapter.class)
  @SuppressWarnings("rawtypes") // classes know no type arguments
  public static final class OfMatch implements DocumentAdapter<EmbeddingMatch> {

    @Override
    public Class<EmbeddingMatch> type() {
      return EmbeddingMatch.class;
    }

    @Override
    public List<Document> documents(EmbeddingMatch match) {
      return List.of(document(match));
    }
  }

  /** Reads what content retrievers and rerankers return; a reranker's score is the newer one. */
  @AutoService(DocumentAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class OfContent implements DocumentAdapter<Content> {

    @Override
    public Class<Content> type() {
      return Content.class;
    }

    @Override
    public List<Document> documents(Content content) {
      Map<ContentMetadata, Object> metadata = content.metadata();
      Object id = metadata.get(ContentMetadata.EMBEDDING_ID);
      Object reranked = metadata.get(ContentMetadata.RERANKED_SCORE);
      Object score = reranked == null ? metadata.get(ContentMetadata.SCORE) : reranked;
      TextSegment segment = content.textSegment();
      return List.of(
          document(
              id instanceof String text ? text : null,
              segment.text(),
              score instanceof Number number ? Double.valueOf(number.doubleValue()) : null,
              segment.metadata()));
    }
  }

  /** Reads a part of a document. */
  @AutoService(DocumentAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class OfSegment implements DocumentAdapter<TextSegment> {

    @Override
    public Class<TextSegment> type() {
      return TextSegment.class;
    }

    @Override
    public List<Document> documents(TextSegment segment) {
      return List.of(document(null, segment.text(), null, segment.metadata()));
    }
  }

  /** Reads a document. */
  @AutoService(DocumentAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class OfDocument
      implements DocumentAdapter<dev.langchain4j.data.document.Document> {

    @Override
    public Class<dev.langchain4j.data.document.Document> type() {
      return dev.langchain4j.data.document.Document.class;
    }

    @Override
    public List<Document> documents(dev.langchain4j.data.document.Document whole) {
      return List.of(document(null, whole.text(), null, whole.metadata()));
    }
  }
}
