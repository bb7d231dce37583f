package io.spanloom.adk;

import com.google.adk.models.LlmResponse;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model call and, below it in ADK's trace, the tools that the model asks for. The span of the
 * call ends with the model's response; the tools are the agent's.
 */
@SuppressWarnings("try") // a scope is only there to be closed
final class ModelSpan extends AdkSpan {

  private @Nullable StartedSpan call;
  private volatile @Nullable Context calling;
  private @Nullable LlmResponse response;
  private @Nullable Throwable failure;

  ModelSpan(Context parent) {
    super(parent);
  }

  /** The model is about to be asked. */
  synchronized void begin(AgentSpan.ModelRequest asked) {
    try (Scope caller = parent().makeCurrent()) {
      StartedSpan span =
          Spans.llmCall(asked.provider(), asked.model()).request(asked.request()).start();
      call = span;
      try (Scope below = span.makeCurrent()) {
        calling = withThis(Context.current());
      }
    }
  }

  /**
   * The model has answered.
   *
   * @param streamed whether more of the answer may come
   */
  synchronized void answered(LlmResponse part, boolean streamed) {
    if (call == null || part.partial().orElse(false)) {
      return;
    }
    response = response == null ? part : joined(response, part);
    if (!streamed || part.finishReason().isPresent()) {
      endCall();
    }
  }

  /** A tool begins: the model has said what it had to say. */
  synchronized void toolBegins() {
    if (response != null) {
      endCall();
    }
  }

  @Override
  synchronized void onFailure(Throwable thrown) {
    failure = thrown;
    endCall();
  }

  @Override
  synchronized void onEnd() {
    endCall();
  }

  private void endCall() {
    StartedSpan span = call;
    if (span == null) {
      return;
    }
    call = null;
    calling = null;
    if (failure == null) {
      span.end(response);
    } else {
      span.fail(failure);
    }
  }

  /** While the model answers, its call. */
  @Override
  Context inner() {
    Context answering = calling;
    return answering == null ? super.inner() : answering;
  }

  /** While a tool is called, the tool's. */
  @Override
  @Nullable Context inPlaceOfContext() {
    ToolSpan tool = ToolSpan.onThread();
    return tool != null && tool.isCalledBy(this) ? tool.context() : null;
  }

  /** ADK's Gemini may hand on a text and then the calls of functions. */
  private static LlmResponse joined(LlmResponse before, LlmResponse last) {
    List<Part> parts = new ArrayList<>();
    before.content().flatMap(Content::parts).ifPresent(parts::addAll);
    last.content().flatMap(Content::parts).ifPresent(parts::addAll);
    LlmResponse.Builder joined =
        last.toBuilder().content(Content.builder().role("model").parts(parts).build());
    if (last.usageMetadata().isEmpty()) {
      before.usageMetadata().ifPresent(joined::usageMetadata);
    }
    return joined.build();
  }
}
