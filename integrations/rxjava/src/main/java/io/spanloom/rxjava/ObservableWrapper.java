package io.spanloom.rxjava;

import com.google.auto.service.AutoService;
import io.reactivex.rxjava3.core.Observable;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return an {@code Observable}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ObservableWrapper implements ResultWrapper<Observable> {

  @Override
  public Class<Observable> type() {
    return Observable.class;
  }

  @Override
  public boolean isRepeatable(Observable result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Observable wrap(Observable result, ResultTracker tracker) {
    return new ObservedObservable<>(result, tracker);
  }
}
