package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages of exceptions, and {@code @Sensitive} values, in every capture mode. */
class ExceptionContentTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void withoutContentAMessageStaysButForWhatItQuotes() {
    assertThat(catchThrowable(() -> search("the tenant's stairway", Map.of("day", "Friday 13th"))))
        .hasMessageContaining("stairway");

    SpanData span = recorded.span("execute_tool search");
    assertThat(span.getStatus().getDescription())
        .isEqualTo("no hit for '[CONTENT]' on [CONTENT], ask [EMAIL]");
    assertThat(recorded.everything()).doesNotContain("stairway", "Friday");
  }

  @Test
  void whatCallsBelowDealtWithIsNotQuotedAbove() {
    catchThrowable(() -> agent("a question of law and of fact"));

    assertThat(recorded.spans()).hasSize(3);
    assertThat(recorded.everything())
        .doesNotContain("SECRET", "of law and of fact")
        .contains("cannot read \"[CONTENT]\"");
  }

  @Test
  void truncatedQuotationsOfPromptsAreCutOut() {
    catchThrowable(() -> refused(new Request("m", List.of(LlmMessage.of("user", PROMPT)))));

    assertThat(recorded.span("chat m").getStatus().getDescription())
        .isEqualTo("400: invalid input [CONTENT]…");
  }

  @Test
  void withContentTheMessageIsRedactedOnly() {
    capture(ContentMode.SPAN_ONLY);
    catchThrowable(() -> search("the tenant's stairway", Map.of()));

    assertThat(recorded.span("execute_tool search").getStatus().getDescription())
        .isEqualTo("no hit for 'the tenant's stairway' on null, ask [EMAIL]");
  }

  @ParameterizedTest
  @EnumSource(ContentMode.class)
  void causesPassTheRedactorToo(ContentMode mode) {
    capture(mode);
    catchThrowable(this::fails);

    SpanData span = recorded.span("execute_tool fails");
    assertThat(
            span.getEvents()
                .get(0)
                .getAttributes()
                .get(AttributeKey.stringKey("exception.stacktrace")))
        .contains("IllegalStateException: outer [EMAIL]", "Caused by", "inner [SSN]");
    assertThat(recorded.everything()).doesNotContain("jane@", "078-05");
  }

  @ParameterizedTest
  @EnumSource(ContentMode.class)
  void sensitiveValuesLeaveNowhere(ContentMode mode) {
    capture(mode);
    everyPlace();

    assertThat(recorded.spans()).hasSize(10);
    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void whatIsNotSensitiveIsShownBesideIt() {
    capture(ContentMode.SPAN_AND_EVENT);
    everyPlace();

    assertThat(recorded.everything()).contains("{\"user\":\"jane\"}", "IllegalStateException");
  }

  private void capture(ContentMode mode) {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(mode).build());
  }

  private static final String PROMPT = "Summarize the deposition of the landlord's brother";

  private void everyPlace() {
    catchThrowable(() -> outer("jane"));
    Patient patient = new Patient("ward 7", "SECRET name");
    byComponent(patient);
    nested(List.of(Optional.of(patient)), Map.of("first", patient));
    byType(new Diagnosis("SECRET code"));
    byField(new Account());
    generic(List.of(new Diagnosis("SECRET code")));
    catchThrowable(this::quoting);
    secretResult();
  }

  /** Searches. */
  @Tool
  void search(String query, Map<String, String> filter) {
    throw new IllegalArgumentException(
        "no hit for '" + query + "' on " + filter.get("day") + ", ask clerk@example.com");
  }

  @Agent
  void agent(String question) {
    Response response =
        complete(new Request("m", List.of(LlmMessage.of("user", "SECRET prompt: " + question))));
    String hit = lookUp(question);
    throw new IllegalStateException(
        "cannot read \"" + response.text() + "\" and \"" + hit + "\" about " + question);
  }

  @LlmCall
  Response complete(Request request) {
    return Response.saying("SECRET answer of the model");
  }

  /** Looks up. */
  @Tool
  String lookUp(String what) {
    return "SECRET result of the tool";
  }

  @LlmCall
  Response refused(Request request) {
    throw new IllegalArgumentException(
        "400: invalid input " + request.messages().get(0).text().substring(0, 30) + "…");
  }

  /** Fails. */
  @Tool
  void fails() {
    throw new IllegalStateException(
        "outer jane@example.com", new IllegalArgumentException("inner 078-05-1120"));
  }

  record Patient(String ward, @Sensitive String name) {}

  @Sensitive
  record Diagnosis(String code) {}

  static final class Account {
    @Sensitive private final String iban = "SECRET iban";

    String getIban() {
      return iban;
    }
  }

  @Agent
  void outer(String user) {
    login(user, "SECRET password");
  }

  /** Logs in. */
  @Tool
  void login(String user, @Sensitive String password) {
    throw new IllegalStateException("wrong password " + password + " of " + user);
  }

  /** Takes a record with a sensitive component. */
  @Tool
  Patient byComponent(Patient patient) {
    return patient;
  }

  /** Takes containers of it. */
  @Tool
  List<Optional<Patient>> nested(List<Optional<Patient>> patients, Map<String, Patient> byName) {
    return patients;
  }

  /** Takes a sensitive type. */
  @Tool
  Diagnosis byType(Diagnosis diagnosis) {
    return diagnosis;
  }

  /** Takes a class with a sensitive field. */
  @Tool
  String byField(@SuppressWarnings("NoJsonForm") Account account) {
    return account.getIban().substring(7);
  }

  /** Takes and returns it as a type argument. */
  @Tool
  <T extends Diagnosis> List<T> generic(List<T> diagnoses) {
    return diagnoses;
  }

  @Agent
  void quoting() {
    throw new IllegalStateException("cannot use " + secretResult());
  }

  /** Returns what must not be seen. */
  @Tool
  @Sensitive
  String secretResult() {
    return "SECRET result";
  }
}
