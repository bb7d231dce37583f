package io.spanloom.example.rag.script;

import io.spanloom.example.endpoint.ChatMessage;
import io.spanloom.example.endpoint.ChatRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prompt of this program says.
 *
 * @param style how to answer; empty when it does not say
 * @param answer the answer to judge; empty when there is none
 */
record Prompt(String question, String style, String answer, List<Given> passages) {

  private static final Pattern QUESTION = Pattern.compile("^Question: (.*)$", Pattern.MULTILINE);
  private static final Pattern STYLE = Pattern.compile("^Style: (\\w+)", Pattern.MULTILINE);
  private static final Pattern ANSWER =
      Pattern.compile("<answer>\n(.*)\n</answer>", Pattern.DOTALL);
  private static final Pattern PASSAGE =
      Pattern.compile(
          "<passage number=\"(\\d+)\"[^>]* heading=\"([^\"]*)\">\n(.*?)\n</passage>",
          Pattern.DOTALL);

  static Prompt read(ChatRequest request) {
    String user = request.lastUserText();
    return new Prompt(
        first(QUESTION, user),
        first(STYLE, instructions(request)),
        first(ANSWER, user),
        PASSAGE
            .matcher(user)
            .results()
            .map(it -> new Given(Integer.parseInt(it.group(1)), it.group(2), it.group(3)))
            .toList());
  }

  private static String instructions(ChatRequest request) {
    return request.messages().stream()
        .filter(it -> it.role().equals("system"))
        .map(ChatMessage::content)
        .findFirst()
        .orElse("");
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** A passage of the prompt. */
  record Given(int number, String heading, String text) {}
}
