package io.spanloom.internal.toolcall;

import io.spanloom.internal.toolcall.PendingCall.Candidate;
import io.spanloom.internal.toolcall.PendingCall.Execution;
import io.spanloom.internal.toolcall.ToolCallMatch.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one run that ask for the tool that is about to execute.
 *
 * <p>A call that waits goes before one that the tool executes again, and equal arguments before
 * such as cannot be compared. Arguments that differ are a contradiction.
 */
final class Candidates {

  private final List<Candidate> waiting = new ArrayList<>();
  private final List<Candidate> executed = new ArrayList<>(0);

  /** Adds a call, in the order of the announcements. */
  void add(PendingCall call) {
    (call.isWaiting() ? waiting : executed).add(call.candidate());
  }

  boolean isEmpty() {
    return waiting.isEmpty() && executed.isEmpty();
  }

  /**
   * The call that such an execution is of; {@code null} if it is of none.
   *
   * @param trusting whether it is enough that nothing contradicts
   */
  @Nullable Choice best(Arguments arguments, boolean trusting) {
    List<@Nullable RequestedArguments> compared = new ArrayList<>();
    waiting.forEach(each -> compared.add(each.requested()));
    for (Candidate each : executed) {
      compared.add(each.executedWith() == null ? each.requested() : each.executedWith());
    }
    Likeness[] likenesses = arguments.likenesses(compared);
    Choice found = closest(likenesses);
    found = found == null ? repeated(likenesses, /* byArguments= */ true) : found;
    if (found != null || !trusting) {
      return found;
    }
    found = oldest(likenesses);
    found = found == null ? repeated(likenesses, /* byArguments= */ false) : found;
    return found == null ? repeatedUnknown(likenesses) : found;
  }

  /** Of calls that are equal, the first that the latest response asks for. */
  private @Nullable Choice closest(Likeness[] likenesses) {
    int closest = -1;
    for (int i = 0; i < waiting.size(); i++) {
      if (likenesses[i].isMatch() && (closest < 0 || isCloser(i, closest, likenesses))) {
        closest = i;
      }
    }
    return closest < 0
        ? null
        : new Choice(waiting.get(closest), Rule.ARGUMENTS, likenesses[closest]);
  }

  private boolean isCloser(int one, int other, Likeness[] likenesses) {
    int difference = likenesses[one].compareTo(likenesses[other]);
    return difference < 0
        || (difference == 0 && !waiting.get(one).isOfSameResponse(waiting.get(other)));
  }

  /**
   * Of calls that are equal, the one of the latest response whose execution is the longest ago.
   *
   * @param byArguments whether arguments, or nothing but the name, had tied it to that execution
   */
  private @Nullable Choice repeated(Likeness[] likenesses, boolean byArguments) {
    Candidate found = null;
    for (int i = 0; i < executed.size(); i++) {
      Candidate each = executed.get(i);
      if (each.isTiedByName() != byArguments
          && isRepeated(each, likenesses[waiting.size() + i])
          && (found == null || !each.isOfSameResponse(found) || number(each) < number(found))) {
        found = each;
      }
    }
    return found == null ? null : again(found);
  }

  private static boolean isRepeated(Candidate candidate, Likeness likeness) {
    return candidate.executedWith() == null
        ? likeness.isMatch()
        : likeness.compareTo(Likeness.EQUIVALENT) <= 0;
  }

  /** Where nothing can be compared, the oldest. */
  private @Nullable Choice oldest(Likeness[] likenesses) {
    Candidate oldest = null;
    int count = 0;
    for (int i = 0; i < waiting.size(); i++) {
      if (likenesses[i] == Likeness.UNKNOWN) {
        oldest = oldest == null ? waiting.get(i) : oldest;
        count++;
      }
    }
    return oldest == null
        ? null
        : new Choice(oldest, count == 1 ? Rule.NAME : Rule.ORDER, Likeness.UNKNOWN);
  }

  /** The only call that was executed with something that nobody can compare. */
  private @Nullable Choice repeatedUnknown(Likeness[] likenesses) {
    Candidate only = null;
    for (int i = 0; i < executed.size(); i++) {
      Candidate each = executed.get(i);
      if (likenesses[waiting.size() + i] == Likeness.UNKNOWN && isUnknown(each)) {
        if (only != null) {
          return null;
        }
        only = each;
      }
    }
    return only == null ? null : again(only);
  }

  private static boolean isUnknown(Candidate candidate) {
    RequestedArguments executedWith = candidate.executedWith();
    return candidate.isTiedByName() && (executedWith == null || !executedWith.isEmpty());
  }

  private static Choice again(Candidate candidate) {
    Execution execution = candidate.execution();
    Rule rule =
        execution == null || execution.arguments() == null ? Rule.ARGUMENTS : execution.rule();
    return new Choice(candidate, rule, Likeness.EQUAL);
  }

  private static long number(Candidate candidate) {
    return candidate.execution() == null ? 0 : candidate.execution().number();
  }

  /**
   * A call, how it was found, and how its arguments are like those of the execution.
   *
   * @param likeness of the arguments requested, or executed before
   */
  record Choice(Candidate candidate, Rule rule, Likeness likeness) {

    /** Whether what the tool is executed with says more than what was asked for. */
    boolean differs() {
      return candidate.isWaiting() && likeness.compareTo(Likeness.EQUIVALENT) > 0;
    }
  }
}
