package io.spanloom.toolcall;

import io.spanloom.toolcall.Arguments.Likeness;
import io.spanloom.toolcall.Correlation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls a session's model responses have asked for.
 *
 * <p>Bounded: beyond {@link #CAPACITY} the oldest call is dropped and counted. A claimed call stays
 * findable by its id, because a program may retry it, but no longer answers to its name.
 */
public final class PendingCalls {

  /** How many calls a session remembers. */
  public static final int CAPACITY = 1024;

  private final Map<Key, RequestedCall> known = new LinkedHashMap<>();
  private final Map<String, List<RequestedCall>> unclaimedByName = new LinkedHashMap<>();
  private long withoutId;
  private long dropped;

  /** Whether there ever was one: most sessions of hand-written model clients never see any. */
  private volatile boolean announced;

  /**
   * Remembers a call. One with the same id takes its place if it was claimed already, for some
   * models count anew in each answer, or if it is the same call, told again; another that waits
   * stays. Without an id each is its own.
   */
  public synchronized void announce(RequestedCall call) {
    announced = true;
    Key key = call.id() == null ? new Key(null, ++withoutId) : key(call.id(), call);
    forgetName(known.remove(key));
    if (known.size() >= CAPACITY) {
      forgetName(known.remove(known.keySet().iterator().next()));
      dropped++;
    }
    known.put(key, call);
    unclaimedByName.computeIfAbsent(call.name(), name -> new ArrayList<>(2)).add(call);
  }

  /** Claims the call with an id the program handed over, or {@code null} if it is not known. */
  public @Nullable RequestedCall claim(String id) {
    return announced ? claimKnown(id) : null;
  }

  private synchronized @Nullable RequestedCall claimKnown(String id) {
    RequestedCall call = known.get(new Key(id, 0));
    RequestedCall other = call;
    for (int number = 1; other != null && !isWaiting(other); number++) {
      other = known.get(new Key(id, number));
    }
    RequestedCall claimed = other == null ? call : other;
    forgetName(claimed);
    return claimed;
  }

  /**
   * Claims the call that fits an execution best, or {@code null} if none of that name waits.
   *
   * @param run the innermost workflow or agent span around the execution: calls asked for in the
   *     same run are preferred, so that parallel agents do not take each other's calls
   */
  public @Nullable Correlation claim(String name, @Nullable String run, Arguments arguments) {
    return announced ? claimWaiting(name, run, arguments) : null;
  }

  /** Arguments are compared by the program's own accessors, for which nobody else need wait. */
  private @Nullable Correlation claimWaiting(
      String name, @Nullable String run, Arguments arguments) {
    List<RequestedCall> waiting = waiting(name, run);
    while (!waiting.isEmpty()) {
      Correlation found = best(waiting, arguments);
      if (forgetName(found.call())) {
        return found;
      }
      waiting = waiting(name, run); // another thread was faster
    }
    return null;
  }

  private synchronized List<RequestedCall> waiting(String name, @Nullable String run) {
    List<RequestedCall> waiting = unclaimedByName.get(name);
    return waiting == null ? List.of() : ofRun(waiting, run);
  }

  /** The first place for an id that is not taken by another call that waits. */
  private Key key(String id, RequestedCall call) {
    for (int number = 0; ; number++) {
      Key key = new Key(id, number);
      RequestedCall there = known.get(key);
      if (there == null || there.isToldAgainBy(call) || !isWaiting(there)) {
        return key;
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // as below
  private boolean isWaiting(RequestedCall call) {
    List<RequestedCall> sameName = unclaimedByName.get(call.name());
    return sameName != null && sameName.stream().anyMatch(each -> each == call);
  }

  /** How many calls were dropped because the session held too many. */
  public synchronized long dropped() {
    return dropped;
  }

  private static List<RequestedCall> ofRun(List<RequestedCall> waiting, @Nullable String run) {
    List<RequestedCall> own = new ArrayList<>(waiting.size());
    for (RequestedCall call : waiting) {
      if (run != null && call.origin() != null && run.equals(call.origin().run())) {
        own.add(call);
      }
    }
    return own.isEmpty() ? List.copyOf(waiting) : own;
  }

  private static Correlation best(List<RequestedCall> candidates, Arguments arguments) {
    RequestedCall alike = null;
    for (RequestedCall call : candidates) {
      Likeness likeness =
          call.arguments() == null ? Likeness.NONE : arguments.likeness(call.arguments());
      if (likeness == Likeness.EQUAL) {
        return new Correlation(call.id(), call.name(), Rule.ARGUMENTS, call);
      }
      alike = alike == null && likeness == Likeness.CONTAINED ? call : alike;
    }
    if (alike != null) {
      return new Correlation(alike.id(), alike.name(), Rule.ARGUMENTS, alike);
    }
    RequestedCall oldest = candidates.get(0);
    Rule rule = candidates.size() == 1 ? Rule.NAME : Rule.ORDER;
    return new Correlation(oldest.id(), oldest.name(), rule, oldest);
  }

  @SuppressWarnings("ReferenceEquality") // calls without an id may equal each other
  private synchronized boolean forgetName(@Nullable RequestedCall call) {
    List<RequestedCall> sameName = call == null ? null : unclaimedByName.get(call.name());
    if (call == null || sameName == null || !sameName.removeIf(each -> each == call)) {
      return false;
    }
    if (sameName.isEmpty()) {
      unclaimedByName.remove(call.name());
    }
    return true;
  }

  /**
   * What tells calls apart: the provider's id, and a number where several that wait have the same;
   * without an id the order in which they were remembered.
   */
  private record Key(@Nullable String id, long number) {}
}
