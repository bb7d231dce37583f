package io.spanloom.example.rag;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.SpanloomOptions;
import io.spanloom.example.rag.answer.Answer;
import io.spanloom.example.rag.answer.NoAnswerException;
import io.spanloom.example.rag.document.Passage;
import io.spanloom.example.rag.model.ModelFailure;
import io.spanloom.example.rag.report.CostTable;
import io.spanloom.example.rag.report.JudgementTable;
import io.spanloom.sdk.SpanTree;
import io.spanloom.sdk.SpanloomSdk;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole program, with the environment and the streams it is given. */
final class Program {

  private static final String NO_SPANS =
      "No span was recorded: see OTEL_SDK_DISABLED and OTEL_TRACES_SAMPLER.\n";

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Program(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** Runs once and returns the exit code. */
  int run(String... arguments) {
    try {
      CommandLine commandLine = CommandLine.parse(arguments);
      if (commandLine.help()) {
        out.print(CommandLine.HELP);
        return 0;
      }
      Settings settings = Settings.from(environment);
      return help(commandLine.questions(settings), settings) ? 0 : 1;
    } catch (UsageException wrong) {
      err.println(wrong.getMessage() + ". Try --help.");
      return 2;
    } catch (IOException failure) {
      err.println("Cannot start: " + failure.getMessage());
      return 1;
    }
  }

  /** Answers all questions and reports how; false when one has no answer. */
  private boolean help(List<UserQuestion> questions, Settings settings) throws IOException {
    try (SpanloomSdk sdk = startSdk()) {
      out.println("Spanloom example: questions about its documentation");
      boolean answered;
      try (DocumentationHelp help = DocumentationHelp.start(settings, this::printProgress)) {
        printHeader(settings, help, sdk);
        // The next question would fail like the one before.
        answered = questions.stream().allMatch(question -> answer(help, question));
      }
      printReport(sdk);
      return answered;
    }
  }

  /** Exports over OTLP if the environment asks for it, and keeps the spans for the report. */
  private SpanloomSdk startSdk() {
    return SpanloomSdk.builder()
        .serviceName("documentation-help")
        .serviceVersion("0.1.0")
        .environment("demo")
        .variables(environment)
        .exportOnlyIfConfigured()
        .keepSpans(10_000)
        // The records of this program show nothing that its prompts do not show as well.
        .options(SpanloomOptions.builder().contentToString(true).build())
        .start();
  }

  private boolean answer(DocumentationHelp help, UserQuestion question) {
    out.printf(
        "%nQuestion:  %s%n           (tenant %s, feature %s)%n%n",
        question.text(), question.tenant(), question.feature());
    try {
      print(help.answer(question));
      return true;
    } catch (NoAnswerException failure) {
      err.println("No answer: " + failure.getMessage() + ".");
    } catch (UncheckedIOException failure) {
      err.println("Cannot read the index: " + failure.getMessage() + ". See RAG_INDEX.");
    } catch (RuntimeException failure) {
      // LangChain4j lets what it cannot read of a response out as it comes.
      err.println(ModelFailure.describe(failure, help.model()));
    }
    return false;
  }

  private void print(Answer answer) {
    out.println(answer.text());
    out.printf(
        Locale.ROOT,
        "%n  Route: %s, confidence %.2f%n",
        answer.route().label(),
        answer.route().confidence());
    for (int number : answer.cited()) {
      Passage passage = answer.context().passages().get(number - 1);
      out.printf("  [%d] %s: %s%n", number, passage.source(), passage.heading());
    }
  }

  private void printProgress(int done, int all) {
    out.printf("Indexing:  %d of %d passages embedded%n", done, all);
  }

  private void printHeader(Settings settings, DocumentationHelp help, SpanloomSdk sdk) {
    out.printf(
        "Documents: %d, cut into %d passages; index in %s%n",
        help.documents().documents(), help.documents().passages().size(), settings.index());
    if (settings.realModel() == null) {
      out.printf(
          "Model:     embedded scripted endpoint, %s%n"
              + "           (set OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL for a real one)%n",
          help.model());
    } else {
      out.println("Model:     " + help.model());
    }
    out.println("Telemetry: " + destination(sdk));
  }

  private static String destination(SpanloomSdk sdk) {
    return sdk.exportsSpans()
        ? "printed below, and exported as the OTEL_* variables say"
        : "printed below (set OTEL_EXPORTER_OTLP_ENDPOINT to export it too)";
  }

  private void printReport(SpanloomSdk sdk) {
    List<SpanData> spans = sdk.finishedSpans();
    out.println();
    out.println("Traces");
    out.print(spans.isEmpty() ? NO_SPANS : SpanTree.of(spans).render());
    out.println();
    out.println("Judgements");
    out.print(JudgementTable.render(spans));
    out.println();
    out.println("Cost by feature and tenant");
    out.print(CostTable.render(spans));
    out.flush();
  }
}
