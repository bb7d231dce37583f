package io.spanloom.example.rag.script;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spanloom.example.endpoint.ChatPolicy;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ChatRequest;
import io.spanloom.example.rag.script.Prompt.Given;
import io.spanloom.example.rag.search.Terms;
import java.util.List;
import java.util.Set;

/** Judges an answer: a statement is supported when one passage has nearly all of its words. */
final class GroundednessPolicy implements ChatPolicy {

  private static final double NEARLY_ALL = 0.8;

  @Override
  public ChatReply reply(ChatRequest request) {
    Prompt prompt = Prompt.read(request);
    List<String> statements = Markdown.statements(prompt.answer().replaceAll(" ?\\[\\d+]", ""));
    List<String> unsupported =
        statements.stream().filter(it -> !isSupported(it, prompt.passages())).toList();
    double supported = statements.size() - unsupported.size();
    ObjectNode verdict = JsonNodeFactory.instance.objectNode();
    verdict.put("score", statements.isEmpty() ? 0 : supported / statements.size());
    ArrayNode list = verdict.putArray("unsupported");
    unsupported.forEach(list::add);
    return ChatReply.say("Compare each statement with the passages.", verdict.toString());
  }

  private static boolean isSupported(String statement, List<Given> passages) {
    Set<String> terms = Terms.of(statement);
    return terms.isEmpty() || passages.stream().anyMatch(it -> covered(terms, it) >= NEARLY_ALL);
  }

  private static double covered(Set<String> terms, Given passage) {
    Set<String> there = Terms.of(passage.text());
    return (double) terms.stream().filter(there::contains).count() / terms.size();
  }
}
