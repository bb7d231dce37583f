package io.spanloom.internal.sampling;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the sampler's decisions before it makes them.
 *
 * <p>Attributes are set before a span starts because a sampler may look at them; for a span that is
 * certain to be dropped that work is wasted, and most of what tracing an unsampled call costs. The
 * SDK's own samplers are recognised by the descriptions that the OpenTelemetry SDK specification
 * gives them; of any other nothing is known.
 */
public final class SamplerPrediction {

  /** Nothing is known: every span may be recorded. */
  public static final SamplerPrediction UNKNOWN = new SamplerPrediction(false, false, false, false);

  private static final SamplerPrediction NEVER = new SamplerPrediction(true, true, true, true);
  private static final String OFF = "AlwaysOffSampler";
  private static final String PARENT_BASED = "ParentBased{root:";

  private final boolean dropsAll;
  private final boolean dropsRoots;
  private final boolean dropsBelowUnsampledRemote;
  private final boolean dropsBelowUnsampledLocal;
  private final boolean dropsAny;

  private SamplerPrediction(
      boolean dropsAll,
      boolean dropsRoots,
      boolean dropsBelowUnsampledRemote,
      boolean dropsBelowUnsampledLocal) {
    this.dropsAll = dropsAll;
    this.dropsRoots = dropsRoots;
    this.dropsBelowUnsampledRemote = dropsBelowUnsampledRemote;
    this.dropsBelowUnsampledLocal = dropsBelowUnsampledLocal;
    this.dropsAny = dropsAll || dropsRoots || dropsBelowUnsampledRemote || dropsBelowUnsampledLocal;
  }

  /** The outlook with the sampler of that description. */
  public static SamplerPrediction of(@Nullable String samplerDescription) {
    if (OFF.equals(samplerDescription)) {
      return NEVER;
    }
    if (samplerDescription == null || !samplerDescription.startsWith(PARENT_BASED)) {
      return UNKNOWN;
    }
    return new SamplerPrediction(
        false,
        samplerDescription.startsWith(PARENT_BASED + OFF + ','),
        samplerDescription.contains("remoteParentNotSampled:" + OFF),
        samplerDescription.contains("localParentNotSampled:" + OFF));
  }

  /** Whether a span started there is certain to be dropped. */
  public boolean dropsBelow(Context context) {
    return dropsAny && isDropped(Span.fromContext(context).getSpanContext());
  }

  /** Whether a span with that parent is certain to be dropped. */
  public boolean isDropped(SpanContext parent) {
    if (!parent.isValid()) {
      return dropsRoots;
    }
    if (parent.isSampled()) {
      return dropsAll;
    }
    return parent.isRemote() ? dropsBelowUnsampledRemote : dropsBelowUnsampledLocal;
  }
}
