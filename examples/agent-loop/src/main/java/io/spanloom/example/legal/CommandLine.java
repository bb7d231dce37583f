package io.spanloom.example.legal;

import java.util.ArrayList;
import java.util.List;

/**
 * What the arguments say.
 *
 * @param help whether only the help text is asked for
 */
record CommandLine(boolean help, String question) {

  static final String DEFAULT_QUESTION =
      "Is a landlord liable when a tenant falls on a broken stairway that the landlord had been"
          + " told about?";

  static final String HELP =
      """
      Answers a question of (fictional) law and prints the trace of how it did.

      Usage: Main [--help] [--] [QUESTION ...]

      QUESTION   all words together are the question; without any, the built-in one
      --help     prints this text

      Environment:
        OPENAI_BASE_URL, OPENAI_API_KEY   a real model instead of the embedded, scripted endpoint;
                                          a key alone means OpenAI's public endpoint
        OPENAI_MODEL                      the model to ask for, gpt-4.1-mini by default
        OTEL_EXPORTER_OTLP_ENDPOINT       exports the trace over OTLP too, as do the other OTEL_*
                                          variables of the OpenTelemetry SDK
        AGENT_CITATION_DELAY_MS           how slow the citation service is, for each citation: 500
        AGENT_MAX_TURNS                   how often the model is asked before giving up: 12
        AGENT_SESSION_ID, AGENT_USER_ID   whose session the trace belongs to

      Exit code: 0 answered, 1 no answer, 2 wrong usage.
      """;

  static CommandLine parse(String... arguments) throws UsageException {
    List<String> words = new ArrayList<>();
    boolean optionsEnded = false;
    for (String argument : arguments) {
      if (optionsEnded || !argument.startsWith("-")) {
        words.add(argument);
      } else if (argument.equals("--")) {
        optionsEnded = true;
      } else if (argument.equals("--help") || argument.equals("-h")) {
        return new CommandLine(true, "");
      } else {
        throw new UsageException("Unknown option " + argument);
      }
    }
    String question = String.join(" ", words).strip();
    return new CommandLine(false, question.isEmpty() ? DEFAULT_QUESTION : question);
  }
}
