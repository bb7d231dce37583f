package io.spanloom.internal.call;

import io.spanloom.internal.convention.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one method have to do with the settings in force. It is made once and holds no
 * recorder for what is switched off, so that a call asks nothing that is known before it happens.
 */
public final class CallPlan {

  private final Tracing tracing;
  private final CallSpec spec;
  private final Consumer<Call>[] atStart;
  private final Consumer<Call>[] atEnd;
  private final Consumer<Call>[] whenMeasured;
  private final boolean asksModel;
  private final boolean isRun;
  private final boolean matchesArguments;
  private final boolean namesAgent;
  private final boolean recordsContent;
  private final boolean emitsEvents;
  private final boolean keepsAttributes;

  /** The last identity with an agent; most methods work for one. */
  private volatile @Nullable Identity ofAgent;

  /** That of calls which tell no other identity. */
  private final SpanTemplate described;

  /** The last other template. */
  private volatile @Nullable SpanTemplate template;

  private CallPlan(Builder builder) {
    this.tracing = builder.tracing;
    this.spec = builder.spec;
    this.described = SpanTemplate.of(tracing.conventions(), spec.identity());
    this.atStart = array(builder.atStart);
    this.atEnd = array(builder.atEnd);
    this.whenMeasured = array(builder.whenMeasured);
    this.asksModel = spec.role().asksModel();
    this.isRun = spec.spanRole().isRun();
    this.matchesArguments = spec.role().matchesArguments();
    this.namesAgent = spec.role().namesAgent(spec);
    this.recordsContent = tracing.wantsContent();
    this.emitsEvents = tracing.eventContent().allowed();
    this.keepsAttributes = spec.keepsAttributes() || spec.role().namedByRequest() || emitsEvents;
  }

  public static CallPlan of(CallSpec spec, Tracing tracing) {
    Builder builder = new Builder(spec, tracing);
    spec.role().plan(builder);
    return new CallPlan(builder);
  }

  public Tracing tracing() {
    return tracing;
  }

  @SuppressWarnings("ReferenceEquality") // a new installation has its own tracing, whatever it says
  public boolean isFor(Tracing inForce) {
    return tracing == inForce;
  }

  /** What spans of an identity have in common. */
  @SuppressWarnings("ReferenceEquality") // most often it is the very identity of the method
  public SpanTemplate template(Identity identity) {
    if (described.identity() == identity) {
      return described;
    }
    SpanTemplate last = template;
    if (last != null && last.isOf(identity)) {
      return last;
    }
    SpanTemplate fresh = SpanTemplate.of(tracing.conventions(), identity);
    if (identity.length() <= spec.identity().length() + SpecCache.MAX_CHARACTERS) {
      template = fresh;
    }
    return fresh;
  }

  /** What spans have in common if their call tells no other identity. */
  public SpanTemplate template() {
    return described;
  }

  /** What names the span of a call that works for an agent, or for none. */
  Identity identity(@Nullable String agent) {
    if (agent == null) {
      return spec.identity();
    }
    Identity last = ofAgent;
    if (last != null && agent.equals(last.agentName())) {
      return last;
    }
    Identity fresh = spec.identity().of(agent);
    if (agent.length() <= SpecCache.MAX_CHARACTERS) {
      ofAgent = fresh;
    }
    return fresh;
  }

  CallSpec spec() {
    return spec;
  }

  boolean asksModel() {
    return asksModel;
  }

  /** Whether calls are workflows or agents. */
  boolean isRun() {
    return isRun;
  }

  boolean namesAgent() {
    return namesAgent;
  }

  public boolean matchesArguments() {
    return matchesArguments;
  }

  public boolean recordsContent() {
    return recordsContent;
  }

  /**
   * Whether attributes are kept until the span starts. Otherwise its builder is opened where the
   * call enters, and they go straight to it.
   */
  boolean keepsAttributes() {
    return keepsAttributes;
  }

  boolean emitsEvents() {
    return emitsEvents;
  }

  /** Records what a call was given. */
  void recordStart(Call call) {
    run(atStart, call);
  }

  /** Records what a call came to. */
  void recordEnd(Call call) {
    run(atEnd, call);
  }

  /** Accounts for a call whose span is not recorded. */
  void measureEnd(Call call) {
    run(whenMeasured, call);
  }

  @SuppressWarnings("unchecked") // there is no array of a generic type
  private static Consumer<Call>[] array(List<Consumer<Call>> recorders) {
    return (Consumer<Call>[]) recorders.toArray(Consumer<?>[]::new);
  }

  private static void run(Consumer<Call>[] recorders, Call call) {
    for (Consumer<Call> recorder : recorders) {
      try {
        recorder.accept(call);
      } catch (Throwable failure) {
        call.tracingFailed(failure); // costs the call this one thing
      }
    }
  }

  /** Collects a role's recorders, in the order in which calls run them. */
  public static final class Builder {

    private final CallSpec spec;
    private final Tracing tracing;
    private final List<Consumer<Call>> atStart = new ArrayList<>();
    private final List<Consumer<Call>> atEnd = new ArrayList<>();
    private final List<Consumer<Call>> whenMeasured = new ArrayList<>();

    private Builder(CallSpec spec, Tracing tracing) {
      this.spec = spec;
      this.tracing = tracing;
    }

    /** Records something when the span has started, if the span is recorded. */
    public Builder atStart(Consumer<Call> recorder) {
      atStart.add(recorder);
      return this;
    }

    /** Records content when the span has started; left out where no content is recorded. */
    public Builder contentAtStart(Consumer<Call> recorder) {
      return tracing.wantsContent() ? atStart(recorder) : this;
    }

    /** Records something when the call ends, if the span is recorded. */
    public Builder atEnd(Consumer<Call> recorder) {
      atEnd.add(recorder);
      return this;
    }

    /** Records content when the call ends; left out where no content is recorded. */
    public Builder contentAtEnd(Consumer<Call> recorder) {
      return tracing.wantsContent() ? atEnd(recorder) : this;
    }

    /** Records something of the result when the call ends, unless the result is sensitive. */
    public Builder resultAtEnd(Consumer<Call> recorder) {
      return spec.sensitiveResult() ? this : atEnd(recorder);
    }

    /** Accounts for something when the call ends, whether the span is recorded or not. */
    public Builder accountAtEnd(Consumer<Call> recorder) {
      whenMeasured(recorder);
      return atEnd(recorder);
    }

    /** Accounts for something when the call ends, if the span is not recorded but measured. */
    public Builder whenMeasured(Consumer<Call> recorder) {
      if (tracing.metrics() != null) {
        whenMeasured.add(recorder);
      }
      return this;
    }
  }
}
