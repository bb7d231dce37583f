package io.spanloom.internal.role;

import io.spanloom.cost.Cost;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.ContentWriter;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.convention.Captured;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.documents.DocumentList;
import io.spanloom.internal.documents.DocumentReading;
import io.spanloom.internal.documents.Vectors;
import io.spanloom.internal.llm.EmbeddingCall;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.EmbeddingResponse;
import io.spanloom.llm.TokenUsage;
import io.spanloom.retrieval.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computations of embeddings: they are given texts and give back vectors. */
final class EmbeddingRole extends CallRole {

  EmbeddingRole() {
    super(SpanRole.EMBEDDING);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.atStart(call -> ContentWriter.each(call, EmbeddingRole::input))
        .atEnd(EmbeddingRole::response)
        .whenMeasured(EmbeddingRole::account);
  }

  @Override
  public boolean namedByRequest() {
    return true;
  }

  @Override
  public boolean callsProvider() {
    return true;
  }

  @Override
  public void readRequest(Call call, Object argument) {
    EmbeddingAdapter<?, ?> found =
        call.tracing().adapters().forEmbeddingRequest(argument.getClass());
    if (found != null && call.request() == null) {
      call.setAdapter(found);
      call.setRequest(new EmbeddingCall(request(found, argument)));
    }
  }

  private static void input(ContentWriter content) {
    Call call = content.call();
    if (call.request() instanceof EmbeddingCall embedding) {
      content.embeddingRequest(embedding.request());
    }
    if (!content.isAllowed()) {
      return;
    }
    List<String> texts = texts(call);
    if (!texts.isEmpty()) {
      content.embeddedTexts(texts);
    }
    content.input(call.request() == null ? content.arguments() : embedded(content, texts));
  }

  private static @Nullable Captured embedded(ContentWriter content, List<String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    return texts.size() == 1
        ? content.text(ContentPart.INPUT, ContentPart.EMBEDDING_TEXT, texts.get(0))
        : content.json(ContentPart.EMBEDDING_TEXT, texts);
  }

  /** The texts, as the request has them or else the arguments; content. */
  private static List<String> texts(Call call) {
    int max = call.tracing().retrieval().maxDocuments();
    List<String> requested =
        call.request() instanceof EmbeddingCall embedding ? embedding.request().texts() : List.of();
    if (!requested.isEmpty()) {
      return requested.subList(0, Math.min(max, requested.size()));
    }
    List<String> only = List.of();
    for (Object value : call.captures().inputs().values()) {
      List<String> texts = value == null ? List.of() : texts(call, value, max);
      if (!texts.isEmpty() && !only.isEmpty()) {
        return List.of(); // which of them is embedded is not known
      }
      only = texts.isEmpty() ? only : texts;
    }
    return only;
  }

  /** Records what the call gave back; its output is vectors, or nothing to look at. */
  private static void response(Call call) {
    Object result = call.result();
    EmbeddingResponse response = adapted(call, result);
    Cost cost = account(call, response);
    String model = model(call, response);
    TokenUsage usage = usage(call, response);
    ContentWriter.each(
        call, place -> place.write((conventions, out) -> conventions.embedded(model, usage, out)));
    if (cost != null) {
      call.tracing().conventions().cost(SpanRole.EMBEDDING, cost, call.writer());
    }
    Vectors vectors = (Vectors) call.roleState();
    if (vectors == null && response == null) {
      vectors = Vectors.of(result);
    }
    dimensions(call, response, vectors);
    if (call.tracing().retrieval().vectors() && call.tracing().wantsContent()) {
      List<double[]> shown = shown(call, response, vectors);
      ContentWriter.each(call, place -> place.vectors(shown));
    }
  }

  /** What metrics ask of a call whose span is not sampled. */
  private static void account(Call call) {
    account(call, adapted(call, call.result()));
  }

  private static @Nullable Cost account(Call call, @Nullable EmbeddingResponse response) {
    return Accounting.embedding(call, model(call, response), usage(call, response));
  }

  private static void dimensions(
      Call call, @Nullable EmbeddingResponse response, @Nullable Vectors vectors) {
    Long dimensions = response == null ? null : response.dimensions();
    if (vectors != null) {
      call.writer().put(Outputs.COUNT, vectors.count());
      dimensions = vectors.dimensions() == 0 ? null : Long.valueOf(vectors.dimensions());
    }
    if (dimensions != null && !call.captures().has(SpanProperty.DIMENSIONS)) {
      Long captured = dimensions;
      ContentWriter.each(call, place -> place.fact(SpanProperty.DIMENSIONS, captured));
    }
  }

  private static List<double[]> shown(
      Call call, @Nullable EmbeddingResponse response, @Nullable Vectors vectors) {
    int max = call.tracing().retrieval().maxDocuments();
    if (vectors != null) {
      return vectors.first(max);
    }
    return response == null
        ? List.of()
        : response.vectors().stream().limit(max).map(Vectors::widened).toList();
  }

  private static @Nullable String model(Call call, @Nullable EmbeddingResponse response) {
    String captured = call.captures().text(SpanProperty.RESPONSE_MODEL);
    return captured != null || response == null ? captured : response.model();
  }

  private static @Nullable TokenUsage usage(Call call, @Nullable EmbeddingResponse response) {
    Long captured = call.captures().tokens(SpanProperty.INPUT_TOKENS);
    TokenUsage known = response == null ? null : response.usage();
    Long input = captured != null || known == null ? captured : known.input();
    TokenUsage usage = new TokenUsage(input, null, null, null, null).plausible();
    return usage.input() == null ? null : usage;
  }

  private static @Nullable EmbeddingResponse adapted(Call call, @Nullable Object result) {
    if (result == null) {
      return null;
    }
    try {
      EmbeddingAdapter<?, ?> adapter =
          call.tracing().adapters().forEmbeddingResponse(result.getClass());
      return adapter == null ? null : read(adapter, result);
    } catch (Throwable failure) {
      call.tracingFailed(failure);
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <R> EmbeddingResponse read(EmbeddingAdapter<?, R> adapter, Object value) {
    return adapter.response((R) value);
  }

  private static List<String> texts(Call call, Object value, int max) {
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
    new DocumentReading(call.tracing().adapters(), null, false, documents).readAll(values);
    List<String> texts = new ArrayList<>();
    for (Document document : documents.shown()) {
      if (document.content() != null) {
        texts.add(document.content());
      }
    }
    return texts;
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <Q> EmbeddingRequest request(EmbeddingAdapter<Q, ?> adapter, Object value) {
    return adapter.request((Q) value);
  }
}
