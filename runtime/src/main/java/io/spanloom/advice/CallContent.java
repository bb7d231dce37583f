package io.spanloom.advice;

import io.spanloom.content.ContentPart;
import io.spanloom.content.ContentPolicy;
import io.spanloom.convention.AttributeSink;
import io.spanloom.convention.Captured;
import io.spanloom.convention.Conventions;
import io.spanloom.convention.DocumentPlace;
import io.spanloom.convention.Fact;
import io.spanloom.convention.SpanRole;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.retrieval.Document;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a call was given and gave back on its span and in its event, as far as each may hold
 * it.
 */
final class CallContent {

  private final Frame frame;
  private final ContentPolicy content;
  private final Conventions conventions;
  private final AttributeSink out;

  private CallContent(
      Frame frame, ContentPolicy content, Conventions conventions, AttributeSink out) {
    this.frame = frame;
    this.content = content;
    this.conventions = conventions;
    this.out = out;
  }

  private static CallContent onSpan(Frame frame) {
    Tracing tracing = frame.tracing();
    return new CallContent(frame, tracing.content(), tracing.conventions(), frame.writer());
  }

  private static CallContent inEvent(Frame frame, CallEvent event) {
    return new CallContent(frame, frame.tracing().eventContent(), event.conventions(), event);
  }

  /** What the call was given. */
  static void input(Frame frame) {
    CallEvent event = frame.event();
    if (event != null
        || frame.spec().role() == SpanRole.LLM
        || frame.request() != null
        || frame.tracing().wantsContent()) {
      write(frame, event);
    }
  }

  private static void write(Frame frame, @Nullable CallEvent event) {
    LlmRequest request =
        frame.spec().role() == SpanRole.EMBEDDING
            ? null
            : frame.captures().request(frame.request());
    onSpan(frame).input(request);
    if (event != null) {
      inEvent(frame, event).input(request);
    }
  }

  /** What a model answered, its structure included. */
  static void response(Frame frame, LlmResponse response) {
    onSpan(frame).write(response);
    CallEvent event = frame.event();
    if (event != null) {
      inEvent(frame, event).write(response);
    }
  }

  /** What the call gave back; a model's answer stands for the object that holds it. */
  static void output(Frame frame, Object result, @Nullable LlmResponse answer) {
    onSpan(frame).write(result, answer);
    CallEvent event = frame.event();
    if (event != null) {
      inEvent(frame, event).write(result, answer);
    }
  }

  /** What is no content, on the span and in the event. */
  static void tell(Frame frame, BiConsumer<Conventions, AttributeSink> facts) {
    facts.accept(frame.tracing().conventions(), frame.writer());
    CallEvent event = frame.event();
    if (event != null) {
      facts.accept(event.conventions(), event);
    }
  }

  /** Documents that the call was given or found. */
  static void documents(Frame frame, DocumentPlace place, List<Document> documents) {
    onSpan(frame).write(place, documents);
    CallEvent event = frame.event();
    if (event != null) {
      inEvent(frame, event).write(place, documents);
    }
  }

  /** The documents found as what was given back, where more of that must not be looked at. */
  static void documentsAsOutput(Frame frame) {
    onSpan(frame).writeDocuments();
    CallEvent event = frame.event();
    if (event != null) {
      inEvent(frame, event).writeDocuments();
    }
  }

  /** Embeddings, which the user wants to see. */
  static void vectors(Frame frame, List<double[]> vectors) {
    onSpan(frame).write(vectors);
    CallEvent event = frame.event();
    if (event != null) {
      inEvent(frame, event).write(vectors);
    }
  }

  private void input(@Nullable LlmRequest request) {
    if (frame.spec().role() == SpanRole.EMBEDDING) {
      embedded();
      return;
    }
    if (request != null && frame.spec().role() == SpanRole.LLM) {
      conventions.request(request, content, out);
    }
    if (!content.allowed()) {
      return;
    }
    query();
    Captured input = request != null && hasMessages(request) ? lastMessage(request) : inputs();
    if (input != null && !tellsInput()) {
      conventions.input(frame.spec().role(), input, out);
      told();
    }
    KeyedValues<String> arguments = frame.captures().arguments();
    if (frame.spec().role() == SpanRole.TOOL
        && !arguments.isEmpty()
        && !frame.captures().tells(Fact.TOOL_ARGUMENTS)) {
      Captured same = arguments == frame.captures().inputs() ? input : null;
      conventions.toolArguments(same == null ? json(arguments) : same, out);
      told();
    }
  }

