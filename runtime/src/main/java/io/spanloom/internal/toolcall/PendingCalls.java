package io.spanloom.internal.toolcall;

import io.spanloom.internal.toolcall.ToolCallMatch.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls a session's model responses have asked for.
 *
 * <p>Bounded in number and in bytes: beyond {@link #CAPACITY} and {@link #MAX_BYTES} the oldest
 * call is dropped and counted. A claimed call stays findable by its id for a while, because a
 * program may retry it, but no longer answers to its name, and its arguments are forgotten. So is
 * one whose result the model has been told.
 */
public final class PendingCalls {

  /** How many calls a session remembers. */
  public static final int CAPACITY = 1024;

  /** About how many bytes a session remembers of them. */
  public static final int MAX_BYTES = 1 << 20;

  /** How many claimed calls a session remembers. */
  static final int MAX_CLAIMED = 128;

  /** Providers' identifiers and tools' names are far shorter. */
  static final int MAX_NAME_LENGTH = 512;

  private final Set<Waiting> waiting = new LinkedHashSet<>();
  private final Map<String, List<Waiting>> waitingByName = new HashMap<>();
  private final Map<String, List<Waiting>> waitingById = new HashMap<>();
  private final Map<String, ToolCallRequest> claimedById = new LinkedHashMap<>();
  private long bytes;
  private long dropped;

  /** The bytes of all sessions that are remembered together; {@code null} if this one is not. */
  private @Nullable AtomicLong total;

  /** Whether there ever was one: most sessions of hand-written model clients never see any. */
  private volatile boolean announced;

  /** The calls of code without a session, or of one that is not remembered. */
  public PendingCalls() {
    this(null);
  }

  /**
   * The calls of a session that is remembered.
   *
   * @param total the bytes of all such sessions, to which this one adds its own
   */
  public PendingCalls(@Nullable AtomicLong total) {
    this.total = total;
  }

  /**
   * Remembers a call. It takes the place of one with the same id that waits if it is the same call,
   * told again; another one stays, for some models count anew in each answer. Without an id each is
   * its own.
   */
  public synchronized void announce(ToolCallRequest call) {
    if (call.name().length() > MAX_NAME_LENGTH
        || (call.id() != null && call.id().length() > MAX_NAME_LENGTH)) {
      dropped++;
      return;
    }
    announced = true;
    forgetFormer(call);
    int size = call.size();
    while (!waiting.isEmpty() && (waiting.size() >= CAPACITY || bytes + size > MAX_BYTES)) {
      forget(waiting.iterator().next());
      dropped++;
    }
    remember(new Waiting(call, size));
  }

  private void forgetFormer(ToolCallRequest call) {
    if (call.id() == null) {
      return;
    }
    forgetClaimed(claimedById.remove(call.id()));
    for (Waiting former : waitingById.getOrDefault(call.id(), List.of())) {
      if (former.call.isToldAgainBy(call)) {
        forget(former);
        return;
      }
    }
  }

  private void remember(Waiting fresh) {
    waiting.add(fresh);
    waitingByName.computeIfAbsent(fresh.call.name(), name -> new ArrayList<>(2)).add(fresh);
    if (fresh.call.id() != null) {
      waitingById.computeIfAbsent(fresh.call.id(), id -> new ArrayList<>(1)).add(fresh);
    }
    add(fresh.size);
  }

  /** Claims the call with an id the program handed over, or {@code null} if it is not known. */
  public @Nullable ToolCallRequest claim(String id) {
    return announced ? claimKnown(id) : null;
  }

  private synchronized @Nullable ToolCallRequest claimKnown(String id) {
    List<Waiting> sameId = waitingById.get(id);
    if (sameId == null) {
      return claimedById.get(id);
    }
    Waiting oldest = sameId.get(0);
    claim(oldest);
    return oldest.call;
  }

  /**
   * Claims the call that fits an execution best, or {@code null} if none of that name waits.
   *
   * @param run the innermost workflow or agent span around the execution: calls asked for in the
   *     same run are preferred, so that parallel agents do not take each other's calls
   */
  public @Nullable ToolCallMatch claim(String name, @Nullable String run, Arguments arguments) {
    return announced ? claimWaiting(name, run, arguments) : null;
  }

  /** Arguments are compared by the program's own accessors, for which nobody else need wait. */
  private @Nullable ToolCallMatch claimWaiting(
      String name, @Nullable String run, Arguments arguments) {
    List<Waiting> candidates = candidates(name, run);
    while (!candidates.isEmpty()) {
      Match match = best(candidates, arguments);
      if (claim(match.found)) {
        ToolCallRequest call = match.found.call;
        return new ToolCallMatch(call.id(), call.name(), match.rule, call.withoutArguments());
      }
      candidates = candidates(name, run); // another thread was faster
    }
    return null;
  }

  private synchronized List<Waiting> candidates(String name, @Nullable String run) {
    List<Waiting> sameName = waitingByName.getOrDefault(name, List.of());
    List<Waiting> own = new ArrayList<>(sameName.size());
    for (Waiting each : sameName) {
      RequestOrigin origin = each.call.origin();
      if (run != null && origin != null && run.equals(origin.run())) {
        own.add(each);
      }
    }
    return own.isEmpty() ? List.copyOf(sameName) : own;
  }

  private static Match best(List<Waiting> candidates, Arguments arguments) {
    List<@Nullable RequestedArguments> requests = new ArrayList<>(candidates.size());
    candidates.forEach(candidate -> requests.add(candidate.call.arguments()));
    Likeness[] likenesses = arguments.likenesses(requests);
    int closest = 0;
    for (int i = 1; i < likenesses.length; i++) {
      closest = likenesses[i].compareTo(likenesses[closest]) < 0 ? i : closest;
    }
    if (likenesses[closest] != Likeness.NONE) {
      return new Match(candidates.get(closest), Rule.ARGUMENTS);
    }
    return new Match(candidates.get(0), candidates.size() == 1 ? Rule.NAME : Rule.ORDER);
  }

  /** Whether a call waits for its tool. */
  public boolean isWaiting() {
    return announced && !isEmpty();
  }

  private synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The model is told the result of a call, so that no tool will execute it any more. */
  public synchronized void answered(String id) {
    for (Waiting call : List.copyOf(waitingById.getOrDefault(id, List.of()))) {
      claim(call);
    }
  }

  /** How many calls were dropped because the session held too many. */
  public synchronized long dropped() {
    return dropped;
  }

  /** About how many bytes the session keeps. */
  public synchronized long bytes() {
    return bytes;
  }

  /** The session is not remembered any more; a run that still goes on keeps it for itself. */
  public synchronized void release() {
    if (total != null) {
      total.addAndGet(-bytes);
      total = null;
    }
  }

  /** Lets go of the arguments, and of the call itself if it has no id to ask for it by. */
  private synchronized boolean claim(Waiting found) {
    if (!forget(found)) {
      return false;
    }
    String id = found.call.id();
    if (id != null) {
      ToolCallRequest claimed = found.call.withoutArguments();
      add(claimed.size());
      forgetClaimed(claimedById.put(id, claimed));
      if (claimedById.size() > MAX_CLAIMED) {
        forgetClaimed(claimedById.remove(claimedById.keySet().iterator().next()));
      }
    }
    return true;
  }

  private void forgetClaimed(@Nullable ToolCallRequest claimed) {
    if (claimed != null) {
      add(-claimed.size());
    }
  }

  private boolean forget(Waiting call) {
    if (!waiting.remove(call)) {
      return false;
    }
    forget(call, call.call.name(), waitingByName);
    if (call.call.id() != null) {
      forget(call, call.call.id(), waitingById);
    }
    add(-call.size);
    return true;
  }

  private static void forget(Waiting call, String key, Map<String, List<Waiting>> waitingByKey) {
    List<Waiting> same = waitingByKey.get(key);
    if (same != null && same.remove(call) && same.isEmpty()) {
      waitingByKey.remove(key);
    }
  }

  private void add(long more) {
    bytes += more;
    if (total != null) {
      total.addAndGet(more);
    }
  }

  /** A call that waits; calls without an id may equal each other, and are others all the same. */
  private static final class Waiting {

    private final ToolCallRequest call;
    private final int size;

    Waiting(ToolCallRequest call, int size) {
      this.call = call;
      this.size = size;
    }
  }

  private record Match(Waiting found, Rule rule) {}
}
