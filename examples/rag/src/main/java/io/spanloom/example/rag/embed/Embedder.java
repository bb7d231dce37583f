package io.spanloom.example.rag.embed;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/** The all-MiniLM model, quantized, run by ONNX Runtime; safe for use by several threads. */
public final class Embedder {

  /** The model's name. */
  public static final String MODEL = "all-MiniLM-L6-v2-q";

  private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();

  /** Where texts stand among all others: close to those that mean the same. */
  @io.spanloom.annotations.Embedding(provider = "onnxruntime", model = MODEL)
  public Response<List<Embedding>> embed(List<String> texts) {
    return model.embedAll(texts.stream().map(TextSegment::from).toList());
  }
}
