package io.spanloom.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recall and precision over the texts in {@code redaction/}: what identifies or opens is hidden,
 * and what only looks like it stays.
 */
class RedactionCorpusTest {

  private static final List<String> HIDDEN =
      List.of(
          "account",
          "card",
          "email",
          "key",
          "number",
          "password",
          "phone",
          "token",
          "url",
          "second");
  private static final List<String> LEFT = List.of("code", "number", "second");

  private static final double RECALL = 0.97;
  private static final double PRECISION = 0.98;

  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account",
        "card",
        "email",
        "key",
        "number",
        "password",
        "phone",
        "token",
        "url",
        "second"
      })
  void hidesNearlyAllOfEachKind(String kind) {
    Count count = hidden(kind);

    assertThat(count.share()).as("%s", count.wrong).isGreaterThanOrEqualTo(RECALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "number", "second"})
  void leavesNearlyAllThatOnlyLooksLikeIt(String kind) {
    Count count = left(kind);

    assertThat(count.share()).as("%s", count.wrong).isGreaterThanOrEqualTo(PRECISION);
  }

  @Test
  void whatIsHiddenIsSecretNearlyAlways() {
    int right = HIDDEN.stream().map(this::hidden).mapToInt(count -> count.right).sum();
    int wrong = LEFT.stream().map(this::left).mapToInt(count -> count.wrong.size()).sum();

    assertThat((double) right / (right + wrong)).isGreaterThanOrEqualTo(PRECISION);
  }

  private Count hidden(String kind) {
    Count count = new Count();
    for (String line : lines("hidden/" + kind)) {
      String shown = redactor.redact(line.replaceAll("[⟦⟧]", ""));
      // What is hidden has a name in brackets, which may spell the secret's letters.
      String rest = shown.replaceAll("\\[[A-Z_]+]", "…");
      for (String secret : secrets(line)) {
        count.add(shown.contains("[") && !rest.contains(secret), line + " -> " + shown);
      }
    }
    return count;
  }

  private Count left(String kind) {
    Count count = new Count();
    for (String line : lines("left/" + kind)) {
      String shown = redactor.redact(line);
      count.add(shown.equals(line), line + " -> " + shown);
    }
    return count;
  }

  private static List<String> secrets(String line) {
    List<String> secrets = new ArrayList<>();
    for (int start = line.indexOf('⟦'); start >= 0; start = line.indexOf('⟦', start + 1)) {
      secrets.add(line.substring(start + 1, line.indexOf('⟧', start)));
    }
    return secrets;
  }

  private static List<String> lines(String file) {
    try (InputStream in =
        RedactionCorpusTest.class.getResourceAsStream("/redaction/" + file + ".txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(RedactionCorpusTest::unescaped).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Line breaks and blanks that an editor does not show are written by their numbers. */
  private static String unescaped(String line) {
    String text = line.replace("\\n", "\n");
    for (int hidden : new int[] {0xA0, 0x202F, 0x2007, 0x2011, 0x2012}) {
      text = text.replace(String.format("\\u%04x", hidden), Character.toString(hidden));
    }
    return text;
  }

  private static final class Count {

    private final List<String> wrong = new ArrayList<>();
    private int right;

    void add(boolean isRight, String text) {
      if (isRight) {
        right++;
      } else {
        wrong.add(text);
      }
    }

    double share() {
      return (double) right / (right + wrong.size());
    }
  }
}