  /** Where a convention has it under the key of the input, the whole input comes after it. */
  private void query() {
    String name = frame.spec().query();
    Object query = name == null ? null : frame.captures().inputs().named(name);
    if (query instanceof String text && !frame.captures().tells(Fact.QUERY)) {
      Captured shown = text(ContentPart.INPUT, ContentPart.INPUT, text);
      conventions.fact(frame.spec().role(), Fact.QUERY, shown.text(), out);
      told();
    }
  }

  private void embedded() {
    if (frame.request() instanceof EmbeddingCall call) {
      conventions.embeddingRequest(call.asked(), out);
    }
    if (!content.allowed()) {
      return;
    }
    List<String> texts = Embeddings.texts(frame);
    if (!texts.isEmpty()) {
      conventions.embeddedTexts(texts, content, out);
      told();
    }
    Captured input = frame.request() == null ? inputs() : embedded(texts);
    if (input != null && !tellsInput()) {
      conventions.input(SpanRole.EMBEDDING, input, out);
      told();
    }
  }

  private @Nullable Captured embedded(List<String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    return texts.size() == 1
        ? text(ContentPart.INPUT, ContentPart.EMBEDDING_TEXT, texts.get(0))
        : new Captured(content.json(hidden(ContentPart.EMBEDDING_TEXT), texts), true);
  }

  /** A part of the input that can be hidden on its own. */
  private ContentPart hidden(ContentPart part) {
    return content.hides(part) ? part : ContentPart.INPUT;
  }

  private void writeDocuments() {
    if (content.allowed()) {
      write(Documents.output(frame, content));
    }
  }

  private void write(DocumentPlace place, List<Document> documents) {
    conventions.documents(place, documents, content, out);
    if (content.allowed() && !documents.isEmpty()) {
      told();
    }
  }

  private void write(List<double[]> vectors) {
    if (content.allowed() && !vectors.isEmpty()) {
      conventions.vectors(vectors, content, out);
      told();
    }
  }

  /** A retrieval's query is its input; the conventions have it under a key of the input's. */
  private boolean tellsInput() {
    return frame.captures().tells(Fact.INPUT)
        || (frame.spec().role() == SpanRole.RETRIEVAL && frame.captures().tells(Fact.QUERY));
  }

  /** What is said may be an argument of its own, beside a request that says how to answer. */
  private static boolean hasMessages(LlmRequest request) {
    return request.messages().stream().anyMatch(message -> !message.role().equals("system"));
  }

  /** It is an input as well as a message: hidden with either. */
  private @Nullable Captured lastMessage(LlmRequest request) {
    List<LlmMessage> messages = request.messages();
    String text = messages.isEmpty() ? null : messages.get(messages.size() - 1).text();
    return text == null ? null : text(ContentPart.INPUT, ContentPart.INPUT_TEXT, text);
  }

  /** A tool's input is an object always; elsewhere a lone text that is no secret is itself. */
  private @Nullable Captured inputs() {
    KeyedValues<String> inputs = frame.captures().inputs();
    if (inputs.isEmpty()) {
      return null;
    }
    String lone = frame.spec().role() == SpanRole.TOOL ? null : inputs.onlyText();
    return lone != null && !ContentPolicy.isSecret(inputs.key(0))
        ? text(ContentPart.INPUT, ContentPart.INPUT, lone)
        : json(inputs);
  }

  private Captured json(KeyedValues<String> values) {
    return new Captured(content.json(ContentPart.INPUT, values.asMap(), frame.objects()), true);
  }

  private void write(LlmResponse response) {
    conventions.response(response, content, out);
  }

  private void write(Object result, @Nullable LlmResponse answer) {
    if (!content.allowed()) {
      return;
    }
    Captured documents = Documents.output(frame, content);
    Captured output = documents;
    if (output == null) {
      output = answer == null ? captured(result) : firstMessage(answer);
    }
    write(output);
  }

  private void write(@Nullable Captured output) {
    if (output != null && !frame.captures().tells(Fact.OUTPUT)) {
      conventions.output(frame.spec().role(), output, out);
      told();
    }
  }

  private Captured captured(Object value) {
    return value instanceof String text
        ? text(ContentPart.OUTPUT, ContentPart.OUTPUT, text)
        : new Captured(content.json(ContentPart.OUTPUT, value, frame.objects()), true);
  }

  private @Nullable Captured firstMessage(LlmResponse answer) {
    List<LlmMessage> messages = answer.messages();
    String text = messages.isEmpty() ? null : messages.get(0).text();
    return text == null ? null : text(ContentPart.OUTPUT, ContentPart.OUTPUT_TEXT, text);
  }

  private Captured text(ContentPart part, ContentPart other, String text) {
    return new Captured(
        String.valueOf(content.text(content.hides(other) ? other : part, text)), false);
  }

  private void told() {
    if (out instanceof CallEvent event) {
      event.tellsContent();
    }
  }
}
