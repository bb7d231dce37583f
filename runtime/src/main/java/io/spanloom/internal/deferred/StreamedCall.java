package io.spanloom.internal.deferred;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallAttributes;
import io.spanloom.internal.call.CallLifecycle;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call whose result is still being delivered, in pieces, after its method has returned. */
final class StreamedCall implements DeferredCall {

  /** How many pieces a result came in. */
  private static final AttributeKey<Long> CHUNKS = longKey("spanloom.stream.chunks");

  /** How the span came to its end where that is neither completion nor failure. */
  static final AttributeKey<String> END = stringKey("spanloom.end");

  static final String CANCELLED = "cancelled";
  static final String UNOBSERVED = "unobserved";

  private final Call call;
  private final @Nullable ResultReader<?> reader;
  private final Context producer;
  private final StreamedOutput output;
  private final @Nullable Resubscription resubscription;
  private @Nullable StreamedResponse response;
  private @Nullable Object wholeResponse;
  private long begunNanos;
  private long lastSeenNanos;
  private long chunks;
  private boolean ended;

  StreamedCall(
      Call call,
      @Nullable ResultReader<?> reader,
      Context producer,
      @Nullable Resubscription resubscription) {
    this.resubscription = resubscription;
    this.call = call;
    this.reader = reader;
    this.producer = producer;
    this.output = new StreamedOutput(call.tracing());
    this.begunNanos = call.startNanos();
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
      long before = lastSeenNanos;
      lastSeenNanos = System.nanoTime();
      chunks++;
      if (call.isRecording() || call.measurement().isOn()) {
        measure(before);
        record(chunk);
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
  }

  @Override
  public void completed() {
    end(null, null);
  }

  @Override
  public void failed(Throwable thrown) {
    end(DeferredResult.cause(thrown), null); // what streams to a handler often comes by a future
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
  public @Nullable DeferredCall again() {
    return resubscription == null ? null : resubscription.start(reader, false);
  }

  @Override
  public synchronized void notDeferred() {
    ended = true;
  }

  private void measure(long before) {
    if (chunks == 1) {
      call.role().firstChunk(call, (lastSeenNanos - begunNanos) / 1e9);
    } else {
      call.role().laterChunk(call, (lastSeenNanos - before) / 1e9);
    }
  }

  private void record(@Nullable Object chunk) {
    if (chunk == null) {
      return;
    }
    if (reader != null) {
      CallAttributes.readResult(call, chunk, reader);
    }
    if (!call.spec().sensitiveResult() && !isRead(chunk)) {
      output.add(chunk);
    }
  }

  /** Whether an adapter reads the chunk, so that it need not be kept. */
  private boolean isRead(Object chunk) {
    LlmStreamAdapter<?> adapter = call.tracing().adapters().forChunk(chunk.getClass());
    if (adapter == null) {
      boolean whole = call.role().takeChunk(call, chunk);
      wholeResponse = whole ? chunk : wholeResponse;
      return whole;
    }
    StreamedResponse read = response;
    if (read == null) {
      read = new StreamedResponse(output.maxText());
      response = read;
    }
    read(adapter, chunk, read);
    call.role().toolCallsArrived(call, read.takeToolCalls());
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
      call.writer().put(CHUNKS, chunks);
      call.writer().put(END, ending);
      if (response != null && thrown == null && ending == null) {
        response.completeAll();
        call.role().toolCallsArrived(call, response.takeToolCalls());
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
    Instant at = UNOBSERVED.equals(ending) ? CallLifecycle.timeOf(lastSeenNanos) : null;
    CallLifecycle.end(call, value(), thrown, null, true, at);
  }

  /** What was delivered in all; {@code null} if there is nothing to record. */
  private @Nullable Object value() {
    if (response != null) {
      return call.role().streamedResult(response);
    }
    return wholeResponse == null ? output.value() : wholeResponse;
  }
}
