package io.spanloom.mcp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** Calls that wait for the server's answer, by the ids of their requests. */
final class UnansweredCalls {

  private final Map<Object, Waiting> waiting = new ConcurrentHashMap<>();
  private final Duration timeout;

  UnansweredCalls(Duration timeout) {
    this.timeout = timeout;
  }

  /** A call begins to wait. */
  void add(Object requestId, ClientCall call) {
    Disposable timer =
        Schedulers.parallel()
            .schedule(() -> end(requestId, "timeout"), timeout.toMillis(), TimeUnit.MILLISECONDS);
    waiting.put(requestId, new Waiting(call, timer));
  }

  /** A call that waits no longer, or {@code null} if none waited. */
  @Nullable ClientCall remove(@Nullable Object requestId) {
    Waiting removed = requestId == null ? null : waiting.remove(requestId);
    if (removed == null) {
      return null;
    }
    removed.timer.dispose();
    return removed.call;
  }

  /** A call could not be sent. */
  void fail(Object requestId, Throwable failure) {
    ClientCall call = remove(requestId);
    if (call != null) {
      call.failed(null, failure);
    }
  }

  /** The connection is closed: no call will be answered. */
  void close() {
    waiting.keySet().forEach(requestId -> end(requestId, "session_closed"));
  }

  private void end(Object requestId, String errorType) {
    ClientCall call = remove(requestId);
    if (call != null) {
      call.failed(errorType, null);
    }
  }

  private record Waiting(ClientCall call, Disposable timer) {}
}
