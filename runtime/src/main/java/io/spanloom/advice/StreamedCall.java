package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.spanloom.convention.SpanRole;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call whose result is still being delivered, in pieces, after its method has returned. */
final class StreamedCall implements LateCall {

  /** How many pieces a result came in. */
  private static final AttributeKey<Long> CHUNKS = longKey("spanloom.stream.chunks");

  /** How the span came to its end where that is neither completion nor failure. */
  static final AttributeKey<String> END = stringKey("spanloom.end");

  static final String CANCELLED = "cancelled";
  static final String UNOBSERVED = "unobserved";

  private final Frame frame;
  private final @Nullable ResultCapture<?> capture;
  private final Context producer;
  private final StreamedOutput output;
  private final @Nullable Repetition repetition;
  private @Nullable StreamedResponse response;
  private @Nullable Object wholeResponse;
  private long begunNanos;
  private long lastSeenNanos;
  private long chunks;
  private boolean ended;

  StreamedCall(
      Frame frame,
      @Nullable ResultCapture<?> capture,
      Context producer,
      @Nullable Repetition repetition) {
    this.repetition = repetition;
    this.frame = frame;
    this.capture = capture;
    this.producer = producer;
    this.output = new StreamedOutput(frame.tracing());
    this.begunNanos = frame.startNanos();
    this.lastSeenNanos = System.nanoTime();
  }

  @Override
  public Context producer() {
    return producer;
  }

  @Override
  public synchronized void begun() {
    begunNanos = System.nanoTime();
    lastSeenNanos = begunNanos;
  }

  @Override
  public synchronized void chunk(@Nullable Object chunk) {
    if (ended) {
      return;
    }
    try {
      lastSeenNanos = System.nanoTime();
      chunks++;
      if (frame.isRecording() || frame.measurement().isOn()) {
        record(chunk);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
  }

  @Override
  public void completed() {
    end(null, null);
  }

  @Override
  public void failed(Throwable thrown) {
    end(LateResult.cause(thrown), null); // what streams to a handler often comes by a future
  }

  @Override
  public void cancelled() {
    end(null, CANCELLED);
  }

  /** Ends the span with the last sign of life: it is not known what came after. */
  @Override
  public void unobserved() {
    end(null, UNOBSERVED);
  }

  @Override
  public @Nullable LateCall again() {
    return repetition == null ? null : repetition.start(capture, false);
  }

  @Override
  public synchronized void notLate() {
    ended = true;
  }

  private void record(@Nullable Object chunk) {
    if (chunks == 1 && isModelCall()) {
      double seconds = (lastSeenNanos - begunNanos) / 1e9;
      frame.measurement().firstChunk();
      frame.tracing().conventions().timeToFirstChunk(seconds, frame.writer());
    }
    if (chunk == null) {
      return;
    }
    if (capture != null) {
      SpanEnd.captureResult(frame, chunk, capture);
    }
    if (!frame.spec().sensitiveResult()) {
      Documents.chunk(frame, chunk);
      if (!readByAdapter(chunk)) {
        output.add(chunk);
      }
    }
  }

  private boolean readByAdapter(Object chunk) {
    LlmStreamAdapter<?> adapter = frame.tracing().adapters().forChunk(chunk.getClass());
    if (adapter == null) {
      return isModelCall() && isWholeResponse(chunk);
    }
    StreamedResponse read = response;
    if (read == null) {
      read = new StreamedResponse(output.maxText());
      response = read;
    }
    read(adapter, chunk, read);
    announceFrom(read);
    return true;
  }

  /** An agent may pass on what its model streams; it asked for no tool itself. */
  private void announceFrom(StreamedResponse read) {
    if (isModelCall()) {
      SpanEnd.announce(frame, read.takeToolCalls());
    }
  }

  private boolean isModelCall() {
    return frame.spec().role() == SpanRole.LLM;
  }

  /** Some streams have but one element, and that is the response. */
  private boolean isWholeResponse(Object chunk) {
    LlmResponse read = SpanEnd.adapted(frame, chunk);
    if (read == null) {
      return false;
    }
    wholeResponse = chunk;
    for (LlmMessage message : read.messages()) {
      SpanEnd.announce(frame, message.toolCalls());
    }
    return true;
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <C> void read(LlmStreamAdapter<C> adapter, Object chunk, StreamedResponse out) {
    adapter.read((C) chunk, out);
  }

  private synchronized void end(@Nullable Throwable thrown, @Nullable String ending) {
    if (ended) {
      return;
    }
    ended = true;
    try {
      frame.writer().put(CHUNKS, chunks);
      frame.writer().put(END, ending);
      if (response != null && thrown == null && ending == null) {
        response.completeAll();
        announceFrom(response);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    Instant at = UNOBSERVED.equals(ending) ? Frame.timeOf(lastSeenNanos) : null;
    frame.end(new Streamed(value()), thrown, null, at);
  }

  private @Nullable Object value() {
    if (response != null) {
      return isModelCall() ? response : said(response);
    }
    return wholeResponse == null ? output.value() : wholeResponse;
  }

  private static @Nullable String said(StreamedResponse response) {
    String text = response.text();
    return text.isEmpty() ? null : text;
  }

  /**
   * What a stream delivered in all; its tool calls are announced already.
   *
   * @param value the response, else text or a list; null if there is nothing to record
   */
  record Streamed(@Nullable Object value) {}
}
