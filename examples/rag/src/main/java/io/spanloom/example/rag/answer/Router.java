package io.spanloom.example.rag.answer;

import dev.langchain4j.data.embedding.Embedding;
import io.spanloom.Spans;
import io.spanloom.annotations.Task;
import io.spanloom.example.rag.embed.Embedder;
import io.spanloom.example.rag.search.Match;
import io.spanloom.example.rag.search.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the way a question takes: whether the documents can answer it, by how close the closest
 * passage is, and in which style, by the example question that is closest. Both decisions are on
 * the trace.
 */
public final class Router {

  /** Measured: questions about these documents reach 0.29 to 0.81, others 0.09 to 0.21. */
  private static final double SCOPE_COSINE = 0.25;

  /** How far from the limit a decision on scope is rather sure: there, confidence is 0.73. */
  private static final double SCOPE_WIDTH = 0.05;

  /** How far apart two styles are when the closer one is rather sure. */
  private static final double STYLE_WIDTH = 0.1;

  /** Questions that want a style, whatever they are about. */
  private static final Map<AnswerStyle, List<String>> EXAMPLES =
      Map.of(
          AnswerStyle.STEPS,
          List.of(
              "How do I install it?",
              "How do I use it in my project?",
              "How can I switch this on?",
              "How do I configure the exporter?",
              "What do I have to do to see my traces?"),
          AnswerStyle.FACT,
          List.of(
              "Which environment variable sets the limit?",
              "What is the default value?",
              "Which attribute holds the cost?",
              "What is the command called?",
              "What does this name mean?"),
          AnswerStyle.EXPLANATION,
          List.of(
              "Why was it designed this way?",
              "What happens when a call fails?",
              "How does it decide between the two?",
              "How does this work?",
              "What is the difference between them?"));

  private final List<Example> examples;

  private Router(List<Example> examples) {
    this.examples = examples;
  }

  /** Embeds the example questions, once. */
  public static Router create(Embedder embedder) {
    List<String> questions = EXAMPLES.values().stream().flatMap(List::stream).toList();
    Iterator<Embedding> embeddings = embedder.embed(questions).content().iterator();
    List<Example> examples = new ArrayList<>();
    EXAMPLES.forEach(
        (style, its) ->
            its.forEach(question -> examples.add(new Example(style, question, embeddings.next()))));
    return new Router(examples);
  }

  /** Decides by what the search found. */
  @Task("route")
  Route route(Query query, List<Match> found) {
    Route outOfScope = outOfScope(query, found);
    return outOfScope != null ? outOfScope : style(query);
  }

  private static @Nullable Route outOfScope(Query query, List<Match> found) {
    Match closest = closest(query, found);
    double cosine = closest == null ? 0 : query.cosine(closest);
    double inScope = 1 / (1 + Math.exp((SCOPE_COSINE - cosine) / SCOPE_WIDTH));
    boolean is = cosine >= SCOPE_COSINE;
    double confidence = is ? inScope : 1 - inScope;
    Spans.current()
        .decision(
            "scope",
            is ? "in scope" : "out of scope",
            confidence,
            String.format(
                Locale.ROOT,
                "the closest passage, %s, has cosine %.2f; the limit is %.2f",
                closest == null ? "none" : closest.passage().id(),
                cosine,
                SCOPE_COSINE));
    return is ? null : new Route(null, confidence);
  }

  private static @Nullable Match closest(Query query, List<Match> found) {
    return found.stream().max(Comparator.comparingDouble(query::cosine)).orElse(null);
  }

  private Route style(Query query) {
    Map<AnswerStyle, Candidate> candidates = new EnumMap<>(AnswerStyle.class);
    for (Example example : examples) {
      Candidate candidate = new Candidate(example, query.cosine(example.embedding));
      candidates.merge(example.style, candidate, (a, b) -> a.cosine >= b.cosine ? a : b);
    }
    Candidate best =
        candidates.values().stream()
            .max(Comparator.comparingDouble(Candidate::cosine))
            .orElseThrow();
    double all =
        candidates.values().stream()
            .mapToDouble(it -> Math.exp((it.cosine - best.cosine) / STYLE_WIDTH))
            .sum();
    Spans.current()
        .decision(
            "style",
            best.example.style.label(),
            1 / all,
            String.format(
                Locale.ROOT, "closest to \"%s\", cosine %.2f", best.example.question, best.cosine));
    return new Route(best.example.style, 1 / all);
  }

  /** A question that wants a style. */
  private record Example(AnswerStyle style, String question, Embedding embedding) {}

  /** The example that speaks most for its style. */
  private record Candidate(Example example, double cosine) {}
}
