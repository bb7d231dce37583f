package io.spanloom.internal.call;

import io.spanloom.internal.convention.Identity;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the specs of spans from code, by what they say: to make one and its plan takes as long
 * as the rest of a call.
 *
 * <p>A fixed number of places, and a fixed number that each spec may be in. If they are taken, one
 * makes room, so that names which are never used again do not stay. The cache belongs to one
 * tracing, as the plans of its specs do, and is forgotten with it.
 */
public final class SpecCache {

  /** Specs that say more than that are not remembered. */
  static final int MAX_CHARACTERS = 4096;

  /** A power of two. */
  static final int PLACES = 256;

  /** How many places a spec may be in; a power of two. */
  private static final int CHOICE = 4;

  private final AtomicReferenceArray<@Nullable Entry> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger nextToGo = new AtomicInteger();

  SpecCache() {}

  /**
   * The spec that says the same.
   *
   * @param autoSteps whether model calls directly below open their own reasoning spans
   * @param fresh makes a spec
   * @param <S> the class of all specs in this cache
   */
  @SuppressWarnings("unchecked") // all specs are made by the same code
  public <S> S get(Identity identity, boolean autoSteps, Function<Identity, S> fresh) {
    int first = first(identity);
    for (int i = 0; i < CHOICE; i++) {
      Entry entry = places.get(first + i);
      if (entry != null && entry.isOf(identity, autoSteps)) {
        return (S) entry.spec();
      }
    }
    S spec = fresh.apply(identity);
    if (identity.length() <= MAX_CHARACTERS) {
      remember(first, new Entry(identity, autoSteps, spec));
    }
    return spec;
  }

  private void remember(int first, Entry entry) {
    for (int i = 0; i < CHOICE; i++) {
      if (places.compareAndSet(first + i, null, entry)) {
        return;
      }
    }
    places.set(first + (nextToGo.getAndIncrement() & (CHOICE - 1)), entry);
  }

  /** The first of the places that a spec may be in. */
  private static int first(Identity identity) {
    int hash = identity.hashCode();
    return (hash ^ (hash >>> 16)) & (PLACES - 1) & -CHOICE;
  }

  private record Entry(Identity identity, boolean autoSteps, Object spec) {

    boolean isOf(Identity other, boolean steps) {
      return autoSteps == steps && identity.equals(other);
    }
  }
}
