package io.spanloom.mutiny;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.subscription.ContextSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline's operators know of their context: Mutiny's own, which stays the subscriber's,
 * and OpenTelemetry's, which is that of the traced method whose result they are part of.
 *
 * <p>Mutiny's context is one map for all of a pipeline, so it cannot hold what differs between its
 * parts. But each operator passes the question for it on, downstream, and the nearest of our
 * subscribers answers for both.
 *
 * @param mutiny the subscriber's
 * @param operators OpenTelemetry's; where no traced result is downstream that of the code that
 *     subscribes, {@code null} if there is no span
 */
record OperatorContext(io.smallrye.mutiny.Context mutiny, @Nullable Context operators) {

  private static final ThreadLocal<Search> SEARCH = new ThreadLocal<>();

  /** What a subscriber knows. */
  static OperatorContext of(Object subscriber) {
    if (subscriber instanceof Holder holder) {
      return holder.operatorContext();
    }
    if (!(subscriber instanceof ContextSupport support)) {
      return new OperatorContext(io.smallrye.mutiny.Context.empty(), inSpan());
    }
    Search search = new Search();
    Search outer = SEARCH.get();
    SEARCH.set(search);
    try {
      io.smallrye.mutiny.Context mutiny = support.context();
      return search.found == null ? new OperatorContext(mutiny, inSpan()) : search.found;
    } finally {
      SEARCH.set(outer);
    }
  }

  /** The current context, if it holds a span. */
  private static @Nullable Context inSpan() {
    return Span.current().getSpanContext().isValid() ? Context.current() : null;
  }

  /** OpenTelemetry's context; without any, the current one. */
  Context orCurrent() {
    return operators == null ? Context.current() : operators;
  }

  /** The same for operators upstream that run in another context of OpenTelemetry. */
  OperatorContext with(Context upstream) {
    return new OperatorContext(mutiny, upstream);
  }

  /** One of our subscribers, which knows the context of operators upstream. */
  interface Holder extends ContextSupport {

    OperatorContext operatorContext();

    @Override
    default io.smallrye.mutiny.Context context() {
      OperatorContext context = operatorContext();
      Search search = SEARCH.get();
      if (search != null && search.found == null) {
        search.found = context;
      }
      return context.mutiny();
    }
  }

  private static final class Search {
    private @Nullable OperatorContext found;
  }
}
