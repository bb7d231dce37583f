package io.spanloom.internal.call;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

  private final AtomicReferenceArray<@Nullable Object> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger nextToGo = new AtomicInteger();

  SpecCache() {}

  /** The spec that says what is looked for. */
  @SuppressWarnings("unchecked") // all lookups are of the same class
  public <S> S get(Lookup<S> lookup) {
    int first = first(lookup.hash());
    for (int i = 0; i < CHOICE; i++) {
      Object spec = places.get(first + i);
      if (spec != null && lookup.isFor((S) spec)) {
        return (S) spec;
      }
    }
    S fresh = lookup.makeSpec();
    if (lookup.characters() <= MAX_CHARACTERS) {
      remember(first, fresh);
    }
    return fresh;
  }

  private void remember(int first, Object spec) {
    for (int i = 0; i < CHOICE; i++) {
      if (places.compareAndSet(first + i, null, spec)) {
        return;
      }
    }
    places.set(first + (nextToGo.getAndIncrement() & (CHOICE - 1)), spec);
  }

  /** The first of the places that a spec may be in. */
  private static int first(int hash) {
    return (hash ^ (hash >>> 16)) & (PLACES - 1) & -CHOICE;
  }

  /**
   * What a spec says that is looked for.
   *
   * @param <S> the class of the specs
   */
  public interface Lookup<S> {

    /** The same for what says the same. */
    int hash();

    /** Whether the spec says all of it, and nothing else. */
    boolean isFor(S spec);

    /** How many characters of text it is. */
    int characters();

    /** Makes a spec that says it. */
    S makeSpec();
  }
}
