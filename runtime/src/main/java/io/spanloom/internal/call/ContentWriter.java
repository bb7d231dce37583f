package io.spanloom.internal.call;

import io.spanloom.internal.capture.KeyedValues;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Captured;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.DocumentPlace;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.retrieval.Document;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a call was given and gave back in one place, on its span or in its event, as far as
 * the place may hold it.
 */
public final class ContentWriter {

  private final Call call;
  private final ContentPolicy content;
  private final Conventions conventions;
  private final AttributeSink out;

  private ContentWriter(
      Call call, ContentPolicy content, Conventions conventions, AttributeSink out) {
    this.call = call;
    this.content = content;
    this.conventions = conventions;
    this.out = out;
  }

  /** Writes something on the span, and in the event if there is to be one. */
  public static void each(Call call, Consumer<ContentWriter> writing) {
    Tracing tracing = call.tracing();
    writing.accept(
        new ContentWriter(call, tracing.content(), tracing.conventions(), call.writer()));
    CallEvent event = call.event();
    if (event != null) {
      writing.accept(new ContentWriter(call, tracing.eventContent(), event.conventions(), event));
    }
  }

  public Call call() {
    return call;
  }

  /** What the place may hold of content. */
  public ContentPolicy policy() {
    return content;
  }

  /** Whether the place may hold content. */
  public boolean isAllowed() {
    return content.allowed();
  }

  /** A model's request: its structure always, its content as far as the place may hold it. */
  public void request(LlmRequest request) {
    conventions.request(request, content, out);
  }

  /** A model's response, likewise. */
  public void response(LlmResponse response) {
    conventions.response(response, content, out);
  }

  /** A request for embeddings, likewise. */
  public void embeddingRequest(EmbeddingRequest request) {
    conventions.embeddingRequest(request, out);
  }

  /** Something that is no content. */
  public void fact(SpanProperty fact, Object value) {
    conventions.fact(role(), fact, value, out);
  }

  /** Something that is no content, in the conventions' own way. */
  public void write(PropertyWriting writing) {
    writing.write(conventions, out);
  }

  /** What the call was given, unless the program says so itself. */
  public void input(@Nullable Captured input) {
    if (input != null && !call.captures().has(SpanProperty.INPUT)) {
      conventions.input(role(), input, content, out);
      wroteContent();
    }
  }

  public void toolArguments(Captured arguments) {
    conventions.toolArguments(arguments, out);
    wroteContent();
  }

  public void query(Captured query) {
    conventions.fact(role(), SpanProperty.QUERY, query.text(), out);
    wroteContent();
  }

  public void embeddedTexts(List<String> texts) {
    conventions.embeddedTexts(texts, content, out);
    wroteContent();
  }

  public void documents(DocumentPlace place, List<Document> documents) {
    conventions.documents(place, documents, content, out);
    if (content.allowed() && !documents.isEmpty()) {
      wroteContent();
    }
  }

  /** Embeddings, which the user wants to see. */
  public void vectors(List<double[]> vectors) {
    if (content.allowed() && !vectors.isEmpty()) {
      conventions.vectors(vectors, content, out);
      wroteContent();
    }
  }

  /** What the call gave back, as it is. */
  public void result(Object result) {
    if (content.allowed()) {
      output(captured(result));
    }
  }

  /** What the call gave back, unless the program says so itself. */
  public void output(@Nullable Captured output) {
    if (output != null && !call.captures().has(SpanProperty.OUTPUT)) {
      conventions.output(role(), output, content, out);
      wroteContent();
    }
  }

  /**
   * The arguments. A tool's are an object always; elsewhere a lone text that is no secret is
   * itself.
   */
  public @Nullable Captured arguments() {
    KeyedValues<String> inputs = call.captures().inputs();
    if (inputs.isEmpty()) {
      return null;
    }
    String lone = role() == SpanRole.TOOL ? null : inputs.onlyText();
    return lone != null && !ContentPolicy.isSecret(inputs.key(0))
        ? text(ContentPart.INPUT, ContentPart.INPUT, lone)
        : json(inputs);
  }

  public Captured json(KeyedValues<String> values) {
    return new Captured(content.json(ContentPart.INPUT, values.asMap(), call.objects()), true);
  }

  /** Texts as JSON; hidden with the input, or as the other part. */
  public Captured json(ContentPart other, List<String> texts) {
    return new Captured(content.json(hidden(ContentPart.INPUT, other), texts), true);
  }

  /** A text that can be hidden as either part. */
  public Captured text(ContentPart part, ContentPart other, String text) {
    return new Captured(String.valueOf(content.text(hidden(part, other), text)), false);
  }

  private ContentPart hidden(ContentPart part, ContentPart other) {
    return content.hides(other) ? other : part;
  }

  private Captured captured(Object value) {
    return value instanceof String text
        ? text(ContentPart.OUTPUT, ContentPart.OUTPUT, text)
        : new Captured(content.json(ContentPart.OUTPUT, value, call.objects()), true);
  }

  private SpanRole role() {
    return call.spec().spanRole();
  }

  private void wroteContent() {
    if (out instanceof CallEvent event) {
      event.addedContent();
    }
  }

  /** Writes something that is no content. */
  @FunctionalInterface
  public interface PropertyWriting {

    /** Writes it in the place, in the conventions that are in force there. */
    void write(Conventions conventions, AttributeSink out);
  }
}
