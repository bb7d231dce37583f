package io.spanloom.mutiny;

import com.google.auto.service.AutoService;
import io.smallrye.mutiny.Multi;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return a {@code Multi}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class MultiWrapper implements ResultWrapper<Multi> {

  @Override
  public Class<Multi> type() {
    return Multi.class;
  }

  @Override
  public boolean isRepeatable(Multi result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Multi wrap(Multi result, ResultTracker tracker) {
    return new ObservedMulti<>(result, tracker);
  }
}
