package io.spanloom.internal.toolcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedArgumentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "7",
        "[1,2,3]",
        "{}",
        "{\"query\":\"the engine\",\"limit\":4}",
        "{\"a\":{\"b\":{\"c\":1},\"d\":2},\"e\":[{\"f\":3}]}",
        "{\"cut\":\"off"
      })
  void takeNoLessThanTheirDigests(String json) {
    AnnouncedArguments arguments = announced(json);

    assertThat(arguments.size()).isGreaterThanOrEqualTo(arguments.digests().size());
  }

  @Test
  void takeAsMuchAfterTheyAreReadAsBefore() {
    AnnouncedArguments arguments = announced("{\"query\":\"the engine\",\"limit\":4}");
    int before = arguments.size();

    arguments.digests();

    assertThat(arguments.size()).isEqualTo(before);
  }

  @Test
  void areTheSameIfTheyMeanTheSame() {
    AnnouncedArguments arguments = announced("{\"query\":\"the engine\",\"limit\":4}");

    assertThat(arguments.isSame(announced("{\"query\":\"the engine\",\"limit\":4}"))).isTrue();
    assertThat(arguments.isSame(announced("{\"limit\":4.0, \"query\":\"the engine\"}"))).isTrue();
    assertThat(arguments.isSame(announced("{\"query\":\"the engine\",\"limit\":5}"))).isFalse();
  }

  @Test
  void areReadAtOnceIfTheyAreLong() {
    AnnouncedArguments arguments = announced("{\"text\":\"" + "x".repeat(30_000) + "\"}");

    assertThat(arguments.size()).isLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 200})
  void areNotKnownIfTheyAreTooDeep(int depth) {
    String array = "[".repeat(depth) + "]".repeat(depth);
    String inText = "\"{\\\"value\\\":" + "\\u005b".repeat(depth) + "]".repeat(depth) + "}\"";

    assertThat(AnnouncedArguments.of("{\"value\":" + array + "}")).isNull();
    assertThat(AnnouncedArguments.of(inText)).isNull();
  }

  private static AnnouncedArguments announced(String json) {
    return Objects.requireNonNull(AnnouncedArguments.of(json));
  }
}
