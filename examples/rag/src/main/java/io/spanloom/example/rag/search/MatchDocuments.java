package io.spanloom.example.rag.search;

import io.spanloom.example.rag.document.Passage;
import io.spanloom.retrieval.Document;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.List;
import java.util.Map;

/** Tells Spanloom what a match is, so that it is on the spans of searches and rerankings. */
public final class MatchDocuments implements DocumentAdapter<Match> {

  @Override
  public Class<Match> type() {
    return Match.class;
  }

  @Override
  public List<Document> documents(Match match) {
    Passage passage = match.passage();
    return List.of(
        new Document(
            passage.id(),
            passage.text(),
            match.score(),
            Map.of("source", passage.source(), "heading", passage.heading())));
  }
}
