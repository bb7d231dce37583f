package io.spanloom.rxjava;

import com.google.auto.service.AutoService;
import io.reactivex.rxjava3.core.Single;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return a {@code Single}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class SingleWrapper implements ResultWrapper<Single> {

  /** Found when tracing is switched on: from then on operators keep the context. */
  public SingleWrapper() {
    OperatorContext.install();
  }

  @Override
  public Class<Single> type() {
    return Single.class;
  }

  @Override
  public boolean isSingle(Single result) {
    return true;
  }

  @Override
  public boolean isRepeatable(Single result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Single wrap(Single result, ResultTracker tracker) {
    return new ObservedSingle<>(result, tracker);
  }
}
