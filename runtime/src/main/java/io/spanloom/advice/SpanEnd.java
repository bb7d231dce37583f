package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.spanloom.advice.StreamedCall.Streamed;
import io.spanloom.convention.SpanRole;
import io.spanloom.cost.Cost;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.ProviderErrors;
import io.spanloom.llm.StreamedResponse;
import io.spanloom.toolcall.Origin;
import io.spanloom.toolcall.RequestedCall;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records how a call ended, on a span that is about to end. */
final class SpanEnd {

  private static final AttributeKey<Long> OUTPUT_LENGTH = longKey("spanloom.output.length");
  static final AttributeKey<Long> OUTPUT_COUNT = longKey("spanloom.output.count");

  private static final AttributeKey<Boolean> GUARDRAIL_PASSED =
      booleanKey("spanloom.guardrail.passed");

  private SpanEnd() {}

  static void record(
      Frame frame,
      @Nullable Object result,
      @Nullable Throwable thrown,
      @Nullable ResultCapture<?> capture) {
    if (!frame.isRecording()) {
      if (frame.measurement().isOn()) {
        measureOnly(frame, result, thrown, capture);
      }
      return;
    }
    try {
      describe(frame, result, thrown, capture);
    } finally {
      emitEvent(frame);
    }
  }

  private static void emitEvent(Frame frame) {
    CallEvent event = frame.event();
    if (event != null) {
      event.emit(Context.current().with(frame.span()));
    }
  }

  private static void describe(
      Frame frame,
      @Nullable Object result,
      @Nullable Throwable thrown,
      @Nullable ResultCapture<?> capture) {
    if (thrown != null) {
      error(frame, thrown);
    }
    if (result != null && capture != null) {
      captureResult(frame, result, capture);
    }
    Object delivered = delivered(result);
    if (frame.spec().role() == SpanRole.LLM) {
      modelCall(frame, delivered, thrown, result instanceof Streamed);
    } else if (frame.spec().role() == SpanRole.EMBEDDING) {
      Embeddings.end(frame, delivered); // its output is vectors, or nothing to look at
    } else {
      describe(frame, delivered, result instanceof Streamed);
    }
    Accounting.call(frame);
  }

  private static void describe(Frame frame, @Nullable Object delivered, boolean streamed) {
    Object open = frame.spec().sensitiveResult() ? null : delivered;
    Documents.end(frame, streamed ? null : open);
    if (open != null) {
      output(frame, open, streamed);
    } else if (delivered != null) {
      CallContent.documentsAsOutput(frame);
    }
    if (frame.spec().role() == SpanRole.GUARDRAIL && open instanceof Boolean passed) {
      frame.writer().put(GUARDRAIL_PASSED, passed);
    }
    EvaluationResults.end(frame, open);
  }

  private static @Nullable Object delivered(@Nullable Object result) {
    return result instanceof Streamed streamed ? streamed.value() : result;
  }

  /** What metrics ask of a call whose span is not sampled. */
  private static void measureOnly(
      Frame frame,
      @Nullable Object result,
      @Nullable Throwable thrown,
      @Nullable ResultCapture<?> capture) {
    if (thrown != null) {
      frame.measurement().failed(errorType(frame, thrown));
    }
    if (result != null && capture != null) {
      captureResult(frame, result, capture);
    }
    if (frame.spec().role() == SpanRole.LLM) {
      LlmResponse response = frame.captures().response(adapted(frame, delivered(result)));
      String failure = response == null || thrown != null ? null : response.errorType();
      if (failure != null) {
        frame.measurement().failed(failure);
      }
      Accounting.modelCall(frame, response);
    } else if (frame.spec().role() == SpanRole.EMBEDDING) {
      Embeddings.measure(frame, delivered(result));
    }
    Accounting.call(frame);
  }

  private static void error(Frame frame, Throwable thrown) {
    String told = errorType(frame, thrown);
    frame.measurement().failed(told);
    tell(frame, told);
    // Stands if the exception's own code fails below.
    frame.span().setStatus(StatusCode.ERROR, RecordedException.typeOf(thrown));
    frame.recordException(thrown).writeOn(frame.span());
  }

  /** Of the failure itself, whether the method waited for it or passed the promise on. */
  private static String errorType(Frame frame, Throwable thrown) {
    Throwable origin = LateResult.origin(thrown);
    String providers = providersType(frame, origin);
    return providers == null ? RecordedException.typeOf(origin) : providers;
  }

