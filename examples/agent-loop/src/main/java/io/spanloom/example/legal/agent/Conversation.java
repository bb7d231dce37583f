package io.spanloom.example.legal.agent;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.spanloom.example.legal.model.ChatModel;

/** What has been said so far, and the request to say the next thing. */
final class Conversation {

  private static final long MAX_TOKENS = 2000;
  private static final String INSTRUCTIONS =
      """
      You are a legal researcher for the jurisdiction of Meridian. Answer only from what the tools
      return, never from memory, and cite the source of every statement.
      Work like this:
      1. Call case_search and statute_lookup together, with the words that matter in the question.
         When they find nothing, try once more with fewer or other words.
      2. Have citation_validator check the citations you mean to use, all in one call. Do not rely
         on a citation it rejects.
      3. Call summarizer with the question and the citations that remain.
      4. Call document_formatter with the summary, the authorities, and what the reader must know.
      5. Answer with the document as it was returned to you.
      When a tool reports an error, try it once more. When there is no authority, say so.
      """;

  private final ChatCompletionCreateParams.Builder request;

  private Conversation(ChatCompletionCreateParams.Builder request) {
    this.request = request;
  }

  static Conversation begin(ChatModel model, Toolbox tools, String question) {
    ChatCompletionCreateParams.Builder request = model.request(MAX_TOKENS);
    tools.definitions().forEach(request::addTool);
    return new Conversation(request.addSystemMessage(INSTRUCTIONS).addUserMessage(question));
  }

  ChatCompletionCreateParams request() {
    return request.build();
  }

  void add(ChatCompletionMessage message) {
    request.addMessage(message);
  }

  void add(ChatCompletionToolMessageParam result) {
    request.addMessage(result);
  }
}
