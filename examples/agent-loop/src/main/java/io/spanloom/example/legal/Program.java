package io.spanloom.example.legal;

import com.openai.errors.OpenAIException;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.spanloom.example.legal.agent.NoAnswerException;
import io.spanloom.example.legal.model.ModelFailure;
import io.spanloom.example.legal.report.ToolTimeTable;
import io.spanloom.example.legal.report.ToolTimes;
import java.io.IOException;
import java.io.PrintStream;
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
    } catch (ConfigurationException wrong) {
      err.println("Cannot start OpenTelemetry: " + wrong.getMessage());
      return 2;
    } catch (IOException failure) {
      err.println("Cannot start: " + failure.getMessage());
      return 1;
    }
  }

  /** Answers a question and reports how; false when there is no answer. */
  private boolean research(String question, Settings settings) throws IOException {
    try (Telemetry telemetry = Telemetry.start(environment)) {
      boolean answered;
      try (LegalResearch research = LegalResearch.start(settings)) {
        printHeader(question, settings, research, telemetry);
        answered = answer(research, question);
      }
      printReport(telemetry);
      return answered;
    }
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
      String question, Settings settings, LegalResearch research, Telemetry telemetry) {
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
    out.println("Telemetry: " + telemetry.destination());
    out.printf(
        "Citations: checked by a service that takes %d ms for each, on purpose%n",
        settings.citationDelay().toMillis());
  }

  private void printReport(Telemetry telemetry) {
    out.println();
    out.println("Trace");
    out.print(telemetry.finishedSpans().isEmpty() ? NO_SPANS : telemetry.tree());
    out.println();
    out.println("Time per tool");
    out.print(ToolTimeTable.render(ToolTimes.of(telemetry.finishedSpans())));
    out.flush();
  }
}
