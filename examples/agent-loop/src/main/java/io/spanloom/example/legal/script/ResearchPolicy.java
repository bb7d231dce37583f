package io.spanloom.example.legal.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spanloom.example.endpoint.ChatPolicy;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ChatReply.Call;
import io.spanloom.example.endpoint.ChatRequest;
import io.spanloom.example.legal.corpus.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A researcher by rule: search, validate, summarize, format, answer, each decided from what the
 * tools have returned so far.
 */
public final class ResearchPolicy implements ChatPolicy {

  private static final String CASES = "case_search";
  private static final String STATUTES = "statute_lookup";
  private static final String VALIDATOR = "citation_validator";
  private static final String SUMMARIZER = "summarizer";
  private static final String FORMATTER = "document_formatter";

  private static final int MOST_ATTEMPTS = 2;
  private static final int MOST_CASES = 3;
  private static final int MOST_STATUTES = 2;
  private static final int RESULTS_ASKED_FOR = 5;
  private static final int WORDS_IN_BROAD_QUERY = 2;

  private final SummaryPolicy summaries = new SummaryPolicy();

  @Override
  public ChatReply reply(ChatRequest request) {
    if (!request.tools().contains(CASES)) {
      return summaries.reply(request);
    }
    Dossier dossier = Dossier.read(request);
    List<String> words = Terms.words(dossier.question());
    if (words.isEmpty()) {
      return ChatReply.say("No word to look for.", "Please ask a question of law.");
    }
    if (dossier.attempts(CASES) == 0) {
      return search("Nothing is known yet: search cases and statutes.", words);
    }
    List<Call> again = failedSearches(dossier);
    if (!again.isEmpty()) {
      return ChatReply.call("A search failed: try it again.", again.toArray(new Call[0]));
    }
    return fromFindings(dossier, words);
  }

  private static ChatReply fromFindings(Dossier dossier, List<String> words) {
    List<Finding> found =
        Stream.concat(
                dossier.findings(CASES, MOST_CASES).stream(),
                dossier.findings(STATUTES, MOST_STATUTES).stream())
            .toList();
    if (!found.isEmpty()) {
      return fromCitations(dossier, found);
    }
    if (dossier.success(CASES) == null && dossier.success(STATUTES) == null) {
      return ChatReply.say(
          "Both searches failed twice.", "I cannot answer: the searches failed twice.");
    }
    if (dossier.attempts(CASES) < MOST_ATTEMPTS && words.size() > WORDS_IN_BROAD_QUERY) {
      return search(
          "Nothing was found: search with fewer words.", words.subList(0, WORDS_IN_BROAD_QUERY));
    }
    return ChatReply.say(
        "Nothing was found, even with fewer words.",
        "I found no authority on this question (searched for: " + String.join(", ", words) + ").");
  }

  private static ChatReply fromCitations(Dossier dossier, List<Finding> found) {
    Step validation = dossier.success(VALIDATOR);
    if (validation == null && dossier.attempts(VALIDATOR) < MOST_ATTEMPTS) {
      return ChatReply.call(
          "Check %d citations before relying on them.".formatted(found.size()),
          new Call(VALIDATOR, citations(object(), found)));
    }
    Verdict verdict = Verdict.of(found, validation);
    if (verdict.accepted().isEmpty()) {
      return ChatReply.say(
          "No citation survived.",
          "I found no authority that may be relied on. " + String.join(" ", verdict.caveats()));
    }
    return fromVerdict(dossier, verdict);
  }

  private static ChatReply fromVerdict(Dossier dossier, Verdict verdict) {
    Step summary = dossier.success(SUMMARIZER);
    if (summary == null && dossier.attempts(SUMMARIZER) < MOST_ATTEMPTS) {
      ObjectNode arguments = object().put("question", dossier.question());
      return ChatReply.call(
          "Summarize the authorities that remain.",
          new Call(SUMMARIZER, citations(arguments, verdict.accepted())));
    }
    Step document = dossier.success(FORMATTER);
    if (document != null) {
      return ChatReply.say("The memo is ready.", document.result().path("document").asText());
    }
    String answer = summary == null ? holdings(verdict) : summary.result().path("summary").asText();
    if (dossier.attempts(FORMATTER) < MOST_ATTEMPTS) {
      return ChatReply.call(
          "Format the memo.", new Call(FORMATTER, memo(dossier.question(), answer, verdict)));
    }
    return ChatReply.say("Formatting failed twice: answer without.", answer);
  }

  private static ChatReply search(String reasoning, List<String> words) {
    JsonNode arguments =
        object().put("query", String.join(" ", words)).put("limit", RESULTS_ASKED_FOR);
    return ChatReply.call(reasoning, new Call(CASES, arguments), new Call(STATUTES, arguments));
  }

  private static List<Call> failedSearches(Dossier dossier) {
    List<Call> again = new ArrayList<>();
    for (String tool : List.of(CASES, STATUTES)) {
      Step last = dossier.last(tool);
      if (last != null && last.failed() && dossier.attempts(tool) < MOST_ATTEMPTS) {
        again.add(new Call(tool, last.arguments()));
      }
    }
    return again;
  }

  private static JsonNode memo(String question, String answer, Verdict verdict) {
    ObjectNode arguments =
        object().put("title", "Research memo").put("question", question).put("summary", answer);
    ArrayNode authorities = arguments.putArray("authorities");
    verdict.accepted().forEach(it -> authorities.add(it.name() + ", " + it.citation()));
    ArrayNode caveats = arguments.putArray("caveats");
    verdict.caveats().forEach(caveats::add);
    return arguments;
  }

  private static String holdings(Verdict verdict) {
    return verdict.accepted().stream()
        .map(it -> it.text() + " (" + it.citation() + ")")
        .collect(Collectors.joining(" "));
  }

  private static JsonNode citations(ObjectNode arguments, List<Finding> findings) {
    ArrayNode citations = arguments.putArray("citations");
    findings.forEach(finding -> citations.add(finding.citation()));
    return arguments;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
