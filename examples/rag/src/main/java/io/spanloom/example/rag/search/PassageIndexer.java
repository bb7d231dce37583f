package io.spanloom.example.rag.search;

import dev.langchain4j.data.embedding.Embedding;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;
import io.spanloom.example.rag.document.DocumentSet;
import io.spanloom.example.rag.document.Passage;
import io.spanloom.example.rag.embed.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/** Keeps an index up to date: computing embeddings takes longer than everything else. */
public final class PassageIndexer {

  private static final int BATCH = 32;
  private static final String DOCUMENTS = "documents";
  private static final String MODEL = "model";

  private final Embedder embedder;
  private final Progress progress;

  /** An indexer that reports its progress. */
  public PassageIndexer(Embedder embedder, Progress progress) {
    this.embedder = embedder;
    this.progress = progress;
  }

  /** The index in a directory, written anew when it is of other documents or not there. */
  public PassageIndex open(Path path, DocumentSet documents) throws IOException {
    Map<String, String> notes = Map.of(DOCUMENTS, documents.fingerprint(), MODEL, Embedder.MODEL);
    if (!isUpToDate(path, notes)) {
      write(path, documents.passages(), notes);
    }
    return PassageIndex.open(path);
  }

  private static boolean isUpToDate(Path path, Map<String, String> notes) throws IOException {
    try (Directory directory = new NIOFSDirectory(path)) {
      if (!DirectoryReader.indexExists(directory)) {
        return false;
      }
    }
    try (PassageIndex index = PassageIndex.open(path)) {
      return index.notes().equals(notes);
    }
  }

  @Task("index_documents")
  private void write(
      Path path,
      @Attribute(key = "app.index.passages", path = "size()") List<Passage> passages,
      Map<String, String> notes)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new EnglishWords()).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (Directory directory = new NIOFSDirectory(path);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int from = 0; from < passages.size(); from += BATCH) {
        List<Passage> batch = passages.subList(from, Math.min(from + BATCH, passages.size()));
        List<Embedding> embeddings =
            embedder.embed(batch.stream().map(Passage::searchable).toList()).content();
        for (int i = 0; i < batch.size(); i++) {
          writer.addDocument(IndexedPassage.write(batch.get(i), embeddings.get(i)));
        }
        progress.report(from + batch.size(), passages.size());
      }
      writer.setLiveCommitData(notes.entrySet());
    }
  }

  /** Receives the number of indexed passages. */
  @FunctionalInterface
  public interface Progress {

    /** So many are done. */
    void report(int done, int all);
  }
}
