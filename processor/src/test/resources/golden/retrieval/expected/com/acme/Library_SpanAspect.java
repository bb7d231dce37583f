package com.acme;

import io.spanloom.internal.advice.Documents;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.documents.DocumentFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Library}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Library in Library.java")
final class Library_SpanAspect {
  /** {@code Library.answer(String)} */
  private static final SpanSpec ANSWER =
      SpanSpec.retrieval("answer")
          .method("com.acme.Library", "answer")
          .query("text")
          .sensitiveResult()
          .build();

  private static final String ANSWER_EXECUTION =
      "execution(com.acme.Library.Answer com.acme.Library.answer(java.lang.String))"
          + " && within(com.acme.Library)";

  /** {@code Library.chunks(String)} */
  private static final SpanSpec CHUNKS =
      SpanSpec.retrieval("chunks")
          .method("com.acme.Library", "chunks")
          .query("text")
          .keepsAttributes()
          .build();

  private static final String CHUNKS_EXECUTION =
      "execution(java.util.stream.Stream com.acme.Library.chunks(java.lang.String))"
          + " && within(com.acme.Library)";

  /** {@code Library.page(String, String)} */
  private static final SpanSpec PAGE =
      SpanSpec.retrieval("page")
          .method("com.acme.Library", "page")
          .query("query")
          .sensitiveResult()
          .build();

  private static final String PAGE_EXECUTION =
      "execution(java.util.concurrent.CompletableFuture"
          + " com.acme.Library.page(java.lang.String, java.lang.String))"
          + " && within(com.acme.Library)";

  /** {@code Library.rank(String, List, List)} */
  private static final SpanSpec RANK =
      SpanSpec.rerank("rank")
          .method("com.acme.Library", "rank")
          .model("cross-encoder")
          .sensitiveInput()
          .query("query")
          .sensitiveResult()
          .build();

  private static final String RANK_EXECUTION =
      "execution(java.util.List"
          + " com.acme.Library.rank(java.lang.String, java.util.List, java.util.List))"
          + " && within(com.acme.Library)";

  /** {@code Library.rows(String)} */
  private static final SpanSpec ROWS =
      SpanSpec.retrieval("rows")
          .method("com.acme.Library", "rows")
          .query("text")
          .build();

  private static final String ROWS_EXECUTION =
      "execution(com.acme.Library.Row[] com.acme.Library.rows(java.lang.String))"
          + " && within(com.acme.Library)";

  /** {@code Library.scores(String)} */
  private static final SpanSpec SCORES =
      SpanSpec.retrieval("scores")
          .method("com.acme.Library", "scores")
          .query("text")
          .sensitiveResult()
          .build();

  private static final String SCORES_EXECUTION =
      "execution(java.util.Map com.acme.Library.scores(java.lang.String))"
          + " && within(com.acme.Library)";

  /** {@code Library.search(String, int)} */
  private static final SpanSpec SEARCH =
      SpanSpec.retrieval("search")
          .method("com.acme.Library", "search")
          .dataSource("books")
          .query("query")
          .sensitiveResult()
          .build();

  private static final String SEARCH_EXECUTION =
      "execution(java.util.List com.acme.Library.search(java.lang.String, int))"
          + " && within(com.acme.Library)";

  /** {@code Library.sort(String, Page)} */
  private static final SpanSpec SORT =
      SpanSpec.rerank("sort")
          .method("com.acme.Library", "sort")
          .sensitiveInput()
          .query("query")
          .sensitiveResult()
          .build();

  private static final String SORT_EXECUTION =
      "execution(com.acme.Library.Passage[]"
          + " com.acme.Library.sort(java.lang.String, com.acme.Library.Page))"
          + " && within(com.acme.Library)";

  /** {@code Library.texts(String)} */
  private static final SpanSpec TEXTS =
      SpanSpec.retrieval("texts")
          .method("com.acme.Library", "texts")
          .query("text")
          .build();

  private static final String TEXTS_EXECUTION =
      "execution(java.util.List com.acme.Library.texts(java.lang.String))"
          + " && within(com.acme.Library)";

