package io.spanloom.example.legal;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.spanloom.testing.SpanloomExtension;
import io.spanloom.testing.TracedSpan;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tool that fails, on the woven classes: the agent goes on, and the trace tells. */
class FailedToolTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/v1/checks");

  private static final String VALIDATION = "execute_tool citation_validator";

  @RegisterExtension final SpanloomExtension spanloom = SpanloomExtension.create();

  @Test
  void failedToolCallsKeepTheirIdentifierAndTheModelReadsTheError() throws Exception {
    String answer;
    try (LegalDatabase database = LegalDatabase.open();
        ModelServer server = ModelServer.start(new ResearchPolicy(), "key");
        ChatModel model =
            ChatModel.connect(new ModelAddress(server.baseUrl(), "key", "gpt-4.1-mini"))) {
      answer = agent(database, model).answer("s", "u", CommandLine.DEFAULT_QUESTION);
    }

    assertThat(answer).contains("The citations could not be checked.");
    assertThat(spanloom.trace())
        .hasSpans(VALIDATION, 2)
        .everyToolHasItsCallId()
        .conformsToBlueprint();
    List<TracedSpan> validations = named(VALIDATION);
    assertThat(validations)
        .allSatisfy(
            it -> assertThat(it).hasFailedWith(ConnectException.class).hasEvent("exception"))
        .extracting(TracedSpan::toolCallId)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).startsWith("call_"));
    assertThat(named("reasoning")).isNotEmpty().allSatisfy(it -> assertThat(it).hasNotFailed());
  }

  private List<TracedSpan> named(String name) {
    return spanloom.trace().spans().filter(it -> it.name().equals(name)).toList();
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
