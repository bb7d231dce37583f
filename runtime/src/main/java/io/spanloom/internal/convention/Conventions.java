package io.spanloom.internal.convention;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.cost.Cost;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import io.spanloom.retrieval.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conventions in force, written one after the other.
 *
 * <p>Each is written on its own: one that throws costs its own attributes, not the others'.
 */
public final class Conventions {

  private static final String OPENINFERENCE = "openinference";
  private static final Set<String> BY_DEFAULT = Set.of(OPENINFERENCE, "genai");
  private static final List<Convention> AVAILABLE =
      KeyRegistry.bundled().versions().stream().map(Conventions::of).toList();

  private final Convention[] conventions;

  /** Every traced tool call has an id: its keys are looked up once. */
  private final AttributeKey<String>[] toolCallIdKeys;

  private final Consumer<Throwable> failures;

  /**
   * Conventions to write.
   *
   * @param failures receives what a convention throws
   */
  public Conventions(List<Convention> conventions, Consumer<Throwable> failures) {
    this.conventions = conventions.toArray(Convention[]::new);
    this.failures = failures;
    this.toolCallIdKeys = keysOfToolCallIds();
  }

  /** All that can be chosen. */
  public static List<Convention> available() {
    return AVAILABLE;
  }

  /** Those in force unless others are chosen. */
  public static List<Convention> byDefault() {
    return AVAILABLE.stream().filter(convention -> BY_DEFAULT.contains(convention.id())).toList();
  }

  /** The key by which a convention has a property on spans of a role, or the other one if none. */
  public static String key(
      String conventionId, SpanRole role, SpanProperty property, String otherwise) {
    return AVAILABLE.stream()
        .filter(convention -> convention.id().equals(conventionId))
        .flatMap(convention -> convention.keys().mappings().stream())
        .filter(mapping -> mapping.property() == property && mapping.roles().contains(role))
        .map(mapping -> mapping.key().getKey())
        .findFirst()
        .orElse(otherwise);
  }

  private static Convention of(KeyRegistry.Version version) {
    return version.id().equals(OPENINFERENCE)
        ? new OpenInferenceConvention(version)
        : new GenAiConvention(version);
  }

  /**
   * The schema URL all conventions that have one agree on, or {@code null}: a tracer has one, and
   * it promises that what it names holds for all that is recorded.
   */
  public @Nullable String schemaUrl() {
    List<String> urls = new ArrayList<>();
    for (Convention convention : conventions) {
      if (convention.schemaUrl() != null) {
        urls.add(convention.schemaUrl());
      }
    }
    return urls.stream().distinct().count() == 1 ? Objects.requireNonNull(urls.get(0)) : null;
  }

  /** Whether any convention has a key for the property on spans of the role. */
  public boolean has(SpanRole role, SpanProperty property) {
    for (Convention convention : conventions) {
      try {
        if (convention.keys().has(role, property)) {
          return true;
        }
      } catch (Throwable failure) {
        failures.accept(failure);
      }
    }
    return false;
  }

  /** Records a property under each convention's own key; whether any recorded it. */
  public boolean fact(SpanRole role, SpanProperty property, Object value, AttributeSink out) {
    boolean recorded = false;
    for (Convention convention : conventions) {
      try {
        recorded |= convention.keys().put(role, property, value, out);
      } catch (Throwable failure) {
        failures.accept(failure);
      }
    }
    return recorded;
  }

  /** What is known before the span starts. */
  public void identity(Identity span, AttributeSink out) {
    each(convention -> new PropertyWriter(convention.keys(), span.role(), out).identity(span));
  }

  /** The session and user a span belongs to; said alike on spans of every role. */
  public void session(@Nullable String sessionId, @Nullable String userId, AttributeSink out) {
    each(
        convention ->
            new PropertyWriter(convention.keys(), SpanRole.AGENT, out).session(sessionId, userId));
  }

