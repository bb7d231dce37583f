package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.content.ExceptionMessageMode;
import io.spanloom.llm.LlmMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  private static final String HIDDEN =
      "java.lang.IllegalArgumentException"
          + " (message hidden, spanloom.exception.message=redacted shows it)";

  @ParameterizedTest
  @EnumSource(
      value = ContentMode.class,
      names = {"NO_CONTENT", "EVENT_ONLY"})
  void withoutContentOnSpansAMessageIsHidden(ContentMode mode) {
    capture(mode);
    assertThat(catchThrowable(() -> search("the tenant's stairway", Map.of("day", "Friday 13th"))))
        .hasMessageContaining("stairway");

    SpanData span = recorded.span("execute_tool search");
    assertThat(span.getStatus().getDescription()).isEqualTo(HIDDEN);
    assertThat(exception(span).get(AttributeKey.stringKey("exception.message"))).isNull();
    assertThat(exception(span).get(AttributeKey.stringKey("exception.stacktrace")))
        .startsWith("java.lang.IllegalArgumentException\n\tat " + getClass().getName() + ".search");
    assertThat(attributesAndEvents(span)).doesNotContain("stairway", "Friday", "no hit", "clerk");
  }

  @Test
  void whatCallsBelowDealtWithIsNotQuotedAbove() {
    catchThrowable(() -> agent("a question of law and of fact"));

    assertThat(recorded.spans()).hasSize(3);
    assertThat(recorded.everything())
        .doesNotContain("SECRET", "of law and of fact", "cannot read")
        .contains("java.lang.IllegalStateException (message hidden");
  }

  @Test
  void causesAndSuppressedFailuresAreHiddenToo() {
    catchThrowable(this::suppresses);

    assertThat(recorded.everything())
        .contains("Caused by: java.lang.IllegalArgumentException\n")
        .doesNotContain("outer text", "inner text", "suppressed text");
  }

  @Test
  void theSettingShowsMessagesWithoutContent() {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder().exceptionMessages(ExceptionMessageMode.REDACTED).build());
    catchThrowable(() -> search("the tenant's stairway", Map.of()));

    assertThat(recorded.span("execute_tool search").getStatus().getDescription())
        .isEqualTo("no hit for 'the tenant's stairway' on null, ask [EMAIL]");
  }

  @Test
  void theSettingHidesMessagesBesideContent() {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder()
                .content(ContentMode.SPAN_ONLY)
                .exceptionMessages(ExceptionMessageMode.NONE)
                .build());
    catchThrowable(() -> search("the tenant's stairway", Map.of()));

    assertThat(recorded.span("execute_tool search").getStatus().getDescription()).isEqualTo(HIDDEN);
  }

  @Test
  void withoutFreeTextNoSettingShowsMessages() {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder()
                .content(ContentMode.SPAN_ONLY)
                .freeText(false)
                .exceptionMessages(ExceptionMessageMode.REDACTED)
                .build());
    catchThrowable(() -> search("the tenant's stairway", Map.of()));

    assertThat(recorded.span("execute_tool search").getStatus().getDescription())
        .isEqualTo(
            "java.lang.IllegalArgumentException (message hidden by spanloom.free-text=false)");
  }

  @Test
  void callsThatAnExceptionLeavesShareItsText() {
    capture(ContentMode.SPAN_ONLY);
    catchThrowable(() -> outerOf(() -> search("the tenant's stairway", Map.of())));

    String inner = stackTrace(recorded.span("execute_tool search"));
    assertThat(stackTrace(recorded.span("invoke_agent outerOf"))).isSameAs(inner);
  }

  @Test
  void anExceptionThatReplacesAnotherHasItsOwnText() {
    capture(ContentMode.SPAN_ONLY);
    catchThrowable(
        () ->
            outerOf(
                () -> {
                  catchThrowable(() -> search("the tenant's stairway", Map.of()));
                  throw new IllegalStateException("another");
                }));

    assertThat(recorded.span("invoke_agent outerOf").getStatus().getDescription())
        .isEqualTo("another");
  }

  @Test
  void withContentTheMessageIsRedactedOnly() {
    capture(ContentMode.SPAN_ONLY);
    catchThrowable(() -> search("the tenant's stairway", Map.of()));

    assertThat(recorded.span("execute_tool search").getStatus().getDescription())
        .isEqualTo("no hit for 'the tenant's stairway' on null, ask [EMAIL]");
  }

  @Test
  void causesPassTheRedactorToo() {
    capture(ContentMode.SPAN_ONLY);
    catchThrowable(this::fails);

    assertThat(stackTrace(recorded.span("execute_tool fails")))
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

  private static Attributes exception(SpanData span) {
    return span.getEvents().get(0).getAttributes();
  }

  private static @Nullable String stackTrace(SpanData span) {
    return exception(span).get(AttributeKey.stringKey("exception.stacktrace"));
  }

  private static String attributesAndEvents(SpanData span) {
    return span.getAttributes() + " " + span.getEvents() + " " + span.getStatus();
  }

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

  @Agent
  void outerOf(Runnable body) {
    body.run();
  }

  /** Fails with everything that an exception can carry. */
  @Tool
  void suppresses() {
    IllegalStateException failure =
        new IllegalStateException("outer text", new IllegalArgumentException("inner text"));
    failure.addSuppressed(new IllegalArgumentException("suppressed text"));
    throw failure;
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
