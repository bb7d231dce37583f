package io.spanloom.example.rag;

import java.util.ArrayList;
import java.util.List;

/**
 * What the arguments say.
 *
 * @param help whether only the help text is asked for
 * @param question empty for the built-in ones
 */
record CommandLine(boolean help, String question) {

  static final String HELP =
      """
      Answers questions about Spanloom from its documentation and prints the traces of how it did.

      Usage: Main [--help] [--] [QUESTION ...]

      QUESTION   all words together are the question; without any, four built-in ones are asked
      --help     prints this text

      Environment:
        OPENAI_BASE_URL, OPENAI_API_KEY   a real model instead of the embedded, scripted endpoint;
                                          a key alone means OpenAI's public endpoint
        OPENAI_MODEL                      the model to ask for, gpt-4.1-mini by default
        OTEL_EXPORTER_OTLP_ENDPOINT       exports the traces over OTLP too, as do the other OTEL_*
                                          variables of the OpenTelemetry SDK
        RAG_INDEX                         the directory that keeps the index; by default one in the
                                          system's directory for temporary files
        RAG_JUDGE_RATIO                   which part of the answers is judged, from 0 to 1: 0.15
        RAG_SESSION_ID, RAG_USER_ID       whose session the traces belong to
        RAG_TENANT, RAG_FEATURE           who pays for a question of your own

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
    return new CommandLine(false, String.join(" ", words).strip());
  }

  /** The question, or built-in ones of two tenants. */
  List<UserQuestion> questions(Settings settings) {
    return question.isEmpty()
        ? List.of(
            new UserQuestion(
                "How do I keep the spans from changing unnoticed?", "acme", "help_center"),
            new UserQuestion(
                "Which environment variable names my own price table?", "acme", "chat"),
            new UserQuestion("Why is advice woven at build time?", "globex", "help_center"),
            new UserQuestion("How do I bake sourdough bread?", "globex", "chat"))
        : List.of(new UserQuestion(question, settings.tenant(), settings.feature()));
  }
}
