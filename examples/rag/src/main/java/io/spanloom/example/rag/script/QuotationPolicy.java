package io.spanloom.example.rag.script;

import io.spanloom.example.endpoint.ChatPolicy;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ChatRequest;
import io.spanloom.example.rag.script.Prompt.Given;
import io.spanloom.example.rag.search.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers with quotations: the statements that have most of the question's rarer words. */
final class QuotationPolicy implements ChatPolicy {

  private static final Map<String, Integer> LENGTHS = Map.of("fact", 1, "steps", 3);
  private static final int LENGTH = 3;

  /** Passages come best first: each one after the first counts a little less. */
  private static final double RANK_DISCOUNT = 0.05;

  /** A statement with less than this part of the best one's score does not belong to the answer. */
  private static final double FURTHER_STATEMENTS = 0.65;

  private static final double SMALLEST_SCORE = 0.2;

  /** What a word counts that only the headings above a statement have. */
  private static final double HEADING = 0.3;

  @Override
  public ChatReply reply(ChatRequest request) {
    Prompt prompt = Prompt.read(request);
    List<Quotation> all = quotations(prompt.passages());
    Map<String, Double> weights = weights(Terms.of(prompt.question()), all);
    List<Quotation> best =
        all.stream()
            .sorted(Comparator.comparingDouble((Quotation it) -> it.score(weights)).reversed())
            .limit(LENGTHS.getOrDefault(prompt.style(), LENGTH))
            .toList();
    if (best.isEmpty() || best.get(0).score(weights) < SMALLEST_SCORE) {
      return ChatReply.say(
          "No statement is close to the question.",
          "The passages that were found do not answer this question.");
    }
    double least = best.get(0).score(weights) * FURTHER_STATEMENTS;
    List<Quotation> chosen =
        best.stream()
            .filter(it -> it.score(weights) >= least)
            .sorted(Comparator.comparingInt(Quotation::place))
            .toList();
    return ChatReply.say(
        "Quote the statements closest to the question.", text(prompt.style(), chosen));
  }

  private static List<Quotation> quotations(List<Given> passages) {
    List<Quotation> all = new ArrayList<>();
    for (Given passage : passages) {
      for (String statement : Markdown.statements(passage.text())) {
        all.add(
            new Quotation(
                passage, statement, Terms.of(statement), Terms.of(passage.heading()), all.size()));
      }
    }
    return all;
  }

  private static String text(String style, List<Quotation> chosen) {
    if (!style.equals("steps")) {
      return chosen.stream().map(Quotation::cited).collect(Collectors.joining(" "));
    }
    String steps =
        IntStream.range(0, chosen.size())
            .mapToObj(i -> (i + 1) + ". " + chosen.get(i).cited())
            .collect(Collectors.joining("\n"));
    return chosen.stream()
        .flatMap(it -> Markdown.code(it.passage.text()).stream())
        .min(Comparator.comparingInt(String::length))
        .map(code -> steps + "\n\n```\n" + code + "\n```")
        .orElse(steps);
  }

  /** The weight of each word of the question: higher, the fewer statements have it; 1 in all. */
  private static Map<String, Double> weights(Set<String> question, List<Quotation> all) {
    Map<String, Double> weights = new HashMap<>();
    for (String term : question) {
      long having = all.stream().filter(it -> it.terms.contains(term)).count();
      weights.put(term, Math.log(1 + (all.size() + 1.0) / (having + 1)));
    }
    double sum = sum(weights.values());
    weights.replaceAll((term, weight) -> weight / sum);
    return weights;
  }

  private static double sum(Collection<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** A statement of a passage. */
  private record Quotation(
      Given passage, String statement, Set<String> terms, Set<String> heading, int place) {

    double score(Map<String, Double> weights) {
      double covered = 0;
      for (Map.Entry<String, Double> word : weights.entrySet()) {
        double here = heading.contains(word.getKey()) ? HEADING : 0;
        covered += word.getValue() * (terms.contains(word.getKey()) ? 1 : here);
      }
      return covered * (1 - RANK_DISCOUNT * (passage.number() - 1));
    }

    String cited() {
      String text = statement.replaceFirst("[.:;]$", "");
      return text + " [" + passage.number() + "].";
    }
  }
}
