package io.spanloom;

import io.opentelemetry.api.trace.Span;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.call.CallInProgress;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/**
 * Spans for what no annotation can reach, such as lambdas and tools found at run time; the same
 * spans, with the same attributes, as those of annotated methods.
 *
 * <pre>{@code
 * Result found = Spans.tool("search").callId(id).arguments(json).call(() -> tools.get(name).run(json));
 * Spans.task("rank").run(() -> rank(found));
 * }</pre>
 */
public final class Spans {

  private Spans() {}

  /**
   * The span that is current here: inside an annotated method its span, unless the program has made
   * one of its own current since. Never {@code null}; without a span it does nothing.
   */
  public static SpanHandle current() {
    return new SpanHandle(Span.current());
  }

  /**
   * Whether the code runs directly in a span like {@code @LlmCall}'s whose request an adapter
   * reads. What asks a model here is that same call: whoever traces what a library asks models
   * makes no second span of it, so that tokens and cost count once.
   */
  public static boolean inLlmCall() {
    return CallInProgress.is(SpanRole.LLM);
  }

  /** The same for a span like {@code @Embedding}'s. */
  public static boolean inEmbedding() {
    return CallInProgress.is(SpanRole.EMBEDDING);
  }

  /** A span like {@code @Workflow}'s. */
  public static SpanCall workflow(@Nullable String name) {
    return new SpanCall(SpanSpec.workflow(named(name, "workflow")));
  }

  /** A span like {@code @Agent}'s. */
  public static SpanCall agent(@Nullable String name) {
    return new SpanCall(SpanSpec.agent(named(name, "agent")));
  }

  /** A span like {@code @Task}'s. */
  public static SpanCall task(@Nullable String name) {
    return new SpanCall(SpanSpec.task(named(name, "task")));
  }

  /** A span like {@code @Tool}'s. */
  public static SpanCall tool(@Nullable String name) {
    return new SpanCall(SpanSpec.tool(named(name, "tool")));
  }

  /**
   * A span like {@code @Tool}'s, for a framework that executes tools. If a method annotated with
   * {@code @Tool} of the same name does the work, it is the same call: the method adds its
   * attributes to this span and has none of its own.
   */
  public static SpanCall toolExecution(@Nullable String name) {
    return tool(name).coversMethod();
  }

  /**
   * A span like {@code @LlmCall}'s; {@code null} leaves it to the adapter of a {@link
   * SpanCall#request request}.
   */
  public static SpanCall llmCall(@Nullable String provider, @Nullable String model) {
    return new SpanCall(client(SpanSpec.llmCall("chat"), provider, model));
  }

  /** A span like {@code @Retrieval}'s. */
  public static SpanCall retrieval(@Nullable String dataSource) {
    SpanSpec.Builder spec = SpanSpec.retrieval("retrieval").query("input");
    return new SpanCall(dataSource == null ? spec : spec.dataSource(dataSource));
  }

  /** A span like {@code @Embedding}'s. */
  public static SpanCall embedding(@Nullable String provider, @Nullable String model) {
    return new SpanCall(client(SpanSpec.embedding("embedding"), provider, model));
  }

  /** A span like {@code @Rerank}'s. */
  public static SpanCall rerank(@Nullable String model) {
    return new SpanCall(client(SpanSpec.rerank("rerank").query("input"), null, model));
  }

  /** A span like {@code @Guardrail}'s. */
  public static SpanCall guardrail(@Nullable String name) {
    return new SpanCall(SpanSpec.guardrail(named(name, "guardrail")));
  }

  /** A span like {@code @Evaluation}'s. */
  public static SpanCall evaluation(@Nullable String name) {
    return new SpanCall(SpanSpec.evaluation(named(name, "evaluation")));
  }

  private static String named(@Nullable String name, String otherwise) {
    return name == null ? otherwise : name;
  }

  private static SpanSpec.Builder client(
      SpanSpec.Builder spec, @Nullable String provider, @Nullable String model) {
    if (provider != null) {
      spec.provider(provider);
    }
    return model == null ? spec : spec.model(model);
  }
}
