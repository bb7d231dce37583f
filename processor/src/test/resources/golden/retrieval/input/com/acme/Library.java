package com.acme;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.OpenInference;
import io.spanloom.annotations.Rerank;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Sensitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Finds and ranks documents of its own types. */
class Library {

  record Passage(String id, String text, Double score, @Sensitive String author, String source) {}

  record Scored(Passage passage, float relevance) {}

  record Page(List<Passage> passages, List<String> facets, long total) {}

  record Answer(Optional<Page> page) {}

  record Row(long key, Body body) {}

  record Body(String words, Map<String, Object> extra) {}

  static class Chunk {
    String getChunkId() {
      return "";
    }

    CharSequence getPageContent() {
      return "";
    }

    Map<String, Object> getMetadata() {
      return Map.of();
    }
  }

  @Retrieval(dataSource = "books")
  List<Passage> search(String query, int limit) {
    return List.of();
  }

  @Retrieval
  CompletableFuture<Page> page(String query, String language) {
    return CompletableFuture.completedFuture(new Page(List.of(), List.of(), 0));
  }

  @Retrieval
  Stream<Chunk> chunks(String text) {
    return Stream.of(new Chunk());
  }

  @Retrieval
  Map<Passage, Double> scores(String text) {
    return Map.of();
  }

  @Retrieval
  @Attribute(key = OpenInference.RETRIEVAL_DOCUMENTS, path = "page.passages")
  Answer answer(String text) {
    return new Answer(Optional.empty());
  }

  @Retrieval
  @Attribute(key = OpenInference.DOCUMENT_ID, path = "key")
  @Attribute(key = OpenInference.DOCUMENT_CONTENT, path = "body.words")
  @Attribute(key = OpenInference.DOCUMENT_METADATA, path = "body.extra")
  Row[] rows(String text) {
    return new Row[0];
  }

  @Retrieval
  List<String> texts(String text) {
    return List.of(text);
  }

  @Rerank(model = "cross-encoder")
  List<Scored> rank(String query, List<Passage> passages, List<String> rules) {
    return List.of();
  }

  @Rerank
  Passage[] sort(String query, Page page) {
    return new Passage[0];
  }
}
