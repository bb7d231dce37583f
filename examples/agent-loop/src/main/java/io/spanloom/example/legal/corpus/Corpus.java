package io.spanloom.example.legal.corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bundled law of Meridian, a jurisdiction that does not exist. */
record Corpus(List<Case> cases, List<Statute> statutes) {

  record Case(
      @JsonProperty(required = true) String citation,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) int year,
      @JsonProperty(required = true) String topic,
      @JsonProperty(required = true) String facts,
      @JsonProperty(required = true) String holding,
      @Nullable String overruledBy) {}

  record Statute(
      @JsonProperty(required = true) String citation,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String topic,
      @JsonProperty(required = true) String text) {}

  static Corpus bundled() throws IOException {
    try (InputStream resource =
        Objects.requireNonNull(Corpus.class.getResourceAsStream("corpus.json"), "corpus.json")) {
      return new ObjectMapper().readValue(resource, Corpus.class);
    }
  }
}