  @SuppressWarnings("unchecked") // the id's keys are texts
  private AttributeKey<String>[] keysOfToolCallIds() {
    List<AttributeKey<?>> keys = new ArrayList<>();
    each(
        convention -> {
          for (AttributeMapping mapping : convention.keys().mappings()) {
            if (mapping.property() == SpanProperty.TOOL_CALL_ID
                && mapping.roles().contains(SpanRole.TOOL)) {
              keys.add(mapping.key());
            }
          }
        });
    return keys.toArray(AttributeKey[]::new);
  }

  /** The identifier the provider issued for a tool call. */
  public void toolCallId(String id, AttributeSink out) {
    for (AttributeKey<String> key : toolCallIdKeys) {
      out.put(key, id);
    }
  }

  /** A model call's request. */
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    each(
        convention -> {
          PropertyWriter writer = new PropertyWriter(convention.keys(), SpanRole.LLM, out);
          writer.request(request);
          if (!content.hides(ContentPart.INVOCATION_PARAMETERS)) {
            writer.parameters(request);
          }
          convention.request(request, content, out);
        });
  }

  /** A model call's response. */
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    each(
        convention -> {
          new PropertyWriter(convention.keys(), SpanRole.LLM, out).response(response);
          convention.response(response, content, out);
        });
  }

  /** How long a streamed response's first chunk took, in seconds. */
  public void timeToFirstChunk(double seconds, AttributeSink out) {
    fact(SpanRole.LLM, SpanProperty.TIME_TO_FIRST_CHUNK, seconds, out);
  }

  /** What a model call or the computation of embeddings cost. */
  public void cost(SpanRole role, Cost cost, AttributeSink out) {
    each(convention -> new PropertyWriter(convention.keys(), role, out).cost(cost));
  }

  /** A request for embeddings, but for its texts. */
  public void embeddingRequest(EmbeddingRequest request, AttributeSink out) {
    each(
        convention ->
            new PropertyWriter(convention.keys(), SpanRole.EMBEDDING, out).request(request));
  }

  /** The texts that embeddings are computed of. */
  public void embeddedTexts(List<String> texts, ContentPolicy content, AttributeSink out) {
    each(convention -> convention.embeddedTexts(texts, content, out));
  }

  /** Who computed embeddings, and how many tokens that took. */
  public void embedded(@Nullable String model, @Nullable TokenUsage usage, AttributeSink out) {
    each(
        convention ->
            new PropertyWriter(convention.keys(), SpanRole.EMBEDDING, out).embedded(model, usage));
  }

  /** The embeddings themselves. */
  public void vectors(List<double[]> vectors, ContentPolicy content, AttributeSink out) {
    each(convention -> convention.vectors(vectors, content, out));
  }

  /** Documents that a call was given or gave back. */
  public void documents(
      DocumentPlace place, List<Document> documents, ContentPolicy content, AttributeSink out) {
    each(convention -> convention.documents(place, documents, content, out));
  }

  /** A span's input as captured: redacted and within bounds. */
  public void input(SpanRole role, Captured input, AttributeSink out) {
    fact(role, SpanProperty.INPUT, input.text(), out);
    mimeType(role, SpanProperty.INPUT_MIME_TYPE, input, out);
  }

  /** What a tool was called with, as a JSON object: redacted and within bounds. */
  public void toolArguments(Captured arguments, AttributeSink out) {
    fact(SpanRole.TOOL, SpanProperty.TOOL_ARGUMENTS, arguments.text(), out);
  }

  /** A span's output as captured: redacted and within bounds. */
  public void output(SpanRole role, Captured output, AttributeSink out) {
    fact(role, SpanProperty.OUTPUT, output.text(), out);
    mimeType(role, SpanProperty.OUTPUT_MIME_TYPE, output, out);
  }

  /** Why a span failed. */
  public void error(SpanRole role, String type, AttributeSink out) {
    fact(role, SpanProperty.ERROR_TYPE, type, out);
  }

  private void mimeType(
      SpanRole role, SpanProperty property, Captured captured, AttributeSink out) {
    String mimeType = captured.mimeType();
    if (mimeType != null) {
      fact(role, property, mimeType, out);
    }
  }

  private void each(Consumer<Convention> write) {
    for (Convention convention : conventions) {
      try {
        write.accept(convention);
      } catch (Throwable failure) {
        failures.accept(failure);
      }
    }
  }
}
