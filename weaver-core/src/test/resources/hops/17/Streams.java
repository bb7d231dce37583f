package hops;

import io.spanloom.annotations.Workflow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Parallel streams, whose functions run in the common pool as well as here. */
final class Streams {

  private static final int MANY = 64;

  private static List<Integer> numbers() {
    return IntStream.range(0, MANY).boxed().toList();
  }

  @Workflow
  static int mapping() {
    Pools.check(numbers().parallelStream().map(Work::call).toList().get(3).equals("done 3"));
    return MANY;
  }

  @Workflow
  static int manyFunctions() {
    numbers().parallelStream().filter(it -> Work.call(it) != null).sorted().peek(Work::call).forEach(it -> Work.call(it));
    return 3 * MANY;
  }

  @Workflow
  static int madeParallel() {
    numbers().stream().parallel().flatMap(it -> Stream.of(Work.call(it))).count();
    Pools.check(numbers().stream().parallel().reduce(0, (sum, it) -> sum + Work.call(it).length(), Integer::sum) > MANY);
    return 2 * MANY;
  }

  @Workflow
  static int collecting() {
    numbers().parallelStream().collect(Collectors.mapping(Work::call, Collectors.toSet()));
    return MANY;
  }

  @Workflow
  static int primitives() {
    IntStream.range(0, MANY).parallel().mapToObj(it -> Work.call(it)).toList();
    IntStream.range(0, MANY).parallel().map(it -> Work.call(it).length()).sum();
    LongStream.range(0, MANY).parallel().forEach(it -> Work.call(it));
    numbers().parallelStream().mapToDouble(it -> Work.call(it).length()).map(it -> it + Work.call(it).length()).sum();
    return 5 * MANY;
  }

  @Workflow
  static int sequential() {
    numbers().stream().map(Work::call).toList();
    return MANY;
  }
}
