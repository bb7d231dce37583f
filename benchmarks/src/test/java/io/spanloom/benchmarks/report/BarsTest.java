package io.spanloom.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.benchmarks.Benchmarks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarsTest {

  /** A bar for a benchmark that does not exist would be left out of the table without a word. */
  @Test
  void areOfBenchmarksThatExist() {
    List<String> benchmarks =
        Benchmarks.names().stream()
            .map(name -> name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1))
            .toList();

    assertThat(
            Stream.of(Bars.all(), Bars.peers())
                .flatMap(List::stream)
                .flatMap(bar -> Stream.concat(Stream.of(bar.subject()), bar.references().stream())))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(benchmarks).contains(name));
  }
}
