package io.spanloom.rxjava;

import com.google.auto.service.AutoService;
import io.reactivex.rxjava3.core.Flowable;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return a {@code Flowable}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class FlowableWrapper implements ResultWrapper<Flowable> {

  @Override
  public Class<Flowable> type() {
    return Flowable.class;
  }

  @Override
  public boolean isRepeatable(Flowable result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Flowable wrap(Flowable result, ResultTracker tracker) {
    return new ObservedFlowable<>(result, tracker);
  }
}
