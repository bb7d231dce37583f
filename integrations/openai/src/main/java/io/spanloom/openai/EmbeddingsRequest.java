package io.spanloom.openai;

import com.openai.models.embeddings.EmbeddingCreateParams;
import io.spanloom.llm.EmbeddingRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for embeddings. */
record EmbeddingsRequest(EmbeddingCreateParams params) implements EmbeddingRequest {

  @Override
  public String provider() {
    return "openai";
  }

  @Override
  public @Nullable String model() {
    return Json.text(Json.of(params._model()));
  }

  @Override
  public List<String> encodingFormats() {
    return Json.texts(Json.of(params._encodingFormat()));
  }

  /** Inputs that are tokens have no text. */
  @Override
  public List<String> texts() {
    return Json.texts(Json.of(params._input()));
  }
}
