package io.spanloom.example.rag.search;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Retrieval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The passages in Lucene: words for BM25, embeddings for a search in an HNSW graph. */
public final class PassageIndex implements AutoCloseable {

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Analyzer analyzer = new EnglishWords();

  private PassageIndex(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  /** Opens an index that {@link PassageIndexer} wrote. */
  static PassageIndex open(Path path) throws IOException {
    Directory directory = new NIOFSDirectory(path);
    return new PassageIndex(directory, DirectoryReader.open(directory));
  }

  /** How many passages there are. */
  public int size() {
    return reader.numDocs();
  }

  /** What the writer left with the passages. */
  Map<String, String> notes() throws IOException {
    return reader.getIndexCommit().getUserData();
  }

  /** The passages that share the rarest words with the question; scores by BM25. */
  @Retrieval(dataSource = "spanloom_docs.words")
  public List<Match> byWords(
      @Attribute(key = GenAi.RETRIEVAL_QUERY_TEXT, path = "text") Query query,
      @Attribute(key = GenAi.REQUEST_TOP_K) int topK) {
    // Null when the text has no word, only punctuation and stop words.
    org.apache.lucene.search.Query words =
        new QueryBuilder(analyzer).createBooleanQuery(IndexedPassage.WORDS, query.text());
    return words == null ? List.of() : search(words, topK, DoubleUnaryOperator.identity());
  }

  /** The passages whose embeddings are closest to the question's; scores are cosines. */
  @Retrieval(dataSource = "spanloom_docs.vectors")
  public List<Match> byMeaning(
      @Attribute(key = GenAi.RETRIEVAL_QUERY_TEXT, path = "text") Query query,
      @Attribute(key = GenAi.REQUEST_TOP_K) int topK) {
    float[] vector = query.embedding().vector();
    // Lucene's score is (1 + cosine) / 2: never negative.
    return search(
        new KnnFloatVectorQuery(IndexedPassage.VECTOR, vector, topK), topK, it -> 2 * it - 1);
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure.getMessage(), failure);
    }
  }

  private List<Match> search(
      org.apache.lucene.search.Query query, int topK, DoubleUnaryOperator scale) {
    try {
      List<Match> matches = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, topK).scoreDocs) {
        matches.add(
            IndexedPassage.read(
                searcher.storedFields().document(hit.doc), scale.applyAsDouble(hit.score)));
      }
      return matches;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure.getMessage(), failure);
    }
  }
}
