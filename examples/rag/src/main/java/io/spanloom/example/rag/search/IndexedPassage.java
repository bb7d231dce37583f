package io.spanloom.example.rag.search;

import dev.langchain4j.data.embedding.Embedding;
import io.spanloom.example.rag.document.Passage;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** How a passage is kept in Lucene's index, and read from it again. */
final class IndexedPassage {

  static final String WORDS = "words";
  static final String VECTOR = "vector";

  private static final String ID = "id";
  private static final String SOURCE = "source";
  private static final String HEADING = "heading";
  private static final String TEXT = "text";
  private static final String EMBEDDING = "embedding";

  private IndexedPassage() {}

  static Document write(Passage passage, Embedding embedding) {
    Document document = new Document();
    document.add(new StoredField(ID, passage.id()));
    document.add(new StoredField(SOURCE, passage.source()));
    document.add(new StoredField(HEADING, passage.heading()));
    document.add(new StoredField(TEXT, passage.text()));
    document.add(new StoredField(EMBEDDING, bytes(embedding)));
    document.add(new TextField(WORDS, passage.searchable(), Field.Store.NO));
    document.add(
        new KnnFloatVectorField(VECTOR, embedding.vector(), VectorSimilarityFunction.COSINE));
    return document;
  }

  static Match read(Document document, double score) {
    Passage passage =
        new Passage(
            document.get(ID), document.get(SOURCE), document.get(HEADING), document.get(TEXT));
    return new Match(passage, embedding(document.getBinaryValue(EMBEDDING)), score);
  }

  private static byte[] bytes(Embedding embedding) {
    ByteBuffer bytes = ByteBuffer.allocate(embedding.dimension() * Float.BYTES);
    bytes.asFloatBuffer().put(embedding.vector());
    return bytes.array();
  }

  private static Embedding embedding(BytesRef bytes) {
    FloatBuffer floats = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asFloatBuffer();
    float[] vector = new float[floats.remaining()];
    floats.get(vector);
    return Embedding.from(vector);
  }
}
