package io.spanloom.example.legal.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.example.endpoint.ChatMessage;
import io.spanloom.example.endpoint.ChatMessage.ToolCall;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ChatReply.Call;
import io.spanloom.example.endpoint.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResearchPolicyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TOOLS =
      List.of(
          "case_search",
          "statute_lookup",
          "citation_validator",
          "summarizer",
          "document_formatter");
  private static final String NOTHING = "{\"hits\":[]}";
  private static final String ERROR = "{\"error\":\"broken\"}";
  private static final String CASES =
      """
      {"hits":[{"citation":"1 Mer. 2","name":"A v. B (1990)","text":"Stairs must be repaired."},
               {"citation":"3 Mer. 4","name":"C v. D (1950)","text":"Stairs need no repair."}]}
      """;
  private static final String STATUTES =
      """
      {"hits":[{"citation":"Mer. Code § 1-2","name":"Stairs","text":"Stairs shall be safe."}]}
      """;
  private static final String CHECKS =
      """
      {"checks":[{"citation":"1 Mer. 2","status":"VALID","name":"A v. B","detail":""},
                 {"citation":"3 Mer. 4","status":"OVERRULED","name":"C v. D","detail":"overruled by 1 Mer. 2"},
                 {"citation":"Mer. Code § 1-2","status":"VALID","name":"Stairs","detail":""}]}
      """;

  private final List<ChatMessage> messages = new ArrayList<>();
  private int calls;

  @Test
  void searchesCasesAndStatutesTogetherWithTheWordsOfTheQuestion() {
    ask("Who must repair a broken stairway?");

    assertThat(reply().calls())
        .extracting(Call::tool)
        .containsExactly("case_search", "statute_lookup");
    assertThat(reply().calls())
        .allSatisfy(
            call ->
                assertThat(call.arguments().path("query").asText())
                    .isEqualTo("repair broken stairway"));
  }

  @Test
  void validatesExactlyWhatTheSearchesFound() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, STATUTES);

    assertThat(onlyCall("citation_validator").arguments().path("citations"))
        .hasToString("[\"1 Mer. 2\",\"3 Mer. 4\",\"Mer. Code § 1-2\"]");
  }

  @Test
  void reliesOnlyOnCitationsThatSurvive() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, STATUTES);
    answerCalls(CHECKS);

    assertThat(onlyCall("summarizer").arguments().path("citations"))
        .hasToString("[\"1 Mer. 2\",\"Mer. Code § 1-2\"]");

    answerCalls("{\"summary\":\"The landlord.\"}");
    Call format = onlyCall("document_formatter");
    assertThat(format.arguments().path("summary").asText()).isEqualTo("The landlord.");
    assertThat(format.arguments().path("authorities"))
        .hasToString("[\"A v. B (1990), 1 Mer. 2\",\"Stairs, Mer. Code § 1-2\"]");
    assertThat(format.arguments().path("caveats"))
        .hasToString("[\"Not relied on: 3 Mer. 4, overruled by 1 Mer. 2.\"]");

    answerCalls("{\"document\":\"The memo.\"}");
    assertThat(reply().calls()).isEmpty();
    assertThat(reply().text()).isEqualTo("The memo.");
  }

  @Test
  void searchesWithFewerWordsBeforeItGivesUp() {
    ask("Who must repair a broken stairway?");
    answerCalls(NOTHING, NOTHING);

    assertThat(reply().calls())
        .hasSize(2)
        .allSatisfy(
            call -> assertThat(call.arguments().path("query").asText()).isEqualTo("repair broken"));

    answerCalls(NOTHING, NOTHING);
    assertThat(reply().calls()).isEmpty();
    assertThat(reply().text()).startsWith("I found no authority on this question");
  }

  @Test
  void triesAFailedSearchOnceMoreAndGoesOnWithoutIt() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, ERROR);
    assertThat(onlyCall("statute_lookup").arguments().path("query").asText())
        .isEqualTo("repair broken stairway");

    answerCalls(ERROR);
    assertThat(onlyCall("citation_validator").arguments().path("citations")).hasSize(2);
  }

  @Test
  void saysSoWhenBothSearchesFailTwice() {
    ask("Who must repair a broken stairway?");
    answerCalls(ERROR, "no JSON at all");
    answerCalls(ERROR, ERROR);

    assertThat(reply().text()).contains("the searches failed twice");
  }

  @Test
  void saysSoWhenCitationsCouldNotBeChecked() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, STATUTES);
    answerCalls(ERROR);
    onlyCall("citation_validator");
    answerCalls(ERROR);
    assertThat(onlyCall("summarizer").arguments().path("citations")).hasSize(3);

    answerCalls("{\"summary\":\"The landlord.\"}");
    assertThat(onlyCall("document_formatter").arguments().path("caveats"))
        .hasToString("[\"The citations could not be checked.\"]");
  }

  @Test
  void saysSoWhenNoCitationSurvives() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, NOTHING);
    answerCalls(
        "{\"checks\":[{\"citation\":\"1 Mer. 2\",\"status\":\"UNKNOWN\",\"detail\":\"no such case\"},"
            + "{\"citation\":\"3 Mer. 4\",\"status\":\"OVERRULED\",\"detail\":\"overruled\"}]}");

    assertThat(reply().calls()).isEmpty();
    assertThat(reply().text()).contains("1 Mer. 2, no such case").contains("3 Mer. 4, overruled");
  }

  @Test
  void answersFromTheHoldingsWhenTheSummarizerFails() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, STATUTES);
    answerCalls(CHECKS);
    answerCalls(ERROR);
    answerCalls(ERROR);

    assertThat(onlyCall("document_formatter").arguments().path("summary").asText())
        .isEqualTo("Stairs must be repaired. (1 Mer. 2) Stairs shall be safe. (Mer. Code § 1-2)");
  }

  @Test
  void answersWithoutADocumentWhenTheFormatterFails() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, STATUTES);
    answerCalls(CHECKS);
    answerCalls("{\"summary\":\"The landlord (1 Mer. 2).\"}");
    answerCalls(ERROR);
    answerCalls(ERROR);

    assertThat(reply().calls()).isEmpty();
    assertThat(reply().text()).isEqualTo("The landlord (1 Mer. 2).");
  }

  @Test
  void startsAnewWithTheNextQuestion() {
    ask("Who must repair a broken stairway?");
    answerCalls(CASES, STATUTES);
    ask("What about contracts?");

    assertThat(reply().calls()).hasSize(2);
    assertThat(reply().calls().get(0).arguments().path("query").asText()).isEqualTo("contracts");
  }

  @Test
  void requestsAQuestionWhenThereIsNone() {
    ask("What is it?");

    assertThat(reply().calls()).isEmpty();
    assertThat(reply().text()).isEqualTo("Please ask a question of law.");
  }

  @Test
  void summarizesByChoosingTheSentencesClosestToTheQuestion() {
    ask(
        """
        Question: Who must repair a broken stairway?

        Authorities:
        - A v. B (1990), 1 Mer. 2: Bread is baked.
        - C, D v. E (1991), 13 Mer. App. 4: A broken stairway: the landlord must repair it.
        - Stairs, Mer. Code § 1-2: Every stairway shall be safe.
        - Hearsay, Mer. Code § 7-4: Statements are not evidence.
        """);
    ChatReply summary =
        new ResearchPolicy().reply(new ChatRequest("gpt-4.1-mini", messages, List.of()));

    assertThat(summary.text())
        .startsWith("A broken stairway: the landlord must repair it (13 Mer. App. 4).")
        .contains("Every stairway shall be safe (Mer. Code § 1-2).");
  }

  private void ask(String question) {
    messages.add(new ChatMessage("user", question, List.of(), ""));
  }

  private ChatReply reply() {
    return new ResearchPolicy().reply(new ChatRequest("gpt-4.1-mini", messages, TOOLS));
  }

  private Call onlyCall(String tool) {
    assertThat(reply().calls()).extracting(Call::tool).containsExactly(tool);
    return reply().calls().get(0);
  }

  /** Lets the policy call its tools, and answers each call in turn. */
  private void answerCalls(String... results) {
    List<ToolCall> requested = new ArrayList<>();
    for (Call call : reply().calls()) {
      requested.add(new ToolCall("call_" + calls++, call.tool(), copy(call)));
    }
    assertThat(requested).hasSameSizeAs(results);
    messages.add(new ChatMessage("assistant", "", requested, ""));
    for (int i = 0; i < results.length; i++) {
      messages.add(new ChatMessage("tool", results[i], List.of(), requested.get(i).id()));
    }
  }

  private static JsonNode copy(Call call) {
    try {
      return JSON.readTree(call.arguments().toString());
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
