package io.spanloom.rxjava;

import io.opentelemetry.context.Context;
import io.reactivex.rxjava3.functions.Function;
import org.jspecify.annotations.Nullable;

/** Runs a scheduler's tasks in the context that they were scheduled in. */
record ScheduleHook(@Nullable Function<? super Runnable, ? extends Runnable> others)
    implements Function<Runnable, Runnable> {

  @Override
  public Runnable apply(Runnable task) throws Throwable {
    Runnable scheduled = others == null ? task : others.apply(task);
    Context context = Context.current();
    return context == Context.root() ? scheduled : context.wrap(scheduled);
  }
}
