package io.spanloom.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecCacheTest {

  private final SpecCache cache = new SpecCache();

  @Test
  void remembersWhatSaysTheSame() {
    Object search = spec("search", false);

    assertThat(spec(new String("search"), false)).isSameAs(search);
    assertThat(spec("search", true)).isNotSameAs(search).isSameAs(spec("search", true));
    assertThat(spec("find", false)).isNotSameAs(search);
    assertThat(
            cache.<Object>get(Identity.named(SpanRole.TASK, "search"), false, it -> new Object()))
        .isNotSameAs(search);
    assertThat(spec("search", false)).isSameAs(search);
  }

  @Test
  void isBoundedInNumberAndFollowsWhatIsUsed() {
    IntStream.range(0, 100_000).forEach(i -> spec("once " + i, false));

    Object fresh = spec("often", false);
    assertThat(spec("often", false)).isSameAs(fresh);
    assertThat(remembered("once ", 100_000)).isBetween(1, SpecCache.PLACES);
  }

  @Test
  void longTextsAreNotRemembered() {
    String longest = "n".repeat(SpecCache.MAX_CHARACTERS);

    assertThat(spec(longest, false)).isSameAs(spec(longest, false));
    assertThat(spec(longest + "n", false)).isNotSameAs(spec(longest + "n", false));
  }

  @Test
  void manyThreadsGetSpecsOfTheirNames() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        done.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 50_000; i++) {
                    Identity wanted = Identity.named(SpanRole.TOOL, "tool " + i % 500);
                    assertThat(cache.<Identity>get(wanted, false, it -> it)).isEqualTo(wanted);
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** How many of the names are still remembered; asks from the last to the first. */
  private int remembered(String prefix, int count) {
    int found = 0;
    for (int i = count - 1; i >= count - 2 * SpecCache.PLACES; i--) {
      boolean[] made = new boolean[1];
      cache.<Object>get(
          Identity.named(SpanRole.TOOL, prefix + i),
          false,
          identity -> {
            made[0] = true;
            return identity;
          });
      found += made[0] ? 0 : 1;
    }
    return found;
  }

  private Object spec(String name, boolean autoSteps) {
    return cache.get(Identity.named(SpanRole.TOOL, name), autoSteps, identity -> new Object());
  }
}
