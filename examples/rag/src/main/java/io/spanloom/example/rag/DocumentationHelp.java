package io.spanloom.example.rag;

import io.opentelemetry.context.Scope;
import io.spanloom.AgentContext;
import io.spanloom.annotations.Workflow;
import io.spanloom.example.endpoint.ModelServer;
import io.spanloom.example.rag.answer.Answer;
import io.spanloom.example.rag.answer.Assistant;
import io.spanloom.example.rag.answer.NoAnswerException;
import io.spanloom.example.rag.answer.Router;
import io.spanloom.example.rag.document.DocumentSet;
import io.spanloom.example.rag.embed.Embedder;
import io.spanloom.example.rag.judge.GroundednessJudge;
import io.spanloom.example.rag.judge.SampledJudge;
import io.spanloom.example.rag.model.ChatModel;
import io.spanloom.example.rag.model.ModelAddress;
import io.spanloom.example.rag.script.ScriptedModel;
import io.spanloom.example.rag.search.HybridSearch;
import io.spanloom.example.rag.search.PassageIndex;
import io.spanloom.example.rag.search.PassageIndexer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The assistant with everything it needs: documents, embedding model, index, chat model. */
final class DocumentationHelp implements AutoCloseable {

  private static final String EMBEDDED_KEY = "embedded";

  private final Settings settings;
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private final DocumentSet documents;
  private final ModelAddress address;
  private final Assistant assistant;

  private DocumentationHelp(Settings settings, PassageIndexer.Progress progress)
      throws IOException {
    this.settings = settings;
    this.documents = DocumentSet.packaged();
    this.address = modelAddress();
    this.assistant = prepare(progress);
  }

  /** Starts everything; the first time this takes some seconds. */
  static DocumentationHelp start(Settings settings, PassageIndexer.Progress progress)
      throws IOException {
    return new DocumentationHelp(settings, progress);
  }

  ModelAddress model() {
    return address;
  }

  DocumentSet documents() {
    return documents;
  }

  /** Answers one question; all its spans have the tenant and the feature. */
  @SuppressWarnings("try") // the scope is there to be closed
  Answer answer(UserQuestion question) throws NoAnswerException {
    try (Scope scope = contextOf(question).makeCurrent()) {
      return assistant.answer(question.text());
    }
  }

  /** Closes in the opposite order of opening. */
  @Override
  public void close() {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }

  /** What is embedded before the first question is one trace. */
  @Workflow("prepare")
  private Assistant prepare(PassageIndexer.Progress progress) throws IOException {
    Embedder embedder = new Embedder();
    PassageIndex index = new PassageIndexer(embedder, progress).open(settings.index(), documents);
    closers.push(index::close);
    ChatModel model = ChatModel.connect(address);
    SampledJudge judge = new SampledJudge(new GroundednessJudge(model), settings.judgeRatio());
    closers.push(judge::close);
    return new Assistant(embedder, new HybridSearch(index), Router.create(embedder), model, judge);
  }

  private AgentContext contextOf(UserQuestion question) {
    return AgentContext.builder()
        .sessionId(settings.sessionId())
        .userId(settings.userId())
        .tenant(question.tenant())
        .feature(question.feature())
        .build();
  }

  private ModelAddress modelAddress() throws IOException {
    if (settings.realModel() != null) {
      return settings.realModel();
    }
    ModelServer server = ModelServer.start(new ScriptedModel(), EMBEDDED_KEY);
    closers.push(server::close);
    return new ModelAddress(server.baseUrl(), EMBEDDED_KEY, settings.modelName());
  }
}
