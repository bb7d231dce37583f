package io.spanloom.weaver.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One traced method and the span that each of its calls becomes.
 *
 * @param className binary name of the declaring class
 * @param method name of the method
 * @param descriptor JVM descriptor of the method
 * @param aspect binary name of the generated aspect that advises the method
 * @param annotation qualified name of the annotation that made the method a span
 * @param kind what the span stands for: {@code TOOL}, {@code AGENT}, {@code LLM} …
 * @param name the annotation's name for it
 * @param spanName the span's name; parts known only at run time are in braces
 * @param otelKind OpenTelemetry span kind
 * @param operation {@code gen_ai.operation.name}, if the span has one
 * @param openInferenceKind {@code openinference.span.kind}
 * @param description what a tool or an agent does, in its author's words
 * @param steps {@code AUTO} if model calls open step spans by themselves
 * @param taskKind kind of a task
 * @param toolCallId where a tool span takes its call id from: {@code parameter} or {@code session}
 * @param implementations whether the methods that implement this one are traced for it
 * @param toolAnnotations of such a method, the annotations of other libraries that make an
 *     implementation a tool of its own
 * @param schema JSON Schema of what a tool is called with, as the model writes it
 * @param result when the span ends: {@code void} and {@code value} at return, {@code stage} and
 *     {@code future} when the result settles, {@code publisher}, {@code stream} and {@code
 *     iterator} when it has delivered everything
 * @param source where the method is written
 * @param attributes what the span captures, sorted by key
 */
public record SpanDefinition(
    String className,
    String method,
    String descriptor,
    String aspect,
    String annotation,
    String kind,
    String name,
    String spanName,
    String otelKind,
    @Nullable String operation,
    String openInferenceKind,
    @Nullable String description,
    @Nullable String steps,
    @Nullable String taskKind,
    @Nullable String toolCallId,
    boolean implementations,
    List<String> toolAnnotations,
    @Nullable String schema,
    String result,
    SourceLocation source,
    List<AttributeDefinition> attributes) {

  private static final String OWN_ANNOTATIONS = "io.spanloom.annotations.";

  public SpanDefinition {
    requireNonNull(className, "a span lacks \"class\"");
    requireNonNull(method, "a span lacks \"method\"");
    requireNonNull(descriptor, "a span lacks \"descriptor\"");
    requireNonNull(aspect, "a span lacks \"aspect\"");
    requireNonNull(kind, "a span lacks \"kind\"");
    requireNonNull(spanName, "a span lacks \"spanName\"");
    requireNonNull(source, "a span lacks \"source\"");
    toolAnnotations = toolAnnotations == null ? List.of() : List.copyOf(toolAnnotations);
    attributes = List.copyOf(requireNonNull(attributes, "a span lacks \"attributes\""));
  }

  /** Whether another library's annotation makes the method a tool: that library calls it, then. */
  public boolean isOfOtherLibrary() {
    return annotation != null && !annotation.startsWith(OWN_ANNOTATIONS);
  }

  /** The same span, opened by a method that implements this one. */
  public SpanDefinition implementedBy(String implementingClass, String itsDescriptor) {
    return new SpanDefinition(
        implementingClass,
        method,
        itsDescriptor,
        aspect,
        annotation,
        kind,
        name,
        spanName,
        otelKind,
        operation,
        openInferenceKind,
        description,
        steps,
        taskKind,
        toolCallId,
        /* implementations= */ false,
        /* toolAnnotations= */ List.of(),
        schema,
        result,
        source,
        attributes);
  }

  /** Whether the caller gets a stand-in for the result, which takes around advice. */
  public boolean replacesResult() {
    return "publisher".equals(result) || "stream".equals(result) || "iterator".equals(result);
  }

  /** The method as a reader of the source would write it: {@code search(String, int)}. */
  public String signature() {
    return Signatures.readable(method, descriptor);
  }
}
