package io.spanloom.rxjava;

import com.google.auto.service.AutoService;
import io.reactivex.rxjava3.core.Completable;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return a {@code Completable}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class CompletableWrapper implements ResultWrapper<Completable> {

  @Override
  public Class<Completable> type() {
    return Completable.class;
  }

  @Override
  public boolean isSingle(Completable result) {
    return true;
  }

  @Override
  public boolean isRepeatable(Completable result) {
    return true;
  }

  @Override
  public @Nullable Completable wrap(Completable result, ResultTracker tracker) {
    return new ObservedCompletable(result, tracker);
  }
}