  private static void tell(Frame frame, String type) {
    SpanRole role = frame.spec().role();
    frame.tracing().conventions().error(role, type, frame.writer());
    CallEvent event = frame.event();
    if (event != null) {
      event.conventions().error(role, type, event);
    }
  }

  /** The provider's own type of an error; an adapter that fails must not hide the error itself. */
  private static @Nullable String providersType(Frame frame, Throwable thrown) {
    ProviderErrors adapter = frame.adapter();
    try {
      return adapter == null && isModelCall(frame)
          ? frame.tracing().adapters().errorType(thrown)
          : adapter == null ? null : adapter.errorType(thrown);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
      return null;
    }
  }

  private static boolean isModelCall(Frame frame) {
    SpanRole role = frame.spec().role();
    return role == SpanRole.LLM || role == SpanRole.EMBEDDING;
  }

  @SuppressWarnings("unchecked") // generated together with the method whose result this is
  static void captureResult(Frame frame, Object result, ResultCapture<?> capture) {
    try {
      ((ResultCapture<Object>) capture).capture(frame, result);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.writeAttributes();
    frame.drainAttributes();
  }

  private static void modelCall(
      Frame frame, @Nullable Object result, @Nullable Throwable thrown, boolean streamed) {
    Tracing tracing = frame.tracing();
    LlmResponse adapted = adapted(frame, result);
    LlmResponse response = frame.captures().response(adapted);
    if (response != null) {
      if (thrown == null) {
        failure(frame, response.errorType());
      }
      CallContent.response(frame, response);
      if (!streamed || adapted == null) {
        response.messages().forEach(message -> announce(frame, message.toolCalls()));
      }
    }
    Cost cost = Accounting.modelCall(frame, response);
    if (cost != null) {
      tracing.conventions().cost(SpanRole.LLM, cost, frame.writer());
    }
    if (result != null && !frame.spec().sensitiveResult()) {
      CallContent.output(frame, result, adapted == null ? null : response);
    }
  }

  /** A failure that came as a response. */
  private static void failure(Frame frame, @Nullable String code) {
    if (code != null) {
      frame.measurement().failed(code);
      tell(frame, code);
      frame.span().setStatus(StatusCode.ERROR, code);
    }
  }

  /** Remembers tool calls that the model asks for. */
  static void announce(Frame frame, List<LlmToolCall> calls) {
    Ancestry ancestry = frame.ancestry();
    if (ancestry == null || calls.isEmpty()) {
      return;
    }
    Origin origin = ancestry.origin(frame.span().getSpanContext());
    for (LlmToolCall call : calls) {
      ancestry
          .calls()
          .announce(new RequestedCall(call.id(), call.name(), call.arguments(), origin));
    }
  }

  private static void output(Frame frame, Object result, boolean streamed) {
    if (frame.spec().role() == SpanRole.TOOL && !streamed) {
      size(frame, result);
    }
    CallContent.output(frame, result, null);
  }

  private static void size(Frame frame, Object result) {
    if (result instanceof String text) { // what most tools return is quickly told
      frame.writer().put(OUTPUT_LENGTH, (long) text.length());
    } else if (result instanceof CharSequence text) {
      frame.writer().put(OUTPUT_LENGTH, (long) text.length());
    } else if (result instanceof Collection<?> collection) {
      frame.writer().put(OUTPUT_COUNT, (long) collection.size());
    } else if (result instanceof Map<?, ?> map) {
      frame.writer().put(OUTPUT_COUNT, (long) map.size());
    } else if (result.getClass().isArray()) {
      frame.writer().put(OUTPUT_COUNT, (long) Array.getLength(result));
    }
  }

  /** A response its adapter cannot read is still a model call. */
  static @Nullable LlmResponse adapted(Frame frame, @Nullable Object result) {
    if (result == null || frame.spec().sensitiveResult()) {
      return null;
    }
    if (result instanceof StreamedResponse response) {
      return response;
    }
    try {
      LlmAdapter<?, ?> adapter = frame.tracing().adapters().forResponse(result.getClass());
      return adapter == null ? null : read(adapter, result);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <R> LlmResponse read(LlmAdapter<?, R> adapter, Object value) {
    return adapter.response((R) value);
  }
}
