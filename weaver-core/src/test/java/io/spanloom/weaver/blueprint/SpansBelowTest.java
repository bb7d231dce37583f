package io.spanloom.weaver.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.blueprint.CallGraph.Vertex;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One pass over all methods finds what a walk from each span finds. */
class SpansBelowTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "3,1", "4,1", "5,2", "6,2", "7,3", "8,5"})
  void equalsWalksFromEachSpan(long seed, int callsPerMethod) throws Exception {
    new RandomModule(directory, 40, 4, callsPerMethod, seed).write();
    CodeBase code = CodeBase.read(new BlueprintRequest("random", directory, Map.of()));
    Descriptors descriptors = new Descriptors();
    Types types = new Types(code, descriptors);
    Set<MethodKey> traced = TracedMethods.of(code, types).keySet();
    CallGraph calls = CallGraph.of(code, types, descriptors, traced);
    MethodKey announcing = new MethodKey("large/C1", "m1()V");
    SpansBelow below = new SpansBelow(calls, Set.of(announcing));
    ReachableCalls reach = new ReachableCalls(Vertex::callees, 1);
    Set<Vertex> passed = new HashSet<>();

    for (MethodKey span : traced) {
      Set<Vertex> passedFromHere = new HashSet<>();
      Set<MethodKey> walked = reach.again().from(calls.vertex(span), passedFromHere::add);
      passed.addAll(passedFromHere);

      assertThat(below.of(span).spans())
          .as("below %s", span)
          .containsExactlyInAnyOrderElementsOf(walked);
      assertThat(below.of(span).announces())
          .isEqualTo(passedFromHere.contains(calls.vertex(announcing)));
    }

    assertThat(List.copyOf(traced)).isNotEmpty();
    assertThat(below.passed()).isEqualTo(passed);
  }
}
