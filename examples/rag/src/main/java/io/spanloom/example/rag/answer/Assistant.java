package io.spanloom.example.rag.answer;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Workflow;
import io.spanloom.example.rag.document.Passage;
import io.spanloom.example.rag.embed.Embedder;
import io.spanloom.example.rag.model.ChatModel;
import io.spanloom.example.rag.search.HybridSearch;
import io.spanloom.example.rag.search.Match;
import io.spanloom.example.rag.search.Query;
import io.spanloom.example.rag.search.Reranker;
import java.util.List;

/** Answers questions about the documents; safe for use by several threads. */
public final class Assistant {

  private static final int CANDIDATES = 15;
  private static final int PASSAGES = 5;

  private final Embedder embedder;
  private final HybridSearch search;
  private final Router router;
  private final Reranker reranker = new Reranker();
  private final Generator generator;
  private final Reviewer reviewer;

  /** An assistant with everything it needs. */
  public Assistant(
      Embedder embedder, HybridSearch search, Router router, ChatModel model, Reviewer reviewer) {
    this.embedder = embedder;
    this.search = search;
    this.router = router;
    this.generator = new Generator(model);
    this.reviewer = reviewer;
  }

  /**
   * Answers one question.
   *
   * @throws NoAnswerException when the model gives none
   */
  @Workflow(value = "answer_question", version = "1")
  @Attribute(key = "app.answer.in_scope", path = "inScope()")
  @Attribute(key = "app.answer.sources", path = "cited.size()")
  public Answer answer(String question) throws NoAnswerException {
    Query query = new Query(question, embedder.embed(List.of(question)).content().get(0));
    List<Match> found = search.search(query, CANDIDATES);
    Route route = router.route(query, found);
    if (route.style() == null) {
      return Answer.outOfScope(question, route);
    }
    List<Passage> best =
        reranker.rerank(query, found, PASSAGES).stream().map(Match::passage).toList();
    Context context = new Context(question, best);
    Citations.Checked checked =
        Citations.check(generator.generate(context, route.style()), context);
    Answer answer = new Answer(checked.text(), route, context, checked.known());
    reviewer.review(answer);
    return answer;
  }
}
