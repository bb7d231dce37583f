package io.spanloom.rxjava;

import com.google.auto.service.AutoService;
import io.reactivex.rxjava3.core.Maybe;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return a {@code Maybe}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class MaybeWrapper implements ResultWrapper<Maybe> {

  @Override
  public Class<Maybe> type() {
    return Maybe.class;
  }

  @Override
  public boolean isSingle(Maybe result) {
    return true;
  }

  @Override
  public boolean isRepeatable(Maybe result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Maybe wrap(Maybe result, ResultTracker tracker) {
    return new ObservedMaybe<>(result, tracker);
  }
}
