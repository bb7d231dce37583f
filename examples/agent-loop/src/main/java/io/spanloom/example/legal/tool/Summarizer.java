package io.spanloom.example.legal.tool;

import com.openai.models.chat.completions.ChatCompletion;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.example.legal.corpus.Authority;
import io.spanloom.example.legal.corpus.LegalDatabase;
import io.spanloom.example.legal.model.ChatModel;
import java.util.List;

/** Has the model summarize authorities, in a conversation of its own. */
public final class Summarizer implements ResearchTool {

  private static final long MAX_TOKENS = 800;
  private static final String INSTRUCTIONS =
      "You summarize legal authorities for a lawyer. Answer the question from the authorities"
          + " given, and from nothing else, in at most five sentences. Name the citation after each"
          + " statement.";

  private final LegalDatabase database;
  private final ChatModel model;

  /** A summarizer that reads from one database and writes with one model. */
  public Summarizer(LegalDatabase database, ChatModel model) {
    this.database = database;
    this.model = model;
  }

  @Override
  public ToolDescription description() {
    return ToolDescription.of(
        Summarizer_Tools.SUMMARIZER_NAME,
        Summarizer_Tools.SUMMARIZER_DESCRIPTION,
        Summarizer_Tools.SUMMARIZER_SCHEMA);
  }

  @Override
  public Summary call(String callId, ToolArguments arguments) throws ToolException {
    return new Summary(summarize(callId, arguments.text("question"), arguments.texts("citations")));
  }

  /**
   * Answers a question in a few sentences from the authorities cited.
   *
   * @param question what is to be answered
   * @param citations the authorities to rely on
   */
  @Tool("summarizer")
  String summarize(@ToolCallId String callId, String question, List<String> citations)
      throws ToolException {
    StringBuilder prompt = new StringBuilder("Question: " + question + "\n\nAuthorities:\n");
    for (String citation : citations) {
      Authority authority = database.find(citation);
      if (authority == null) {
        throw new ToolException("There is no authority with the citation " + citation);
      }
      prompt.append("- %s, %s: %s%n".formatted(authority.name(), citation, authority.text()));
    }
    return ask(prompt.toString());
  }

  private String ask(String prompt) throws ToolException {
    ChatCompletion completion =
        model.complete(
            model
                .request(MAX_TOKENS)
                .addSystemMessage(INSTRUCTIONS)
                .addUserMessage(prompt)
                .build());
    return completion.choices().stream()
        .findFirst()
        .flatMap(choice -> choice.message().content())
        .orElseThrow(() -> new ToolException("The model returned no summary"));
  }

  /** The result as the model sees it. */
  record Summary(String summary) {}
}
