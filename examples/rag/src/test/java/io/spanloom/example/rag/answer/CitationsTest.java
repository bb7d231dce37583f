package io.spanloom.example.rag.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.rag.document.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationsTest {

  private static final Passage PASSAGE = new Passage("a#1", "a.md", "A", "text");
  private static final Context CONTEXT = new Context("Why?", List.of(PASSAGE, PASSAGE));

  @Test
  void letsThroughWhatThePassagesHave() {
    Citations.Checked checked = Citations.check("One [2]. Two [1]. Again [2].", CONTEXT);

    assertThat(checked.text()).isEqualTo("One [2]. Two [1]. Again [2].");
    assertThat(checked.known()).containsExactly(1, 2);
    assertThat(checked.unknown()).isEmpty();
  }

  @Test
  void takesOutWhatIsNotThere() {
    Citations.Checked checked = Citations.check("One [1]. Two [3]. Three [0]. $1 [1].", CONTEXT);

    assertThat(checked.text()).isEqualTo("One [1]. Two. Three. $1 [1].");
    assertThat(checked.known()).containsExactly(1);
    assertThat(checked.unknown()).containsExactly(0, 3);
  }

  @Test
  void leavesOtherBracketsAlone() {
    assertThat(Citations.check("An int[] of [N] and [12345].", CONTEXT).text())
        .isEqualTo("An int[] of [N] and [12345].");
  }
}
