package io.spanloom.langchain4j;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.spanloom.Spans;
import java.util.List;

/** A retriever with a span around each search. */
record TracedContentRetriever(String dataSource, ContentRetriever retriever)
    implements ContentRetriever {

  @Override
  public List<Content> retrieve(Query query) {
    return Spans.retrieval(dataSource)
        .input(query == null ? null : query.text())
        .call(() -> retriever.retrieve(query));
  }
}