  @AfterThrowing(pointcut = ANSWER_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void answerFailed(Throwable thrown) {
    Frame.failed(ANSWER, thrown);
  }

  @AfterReturning(pointcut = ANSWER_EXECUTION, returning = "result", argNames = "result")
  public void answerReturned(Library.Answer result) {
    Frame.returned(ANSWER, result, Library_SpanAspect::captureAnswerResult);
  }

  private static void captureAnswerResult(Frame frame, Library.Answer result) {
    Optional<Library.Page> page = result.page();
    if (page != null && page.isPresent()) {
      Documents.found(frame, page.get().passages(), Library_SpanAspect::readPassageDocument);
    }
  }

  @Before(value = ANSWER_EXECUTION + " && args(text)", argNames = "text")
  public void beforeAnswer(String text) {
    Frame frame = Frame.enter(ANSWER);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = CHUNKS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void chunksFailed(Throwable thrown) {
    Frame.failed(CHUNKS, thrown);
  }

  @Before(value = CHUNKS_EXECUTION + " && args(text)", argNames = "text")
  public void beforeChunks(String text) {
    Frame frame = Frame.enter(CHUNKS);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @Around(CHUNKS_EXECUTION)
  public Object aroundChunks(ProceedingJoinPoint call) throws Throwable {
    return streamChunks(call.proceed());
  }

  private static Object streamChunks(Object result) {
    return Frame.streamed(CHUNKS, Stream.class, result, Library_SpanAspect::captureChunksResult);
  }

  private static void captureChunksResult(Frame frame, Library.Chunk result) {
    Documents.found(frame, result, Library_SpanAspect::readChunkDocument);
  }

  @AfterThrowing(pointcut = PAGE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void pageFailed(Throwable thrown) {
    Frame.failed(PAGE, thrown);
  }

  @AfterReturning(pointcut = PAGE_EXECUTION, returning = "result", argNames = "result")
  public void pageReturned(CompletableFuture<Library.Page> result) {
    Frame.returnedStage(PAGE, result, Library_SpanAspect::capturePageResult);
  }

  private static void capturePageResult(Frame frame, Library.Page result) {
    Documents.found(frame, result.passages(), Library_SpanAspect::readPassageDocument);
  }

  @Before(value = PAGE_EXECUTION + " && args(query, language)", argNames = "query,language")
  public void beforePage(String query, String language) {
    Frame frame = Frame.enter(PAGE);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("query", query);
        frame.input("language", language);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = RANK_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void rankFailed(Throwable thrown) {
    Frame.failed(RANK, thrown);
  }

  @AfterReturning(pointcut = RANK_EXECUTION, returning = "result", argNames = "result")
  public void rankReturned(List<Library.Scored> result) {
    Frame.returned(RANK, result, Library_SpanAspect::captureRankResult);
  }

  private static void captureRankResult(Frame frame, List<Library.Scored> result) {
    Documents.found(frame, result, Library_SpanAspect::readScoredDocument);
  }

  @Before(
      value = RANK_EXECUTION + " && args(query, passages, rules)",
      argNames = "query,passages,rules")
  public void beforeRank(String query, List<Library.Passage> passages, List<String> rules) {
    Frame frame = Frame.enter(RANK);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("query", query);
        frame.input("rules", rules);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
    try {
      if (frame.wantsDocuments()) {
        Documents.given(frame, passages, Library_SpanAspect::readPassageDocument);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
  }

  @AfterThrowing(pointcut = ROWS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void rowsFailed(Throwable thrown) {
    Frame.failed(ROWS, thrown);
  }

  @AfterReturning(pointcut = ROWS_EXECUTION, returning = "result", argNames = "result")
  public void rowsReturned(Library.Row[] result) {
    Frame.returned(ROWS, result, Library_SpanAspect::captureRowsResult);
  }

  private static void captureRowsResult(Frame frame, Library.Row[] result) {
    Documents.foundAs(frame, result, Library_SpanAspect::readRowDocument);
  }

  @Before(value = ROWS_EXECUTION + " && args(text)", argNames = "text")
  public void beforeRows(String text) {
    Frame frame = Frame.enter(ROWS);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = SCORES_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void scoresFailed(Throwable thrown) {
    Frame.failed(SCORES, thrown);
  }

  @AfterReturning(pointcut = SCORES_EXECUTION, returning = "result", argNames = "result")
  public void scoresReturned(Map<Library.Passage, Double> result) {
    Frame.returned(SCORES, result, Library_SpanAspect::captureScoresResult);
  }

  private static void captureScoresResult(Frame frame, Map<Library.Passage, Double> result) {
    Documents.found(frame, result, Library_SpanAspect::readPassageDocument);
  }

  @Before(value = SCORES_EXECUTION + " && args(text)", argNames = "text")
  public void beforeScores(String text) {
    Frame frame = Frame.enter(SCORES);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = SEARCH_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void searchFailed(Throwable thrown) {
    Frame.failed(SEARCH, thrown);
  }

  @AfterReturning(pointcut = SEARCH_EXECUTION, returning = "result", argNames = "result")
  public void searchReturned(List<Library.Passage> result) {
    Frame.returned(SEARCH, result, Library_SpanAspect::captureSearchResult);
  }

  private static void captureSearchResult(Frame frame, List<Library.Passage> result) {
    Documents.found(frame, result, Library_SpanAspect::readPassageDocument);
  }

  @Before(value = SEARCH_EXECUTION + " && args(query, limit)", argNames = "query,limit")
  public void beforeSearch(String query, int limit) {
    Frame frame = Frame.enter(SEARCH);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("query", query);
        frame.input("limit", limit);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = SORT_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void sortFailed(Throwable thrown) {
    Frame.failed(SORT, thrown);
  }

  @AfterReturning(pointcut = SORT_EXECUTION, returning = "result", argNames = "result")
  public void sortReturned(Library.Passage[] result) {
    Frame.returned(SORT, result, Library_SpanAspect::captureSortResult);
  }

  private static void captureSortResult(Frame frame, Library.Passage[] result) {
    Documents.found(frame, result, Library_SpanAspect::readPassageDocument);
  }

  @Before(value = SORT_EXECUTION + " && args(query, page)", argNames = "query,page")
  public void beforeSort(String query, Library.Page page) {
    Frame frame = Frame.enter(SORT);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("query", query);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
    try {
      if (frame.wantsDocuments()) {
        captureSortPageDocuments(frame, page);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
  }

  private static void captureSortPageDocuments(Frame frame, Library.Page page) {
    if (page != null) {
      Documents.given(frame, page.passages(), Library_SpanAspect::readPassageDocument);
    }
  }

  @AfterThrowing(pointcut = TEXTS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void textsFailed(Throwable thrown) {
    Frame.failed(TEXTS, thrown);
  }

  @AfterReturning(pointcut = TEXTS_EXECUTION, returning = "result", argNames = "result")
  public void textsReturned(List<String> result) {
    Frame.returned(TEXTS, result);
  }

  @Before(value = TEXTS_EXECUTION + " && args(text)", argNames = "text")
  public void beforeTexts(String text) {
    Frame frame = Frame.enter(TEXTS);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static void readPassageDocument(DocumentFields document, Library.Passage found) {
    document.id(found.id());
    document.content(found.text());
    document.score(found.score());
    document.detail("source", found.source());
  }

  private static void readChunkDocument(DocumentFields document, Library.Chunk found) {
    document.id(found.getChunkId());
    CharSequence pageContent = found.getPageContent();
    if (pageContent != null) {
      document.content(pageContent.toString());
    }
    document.metadata(found.getMetadata());
  }

  private static void readScoredDocument(DocumentFields document, Library.Scored found) {
    document.score(found.relevance());
    Library.Passage passage = found.passage();
    if (passage != null) {
      document.id(passage.id());
      document.content(passage.text());
      document.detail("source", passage.source());
    }
  }

  private static void readRowDocument(DocumentFields document, Library.Row found) {
    document.id(String.valueOf(found.key()));
    Library.Body body = found.body();
    if (body != null) {
      document.content(body.words());
      document.metadata(body.extra());
    }
  }
}
