package io.spanloom.internal.toolcall;

import io.spanloom.internal.toolcall.Candidates.Choice;
import io.spanloom.internal.toolcall.PendingCall.Execution;
import io.spanloom.internal.toolcall.ToolCallMatch.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls that a session's model responses have asked for.
 *
 * <p>A call is pending until the model is given its result, or the run that asked for it ends.
 * Until then only tools of that run find it, by its name and arguments: once, and again when they
 * are executed with the same arguments. By its id it can be found for a while longer, and from
 * other runs too.
 *
 * <p>Bounded in number and in bytes: beyond {@link #CAPACITY} and {@link #MAX_BYTES} the oldest
 * call is dropped and counted.
 */
public final class PendingCalls {

  /** How many calls a session remembers. */
  public static final int CAPACITY = 1024;

  /** About how many bytes a session remembers of them. */
  public static final int MAX_BYTES = 1 << 20;

  /** How many executed calls a session remembers, and how many that are over. */
  static final int MAX_CLAIMED = 128;

  /** Providers' identifiers and tools' names are far shorter. */
  static final int MAX_NAME_LENGTH = 512;

  private final Set<PendingCall> pending = new LinkedHashSet<>();
  private final Set<PendingCall> executed = new LinkedHashSet<>();
  private final CallIndex byName = new CallIndex();
  private final CallIndex byId = new CallIndex();
  private final EndedCalls ended = new EndedCalls(MAX_CLAIMED, this::add);
  private long executions;
  private long bytes;
  private long dropped;

  /** The bytes of all sessions that are remembered together; {@code null} if this one is not. */
  private @Nullable AtomicLong total;

  /** Whether there ever was one: most sessions of hand-written model clients never see any. */
  private volatile boolean announced;

  /** Whether arguments that cannot be compared are enough, where nothing contradicts. */
  private final boolean trusting;

  /** The calls of code without a session, or of one that is not remembered. */
  public PendingCalls() {
    this(null);
  }

  /** The calls of code around which nothing is traced: only equal arguments tie them to tools. */
  public static PendingCalls ofThread() {
    return new PendingCalls(null, /* trusting= */ false);
  }

  /**
   * The calls of a session that is remembered.
   *
   * @param total the bytes of all such sessions, to which this one adds its own
   */
  public PendingCalls(@Nullable AtomicLong total) {
    this(total, /* trusting= */ true);
  }

  private PendingCalls(@Nullable AtomicLong total, boolean trusting) {
    this.total = total;
    this.trusting = trusting;
  }

  /**
   * Remembers a call. It takes the place of one with the same id if it is the same call, announced
   * again; another one stays, for some models count anew in each response. Without an id each is
   * its own.
   */
  public synchronized void announce(ToolCallRequest request) {
    if (request.name().length() > MAX_NAME_LENGTH
        || (request.id() != null && request.id().length() > MAX_NAME_LENGTH)) {
      dropped++;
      return;
    }
    announced = true;
    PendingCall call = new PendingCall(request);
    if (isKnown(request)) {
      return;
    }
    int size = call.size();
    while (!pending.isEmpty() && (pending.size() >= CAPACITY || bytes + size > MAX_BYTES)) {
      PendingCall oldest = pending.iterator().next();
      dropped += oldest.isWaiting() ? 1 : 0;
      remove(oldest);
    }
    pending.add(call);
    byName.add(request.name(), call);
    byId.add(request.id(), call);
    add(size);
  }

  /** Whether the response that has the call was read before; what it replaces is over. */
  private boolean isKnown(ToolCallRequest request) {
    if (request.id() == null) {
      return false;
    }
    ended.remove(request.id());
    for (PendingCall former : List.copyOf(byId.find(request.id()))) {
      boolean same = former.request().isAnnouncedAgainBy(request);
      if (same && !former.isWaiting() && former.request().isOfSameResponse(request)) {
        return true;
      }
      if (same) {
        remove(former);
        return false;
      }
    }
    return false;
  }

  /**
   * Claims the call with an id the program handed over, or {@code null} if it is not known.
   *
   * @param run the innermost workflow or agent span around the execution, or {@code null}: some
   *     models count the calls of each response anew, so its own calls are preferred
   */
  public @Nullable ToolCallRequest claim(String id, @Nullable String run) {
    return announced ? claimKnown(id, run) : null;
  }

  private synchronized @Nullable ToolCallRequest claimKnown(String id, @Nullable String run) {
    PendingCall found = null;
    for (PendingCall each : byId.find(id)) {
      found = found == null || rank(each, run) > rank(found, run) ? each : found;
    }
    if (found == null) {
      return ended.find(id);
    }
    execute(found, Rule.EXPLICIT, null);
    return found.request().withoutArguments();
  }

  private static int rank(PendingCall call, @Nullable String run) {
    return (call.request().isOf(run) ? 2 : 0) + (call.isWaiting() ? 1 : 0);
  }

  /**
   * Claims the call that an execution is of, or {@code null} if it is of none.
   *
   * @param run the innermost workflow or agent span around the execution, or {@code null}: only
   *     calls that were asked for in the same run are looked at
   */
  public @Nullable ToolCallMatch claim(String name, @Nullable String run, Arguments arguments) {
    return announced ? claimPending(name, run, arguments) : null;
  }

  /** Arguments are compared by the program's own accessors, for which nobody else need wait. */
  private @Nullable ToolCallMatch claimPending(
      String name, @Nullable String run, Arguments arguments) {
    while (true) {
      Candidates candidates = candidates(name, run);
      Choice choice = candidates.isEmpty() ? null : candidates.best(arguments, trusting);
      if (choice == null) {
        return null;
      }
      RequestedArguments executedWith = choice.differs() ? arguments.kept() : null;
      if (take(choice, executedWith)) { // else another thread was faster
        ToolCallRequest request = choice.candidate().call().request();
        return new ToolCallMatch(
            request.id(), request.name(), choice.rule(), request.withoutArguments());
      }
    }
  }

  private synchronized Candidates candidates(String name, @Nullable String run) {
    Candidates candidates = new Candidates();
    for (PendingCall each : byName.find(name)) {
      if (each.request().isOf(run)) {
        candidates.add(each);
      }
    }
    return candidates;
  }

  private synchronized boolean take(Choice choice, @Nullable RequestedArguments executedWith) {
    PendingCall call = choice.candidate().call();
    if (!pending.contains(call) || call.isWaiting() != choice.candidate().isWaiting()) {
      return false;
    }
    RequestedArguments former = choice.candidate().executedWith();
    execute(call, choice.rule(), former == null ? executedWith : former);
    return true;
  }

  private void execute(PendingCall call, Rule rule, @Nullable RequestedArguments executedWith) {
    add(-call.size());
    call.executed(new Execution(rule, executedWith, ++executions));
    add(call.size());
    executed.add(call);
    if (executed.size() > MAX_CLAIMED) {
      end(executed.iterator().next());
    }
  }

  /** Whether there is a call whose result the model has not been given. */
  public boolean isPending() {
    return announced && hasPending();
  }

  private synchronized boolean hasPending() {
    return !pending.isEmpty();
  }

  /**
   * The model is given the result of a call, so that no tool will execute it any more.
   *
   * @param id {@code null} for those calls that have none
   * @param run the run whose model call has the result
   */
  public synchronized void answered(@Nullable String id, @Nullable String run) {
    List<PendingCall> same = id == null ? List.copyOf(pending) : List.copyOf(byId.find(id));
    endAll(same, each -> Objects.equals(each.id(), id) && each.isOf(run));
  }

  /** A run has ended, and with it what it asked for. */
  public void ended(@Nullable String run) {
    if (announced && run != null) {
      endOf(run);
    }
  }

  private synchronized void endOf(String run) {
    endAll(List.copyOf(pending), each -> each.isOf(run));
  }

  private void endAll(List<PendingCall> calls, Predicate<ToolCallRequest> wanted) {
    for (PendingCall call : calls) {
      if (wanted.test(call.request())) {
        end(call);
      }
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
  private void end(PendingCall call) {
    remove(call);
    ended.add(call.request());
  }

  private void remove(PendingCall call) {
    pending.remove(call);
    executed.remove(call);
    byName.remove(call.request().name(), call);
    byId.remove(call.request().id(), call);
    add(-call.size());
  }

  private void add(long more) {
    bytes += more;
    if (total != null) {
      total.addAndGet(more);
    }
  }
}
