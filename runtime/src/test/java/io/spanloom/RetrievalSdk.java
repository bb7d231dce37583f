package io.spanloom;

import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.EmbeddingResponse;
import io.spanloom.llm.TokenUsage;
import io.spanloom.retrieval.Document;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.List;
import java.util.Map;

/** A small embedding and search SDK of the tests' own, with its adapters. */
public final class RetrievalSdk {

  private RetrievalSdk() {}

  public record EmbedRequest(String model, List<String> texts) {}

  public record EmbedResponse(String model, Long tokens, List<float[]> vectors) {}

  public record Match(String id, String text, double score, Map<String, Object> metadata) {

    public static Match of(String id, double score) {
      return new Match(id, "SECRET text of " + id, score, Map.of());
    }
  }

  public record MatchPage(List<Match> matches, String cursor) {}

  /** Found as a service. */
  public static final class Embedder implements EmbeddingAdapter<EmbedRequest, EmbedResponse> {

    @Override
    public Class<EmbedRequest> requestType() {
      return EmbedRequest.class;
    }

    @Override
    public Class<EmbedResponse> responseType() {
      return EmbedResponse.class;
    }

    @Override
    public EmbeddingRequest request(EmbedRequest request) {
      return new EmbeddingRequest() {
        @Override
        public String provider() {
          return "openai";
        }

        @Override
        public String model() {
          return request.model();
        }

        @Override
        public String serverAddress() {
          return "api.example.com";
        }

        @Override
        public Long serverPort() {
          return 8443L;
        }

        @Override
        public List<String> encodingFormats() {
          return List.of("float");
        }

        @Override
        public List<String> texts() {
          return request.texts();
        }
      };
    }

    @Override
    public EmbeddingResponse response(EmbedResponse response) {
      return new EmbeddingResponse() {
        @Override
        public String model() {
          return response.model();
        }

        @Override
        public TokenUsage usage() {
          return new TokenUsage(response.tokens(), null, null, null, null);
        }

        @Override
        public Long dimensions() {
          return (long) response.vectors().get(0).length;
        }

        @Override
        public List<float[]> vectors() {
          return response.vectors();
        }
      };
    }

    @Override
    public String errorType(Throwable failure) {
      return "rate_limit_exceeded";
    }
  }

  /** Found as a service: one document for each match. */
  public static final class Matches implements DocumentAdapter<Match> {

    @Override
    public Class<Match> type() {
      return Match.class;
    }

    @Override
    public List<Document> documents(Match match) {
      if (match.id().equals("breaks-adapter")) {
        throw new IllegalStateException("the adapter is broken");
      }
      return List.of(new Document(match.id(), match.text(), match.score(), match.metadata()));
    }
  }

  /** Found as a service: a whole result. */
  public static final class Page implements DocumentAdapter<MatchPage> {

    @Override
    public Class<MatchPage> type() {
      return MatchPage.class;
    }

    @Override
    public List<Document> documents(MatchPage page) {
      return page.matches().stream()
          .map(match -> new Document(match.id(), match.text(), match.score(), match.metadata()))
          .toList();
    }
  }
}
