package io.spanloom.internal.toolcall;

import io.spanloom.internal.toolcall.ToolCallMatch.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A call whose result the model has not been given; calls without an id may equal each other, and
 * are others all the same. {@link PendingCalls} guards it by its lock.
 */
final class PendingCall {

  private final ToolCallRequest request;
  private @Nullable Execution latest;

  PendingCall(ToolCallRequest request) {
    this.request = request;
  }

  ToolCallRequest request() {
    return request;
  }

  /** Whether no tool has executed it yet. */
  boolean isWaiting() {
    return latest == null;
  }

  void executed(Execution execution) {
    latest = execution;
  }

  /** The call as it is now. */
  Candidate candidate() {
    return new Candidate(this, latest);
  }

  /** About how many bytes it takes to remember it. */
  int size() {
    RequestedArguments executedWith = latest == null ? null : latest.arguments();
    return request.size() + (executedWith == null ? 0 : executedWith.size());
  }

  /**
   * How a tool executed the call last.
   *
   * @param rule how it found the call
   * @param arguments what it was executed with, as far as that may differ from what was requested
   * @param number counts the executions of all calls
   */
  record Execution(Rule rule, @Nullable RequestedArguments arguments, long number) {}

  /**
   * A call that an execution may be of.
   *
   * @param execution how it was executed when the candidates were collected, or {@code null}
   */
  record Candidate(PendingCall call, @Nullable Execution execution) {

    boolean isWaiting() {
      return execution == null;
    }

    /** Whether nothing but its name tied it to an execution. */
    boolean isTiedByName() {
      return execution != null && (execution.rule() == Rule.NAME || execution.rule() == Rule.ORDER);
    }

    boolean isOfSameResponse(Candidate other) {
      return call.request.isOfSameResponse(other.call.request);
    }

    /** What the model asked for. */
    @Nullable RequestedArguments requested() {
      AnnouncedArguments announced = call.request.arguments();
      return announced == null ? null : announced.digests();
    }

    /** What the call was executed with, if that is not what was asked for. */
    @Nullable RequestedArguments executedWith() {
      return execution == null ? null : execution.arguments();
    }
  }
}
