package io.spanloom.example.legal;

import io.spanloom.example.endpoint.ModelServer;
import io.spanloom.example.legal.agent.NoAnswerException;
import io.spanloom.example.legal.agent.ResearchAgent;
import io.spanloom.example.legal.agent.Toolbox;
import io.spanloom.example.legal.citation.CitationClient;
import io.spanloom.example.legal.citation.CitationService;
import io.spanloom.example.legal.corpus.LegalDatabase;
import io.spanloom.example.legal.model.ChatModel;
import io.spanloom.example.legal.model.ModelAddress;
import io.spanloom.example.legal.script.ResearchPolicy;
import io.spanloom.example.legal.tool.CaseSearch;
import io.spanloom.example.legal.tool.CitationValidator;
import io.spanloom.example.legal.tool.DocumentFormatter;
import io.spanloom.example.legal.tool.StatuteLookup;
import io.spanloom.example.legal.tool.Summarizer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The agent with everything it needs: database, citation service, model, threads. */
final class LegalResearch implements AutoCloseable {

  private static final int PARALLEL_TOOLS = 4;
  private static final String EMBEDDED_KEY = "embedded";

  private final Settings settings;
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private final ModelAddress address;
  private final ResearchAgent agent;

  private LegalResearch(Settings settings) throws IOException {
    this.settings = settings;
    LegalDatabase database = LegalDatabase.open();
    closers.push(database::close);
    CitationService citations = CitationService.start(database, settings.citationDelay());
    closers.push(citations::close);
    this.address = modelAddress();
    ChatModel model = ChatModel.connect(address);
    closers.push(model::close);
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL_TOOLS);
    closers.push(threads::shutdownNow);
    Toolbox tools =
        new Toolbox(
            List.of(
                new CaseSearch(database),
                new StatuteLookup(database),
                new CitationValidator(new CitationClient(citations.uri())),
                new Summarizer(database, model),
                new DocumentFormatter()),
            threads);
    this.agent = new ResearchAgent(model, tools, settings.maxTurns());
  }

  static LegalResearch start(Settings settings) throws IOException {
    return new LegalResearch(settings);
  }

  ModelAddress model() {
    return address;
  }

  String answer(String question) throws NoAnswerException {
    return agent.answer(settings.sessionId(), settings.userId(), question);
  }

  /** Closes in the opposite order of opening. */
  @Override
  public void close() {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }

  private ModelAddress modelAddress() throws IOException {
    if (settings.realModel() != null) {
      return settings.realModel();
    }
    ModelServer server = ModelServer.start(new ResearchPolicy(), EMBEDDED_KEY);
    closers.push(server::close);
    return new ModelAddress(server.baseUrl(), EMBEDDED_KEY, settings.modelName());
  }
}
