package io.spanloom.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SpecCacheTest {

  private final SpecCache cache = new SpecCache();

  @Test
  void remembersWhatSaysTheSame() {
    Spec search = cache.get(new Wanted("search"));

    assertThat(cache.get(new Wanted(new String("search")))).isSameAs(search);
    assertThat(cache.get(new Wanted("find"))).isNotSameAs(search);
    assertThat(cache.get(new Wanted("search"))).isSameAs(search);
  }

  @Test
  void fourOfOneHashHaveRoom() {
    List<String> names = List.of("AaAa", "AaBB", "BBAa", "BBBB");
    assertThat(names).extracting(String::hashCode).containsOnly("AaAa".hashCode());
    List<Spec> specs = names.stream().map(name -> cache.get(new Wanted(name))).toList();

    assertThat(names.stream().map(name -> cache.get(new Wanted(name))).toList())
        .usingElementComparator((one, other) -> one == other ? 0 : 1)
        .isEqualTo(specs);
  }

  @Test
  void isBoundedInNumberAndFollowsWhatIsUsed() {
    int count = 100_000;
    List<WeakReference<Spec>> once = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      once.add(new WeakReference<>(cache.get(new Wanted("once " + i))));
    }

    Spec often = cache.get(new Wanted("often"));
    assertThat(cache.get(new Wanted("often"))).isSameAs(often);
    System.gc();
    assertThat(once.stream().filter(spec -> spec.get() != null).count())
        .isLessThanOrEqualTo(SpecCache.PLACES);
    Reference.reachabilityFence(cache);
  }

  @Test
  void longTextsAreNotRemembered() {
    String longest = "n".repeat(SpecCache.MAX_CHARACTERS);

    assertThat(cache.get(new Wanted(longest))).isSameAs(cache.get(new Wanted(longest)));
    assertThat(cache.get(new Wanted(longest + "n")))
        .isNotSameAs(cache.get(new Wanted(longest + "n")));
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
                    String name = "tool " + i % 500;
                    assertThat(cache.get(new Wanted(name)).name).isEqualTo(name);
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

  private static final class Spec {

    private final String name;

    Spec(String name) {
      this.name = name;
    }
  }

  private record Wanted(String name) implements SpecCache.Lookup<Spec> {

    @Override
    public int hash() {
      return name.hashCode();
    }

    @Override
    public boolean isFor(Spec spec) {
      return spec.name.equals(name);
    }

    @Override
    public int characters() {
      return name.length();
    }

    @Override
    public Spec makeSpec() {
      return new Spec(name);
    }
  }
}
