package io.spanloom.advice;

import io.spanloom.content.JdkTypes;
import io.spanloom.convention.Fact;
import io.spanloom.convention.SpanRole;
import io.spanloom.cost.Cost;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingResponse;
import io.spanloom.llm.TokenUsage;
import io.spanloom.retrieval.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a computation of embeddings is given, and what comes of it. */
public final class Embeddings {

  private Embeddings() {}

  /** A part of the result that is vectors; generated where the result is not vectors itself. */
  public static void found(Frame frame, @Nullable Object value) {
    Vectors vectors = Vectors.of(value);
    if (vectors != null) {
      frame.vectors(vectors);
    }
  }

  /** The texts, as the request has them or else the arguments; content. */
  static List<String> texts(Frame frame) {
    int max = frame.tracing().retrieval().maxDocuments();
    List<String> asked =
        frame.request() instanceof EmbeddingCall call ? call.asked().texts() : List.of();
    if (!asked.isEmpty()) {
      return asked.subList(0, Math.min(max, asked.size()));
    }
    List<String> only = List.of();
    for (Object value : frame.captures().inputs().values()) {
      List<String> texts = value == null ? List.of() : texts(frame, value, max);
      if (!texts.isEmpty() && !only.isEmpty()) {
        return List.of(); // which of them is embedded is not known
      }
      only = texts.isEmpty() ? only : texts;
    }
    return only;
  }

  /** Records what the call gave back. */
  static void end(Frame frame, @Nullable Object result) {
    EmbeddingResponse response = adapted(frame, result);
    Cost cost = account(frame, response);
    CallContent.tell(
        frame,
        (conventions, out) ->
            conventions.embedded(model(frame, response), usage(frame, response), out));
    if (cost != null) {
      frame.tracing().conventions().cost(SpanRole.EMBEDDING, cost, frame.writer());
    }
    Vectors vectors = frame.vectors();
    if (vectors == null && response == null && !frame.spec().sensitiveResult()) {
      vectors = Vectors.of(result);
    }
    dimensions(frame, response, vectors);
    if (frame.tracing().retrieval().vectors() && frame.tracing().wantsContent()) {
      CallContent.vectors(frame, shown(frame, response, vectors));
    }
  }

  /** What metrics ask of a call whose span is not sampled. */
  static void measure(Frame frame, @Nullable Object result) {
    account(frame, adapted(frame, result));
  }

  private static @Nullable Cost account(Frame frame, @Nullable EmbeddingResponse response) {
    return Accounting.embedding(frame, model(frame, response), usage(frame, response));
  }

  private static void dimensions(
      Frame frame, @Nullable EmbeddingResponse response, @Nullable Vectors vectors) {
    Long dimensions = response == null ? null : response.dimensions();
    if (vectors != null) {
      frame.writer().put(SpanEnd.OUTPUT_COUNT, vectors.count());
      dimensions = vectors.dimensions() == 0 ? null : Long.valueOf(vectors.dimensions());
    }
    if (dimensions != null && !frame.captures().tells(Fact.DIMENSIONS)) {
      Long told = dimensions;
      CallContent.tell(
          frame,
          (conventions, out) -> conventions.fact(SpanRole.EMBEDDING, Fact.DIMENSIONS, told, out));
    }
  }

  private static List<double[]> shown(
      Frame frame, @Nullable EmbeddingResponse response, @Nullable Vectors vectors) {
    int max = frame.tracing().retrieval().maxDocuments();
    if (vectors != null) {
      return vectors.first(max);
    }
    return response == null
        ? List.of()
        : response.vectors().stream().limit(max).map(Vectors::widened).toList();
  }

  private static @Nullable String model(Frame frame, @Nullable EmbeddingResponse response) {
    String told = frame.captures().text(Fact.RESPONSE_MODEL);
    return told != null || response == null ? told : response.model();
  }

  private static @Nullable TokenUsage usage(Frame frame, @Nullable EmbeddingResponse response) {
    Long told = frame.captures().number(Fact.INPUT_TOKENS);
    TokenUsage known = response == null ? null : response.usage();
    Long input = told != null || known == null ? told : known.input();
    return input == null ? null : new TokenUsage(input, null, null, null, null);
  }

  private static @Nullable EmbeddingResponse adapted(Frame frame, @Nullable Object result) {
    if (result == null || frame.spec().sensitiveResult()) {
      return null;
    }
    try {
      EmbeddingAdapter<?, ?> adapter =
          frame.tracing().adapters().forEmbeddingResponse(result.getClass());
      return adapter == null ? null : read(adapter, result);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <R> EmbeddingResponse read(EmbeddingAdapter<?, R> adapter, Object value) {
    return adapter.response((R) value);
  }

  private static List<String> texts(Frame frame, Object value, int max) {
    if (value instanceof CharSequence text) {
      return List.of(text.toString());
    }
    Collection<?> values = List.of(value);
    if (value instanceof Object[] array) {
      values = Arrays.asList(array);
    } else if (value instanceof Collection<?> collection && JdkTypes.isContainer(value)) {
      values = collection;
    }
    DocumentList documents = new DocumentList(max, 0);
    new DocumentReading(frame.tracing().adapters(), null, false, documents).readAll(values);
    List<String> texts = new ArrayList<>();
    for (Document document : documents.shown()) {
      if (document.content() != null) {
        texts.add(document.content());
      }
    }
    return texts;
  }
}
