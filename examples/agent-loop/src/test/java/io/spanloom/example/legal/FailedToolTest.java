package io.spanloom.example.legal;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.example.endpoint.ModelServer;
import io.spanloom.example.legal.agent.ResearchAgent;
import io.spanloom.example.legal.agent.Toolbox;
import io.spanloom.example.legal.citation.CitationClient;
import io.spanloom.example.legal.corpus.LegalDatabase;
import io.spanloom.example.legal.model.ChatModel;
import io.spanloom.example.legal.model.ModelAddress;
import io.spanloom.example.legal.script.ResearchPolicy;
import io.spanloom.example.legal.tool.CaseSearch;
import io.spanloom.example.legal.tool.CitationValidator;
import io.spanloom.example.legal.tool.DocumentFormatter;
import io.spanloom.example.legal.tool.StatuteLookup;
import io.spanloom.example.legal.tool.Summarizer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A tool that fails, on the woven classes: the agent goes on, and the trace tells. */
class FailedToolTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/v1/checks");

  @Test
  void failedToolCallsKeepTheirIdentifierAndTheModelReadsTheError() throws Exception {
    String answer;
    List<SpanData> spans;
    try (Telemetry telemetry = Telemetry.start(Map.of());
        LegalDatabase database = LegalDatabase.open();
        ModelServer server = ModelServer.start(new ResearchPolicy(), "key");
        ChatModel model =
            ChatModel.connect(new ModelAddress(server.baseUrl(), "key", "gpt-4.1-mini"))) {
      answer = agent(database, model).answer("s", "u", CommandLine.DEFAULT_QUESTION);
      spans = telemetry.finishedSpans();
    }

    assertThat(answer).contains("The citations could not be checked.");
    List<SpanData> validations =
        spans.stream().filter(it -> it.getName().endsWith("citation_validator")).toList();
    assertThat(validations).hasSize(2);
    assertThat(validations)
        .allSatisfy(
            span -> {
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
              assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                  .isEqualTo("java.net.ConnectException");
              assertThat(span.getEvents()).hasSize(1);
            });
    assertThat(validations)
        .extracting(it -> it.getAttributes().get(AttributeKey.stringKey("gen_ai.tool.call.id")))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).startsWith("call_"));
    assertThat(spans)
        .filteredOn(it -> it.getName().equals("reasoning"))
        .allSatisfy(it -> assertThat(it.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET));
  }

  /** Runs tools that are asked for together one after the other: nothing here is about threads. */
  private static ResearchAgent agent(LegalDatabase database, ChatModel model) {
    Toolbox tools =
        new Toolbox(
            List.of(
                new CaseSearch(database),
                new StatuteLookup(database),
                new CitationValidator(new CitationClient(NOWHERE)),
                new Summarizer(database, model),
                new DocumentFormatter()),
            Runnable::run);
    return new ResearchAgent(model, tools, 12);
  }
}
