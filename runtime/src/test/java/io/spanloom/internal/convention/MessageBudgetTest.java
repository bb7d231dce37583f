package io.spanloom.internal.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.content.ContentMode;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.ContentSettings;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBudgetTest {

  private static final int STRUCTURE = 64;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void textsHaveAllTheRoomThereIsAndLongOnesAreCutAlike(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<Integer> lengths =
          random.ints(random.nextInt(40), 0, 1 + random.nextInt(400)).boxed().toList();
      int room = random.nextInt(5_000);

      int limit = limit(lengths, room);
      assertThat(fitted(lengths, room))
          .isEqualTo(lengths.stream().map(length -> Math.min(length, limit)).toList());
    }
  }

  private static List<Integer> fitted(List<Integer> lengths, int room) {
    ContentPolicy content =
        ContentSettings.of(ContentMode.SPAN_ONLY).withMaxLength(room + STRUCTURE + 2).onSpans();
    MessageBudget budget = new MessageBudget(content);
    budget.structure();
    budget.kept("id");
    budget.kept(null);
    lengths.forEach(length -> budget.text("x".repeat(length)));
    return lengths.stream().map(length -> length(budget.fitted("x".repeat(length)))).toList();
  }

  private static int length(Object text) {
    return text.toString().length();
  }

  /** The most that each may have so that all fit, found by trying. */
  private static int limit(List<Integer> lengths, int room) {
    int limit = 0;
    while (limit < 400 && fits(lengths, limit + 1, room)) {
      limit++;
    }
    return limit;
  }

  private static boolean fits(List<Integer> lengths, int limit, int room) {
    return lengths.stream().mapToInt(length -> Math.min(length, limit)).sum() <= room;
  }
}
