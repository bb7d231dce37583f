package io.spanloom.example.legal.script;

import io.spanloom.example.endpoint.ChatPolicy;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ChatRequest;
import io.spanloom.example.legal.corpus.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Summarizes by choosing: of the authorities listed in the prompt, those that share the most words
 * with the question, each followed by its citation.
 */
final class SummaryPolicy implements ChatPolicy {

  private static final int MOST_SENTENCES = 3;
  private static final Pattern QUESTION = Pattern.compile("Question: (.*)");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "^- .*, (?<citation>\\d+ Mer\\. (?:App\\. )?\\d+|Mer\\. Code § [\\d-]+): (?<text>.*?)\\.?\\s*$",
          Pattern.MULTILINE);

  @Override
  public ChatReply reply(ChatRequest request) {
    String prompt = request.lastUserText();
    Matcher question = QUESTION.matcher(prompt);
    List<String> words = Terms.of(question.find() ? question.group(1) : prompt);
    String summary =
        AUTHORITY
            .matcher(prompt)
            .results()
            .map(match -> new Sentence(match.group(2), match.group(1)))
            .sorted(Comparator.comparingLong((Sentence it) -> it.overlap(words)).reversed())
            .limit(MOST_SENTENCES)
            .map(it -> it.text + " (" + it.citation + ").")
            .collect(Collectors.joining(" "));
    return ChatReply.say(
        "Choose the sentences closest to the question.",
        summary.isEmpty() ? "No authority was given." : summary);
  }

  /** One authority's sentence. */
  private record Sentence(String text, String citation) {

    long overlap(List<String> terms) {
      return Terms.of(text).stream().filter(terms::contains).count();
    }
  }
}
