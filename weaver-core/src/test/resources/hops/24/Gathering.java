package hops;

import io.spanloom.annotations.Workflow;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/** Gatherers that run on other threads. */
final class Gathering {

  @Workflow
  static int mapConcurrent() {
    List<String> done = IntStream.range(0, 8).boxed().gather(Gatherers.mapConcurrent(4, Work::call)).toList();
    Pools.check(done.get(3).equals("done 3"));
    return 8;
  }
}
