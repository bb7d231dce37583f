package io.spanloom.example.legal;

import com.openai.errors.OpenAIException;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.SpanloomOptions;
import io.spanloom.example.legal.agent.NoAnswerException;
import io.spanloom.example.legal.model.ModelFailure;
import io.spanloom.example.legal.report.ToolTimeTable;
import io.spanloom.example.legal.report.ToolTimes;
import io.spanloom.sdk.SpanTree;
import io.spanloom.sdk.SpanloomSdk;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
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
      return research(commandLine.question(), Settings.from(environment)) ? 0 : 1;
    } catch (UsageException wrong) {
      err.println(wrong.getMessage() + ". Try --help.");
      return 2;
    } catch (IOException failure) {
      err.println("Cannot start: " + failure.getMessage());
      return 1;
    }
  }

  /** Answers a question and reports how; false when there is no answer. */
  private boolean research(String question, Settings settings) throws IOException {
    try (SpanloomSdk sdk = startSdk()) {
      boolean answered;
      try (LegalResearch research = LegalResearch.start(settings)) {
        printHeader(question, settings, research, sdk);
        answered = answer(research, question);
      }
      printReport(sdk);
      return answered;
    }
  }

  /** Exports over OTLP if the environment asks for it, and keeps the spans for the report. */
  private SpanloomSdk startSdk() {
    return SpanloomSdk.builder()
        .serviceName("legal-research")
        .serviceVersion("0.1.0")
        .environment("demo")
        .variables(environment)
        .exportOnlyIfConfigured()
        .keepSpans(10_000)
        // The records of this program show nothing that its prompts do not show as well.
        .options(SpanloomOptions.builder().contentToString(true).build())
        .start();
  }

  private boolean answer(LegalResearch research, String question) {
    try {
      String answer = research.answer(question);
      out.println();
      out.println(answer.strip());
      return true;
    } catch (OpenAIException failure) {
      err.println(ModelFailure.describe(failure, research.model()));
    } catch (NoAnswerException failure) {
      err.println("No answer: " + failure.getMessage() + ".");
    }
    return false;
  }

  private void printHeader(
      String question, Settings settings, LegalResearch research, SpanloomSdk sdk) {
    out.println("Spanloom example: a legal-research agent");
    out.println("Question:  " + question);
    if (settings.realModel() == null) {
      out.printf(
          "Model:     embedded scripted endpoint, %s%n"
              + "           (set OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL for a real one)%n",
          research.model());
    } else {
      out.println("Model:     " + research.model());
    }
    out.println("Telemetry: " + destination(sdk));
    out.printf(
        "Citations: checked by a service that takes %d ms for each, on purpose%n",
        settings.citationDelay().toMillis());
  }

  private static String destination(SpanloomSdk sdk) {
    return sdk.exportsSpans()
        ? "printed below, and exported as the OTEL_* variables say"
        : "printed below (set OTEL_EXPORTER_OTLP_ENDPOINT to export it too)";
  }

  private void printReport(SpanloomSdk sdk) {
    List<SpanData> spans = sdk.finishedSpans();
    out.println();
    out.println("Trace");
    out.print(spans.isEmpty() ? NO_SPANS : SpanTree.of(spans).render());
    out.println();
    out.println("Time per tool");
    out.print(ToolTimeTable.render(ToolTimes.of(spans)));
    out.flush();
  }
}
