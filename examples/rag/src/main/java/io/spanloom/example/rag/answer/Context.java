package io.spanloom.example.rag.answer;

import io.spanloom.example.rag.document.Passage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the model may use for its answer.
 *
 * @param passages numbered from 1, as answers cite them
 */
public record Context(String question, List<Passage> passages) {

  /** Copies the list. */
  public Context {
    passages = List.copyOf(passages);
  }

  /** The passages as the model reads them. */
  public String text() {
    return IntStream.range(0, passages.size())
        .mapToObj(i -> passage(i + 1, passages.get(i)))
        .collect(Collectors.joining("\n"));
  }

  /** How many characters the model has to read. */
  int length() {
    return text().length();
  }

  private static String passage(int number, Passage passage) {
    return """
        <passage number="%d" source="%s" heading="%s">
        %s
        </passage>
        """
        .formatted(number, passage.source(), passage.heading().replace('"', '\''), passage.text());
  }
}
