package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.RetrievalSdk.EmbedRequest;
import io.spanloom.RetrievalSdk.EmbedResponse;
import io.spanloom.RetrievalSdk.Match;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Rerank;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.UserId;
import io.spanloom.content.ContentMode;
import io.spanloom.content.Preset;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.settings.RetrievalSettings;
import io.spanloom.internal.settings.Settings;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Content that is recorded but for its hidden parts; presets. */
class HiddenContentTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void inputsAreHiddenUnderEveryConventionsKeys() {
    hide(
        ContentPart.INPUT,
        ContentPart.INPUT_TEXT,
        ContentPart.INPUT_ARGUMENTS,
        ContentPart.TOOL_DEFINITIONS);
    answer("u", "IN question");

    assertThat(recorded.everything()).doesNotContain("IN ").contains("OUT ");
    assertThat(attributes(recorded.span("invoke_agent answer")))
        .containsEntry("input.value", "__REDACTED__")
        .containsEntry("output.value", "OUT answer")
        .doesNotContainKey("input.mime_type");
    assertThat(attributes(recorded.span("execute_tool search")))
        .containsEntry("input.value", "__REDACTED__")
        .containsEntry("tool.parameters", "__REDACTED__")
        .containsEntry(GenAi.TOOL_CALL_ARGUMENTS, "__REDACTED__")
        .containsEntry("tool.id", "call_1");
    assertThat(attributes(recorded.span("chat m")))
        .containsEntry("llm.input_messages.0.message.content", "__REDACTED__")
        .containsEntry("llm.input_messages.0.message.role", "user")
        .containsEntry(
            GenAi.INPUT_MESSAGES,
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"__REDACTED__\"}]}]");
  }

  @ParameterizedTest
  @EnumSource(names = {"INPUT", "INPUT_TEXT", "INPUT_ARGUMENTS", "OUTPUT"})
  void whatIsHiddenIsNotQuotedByFailures(ContentPart part) {
    hide(part);

    assertThat(catchThrowable(() -> refuse("IN stairway"))).hasMessageContaining("stairway");

    assertThat(recorded.span("execute_tool refuse").getStatus().getDescription())
        .startsWith("java.lang.IllegalArgumentException (message hidden");
  }

  @Test
  void whatIsNotHiddenMayBeQuoted() {
    hide(ContentPart.INPUT_IMAGE);

    assertThat(catchThrowable(() -> refuse("IN stairway"))).isNotNull();

    assertThat(recorded.span("execute_tool refuse").getStatus().getDescription())
        .isEqualTo("No such place: IN stairway");
  }

  @Test
  void outputsAreHiddenAndToolCallsKeepTheirIds() {
    hide(ContentPart.OUTPUT, ContentPart.OUTPUT_TEXT, ContentPart.OUTPUT_ARGUMENTS);
    answer("u", "IN question");

    assertThat(recorded.everything()).contains("IN ").doesNotContain("OUT ");
    assertThat(attributes(recorded.span("chat m")))
        .containsEntry(
            "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
            "__REDACTED__")
        .containsEntry("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_1");
    assertThat(attributes(recorded.span("execute_tool search")))
        .containsEntry(GenAi.TOOL_CALL_RESULT, "__REDACTED__");
  }

  @Test
  void theTextOfMessagesIsHiddenAndTheirToolCallsAreNot() {
    hide(ContentPart.INPUT_TEXT, ContentPart.OUTPUT_TEXT);
    answer("u", "IN question");

    assertThat(attributes(recorded.span("chat m")))
        .containsEntry("input.value", "__REDACTED__")
        .containsEntry("llm.input_messages.0.message.content", "__REDACTED__")
        .containsEntry(
            "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
            "{\"query\":\"OUT query\"}");
    assertThat(attributes(recorded.span("invoke_agent answer")))
        .containsEntry("input.value", "IN question");
  }

  @Test
  void invocationParametersAreHidden() {
    hide(ContentPart.INVOCATION_PARAMETERS);
    answer("u", "IN question");

    assertThat(attributes(recorded.span("chat m")))
        .containsEntry("llm.invocation_parameters", "__REDACTED__")
        .containsEntry(GenAi.REQUEST_MODEL, "m")
        .doesNotContainKey(GenAi.REQUEST_TEMPERATURE);
  }

  @Test
  void imagesAreHiddenOnTheirOwn() {
    hide(ContentPart.INPUT_IMAGE);
    answer("u", "data:image/png;base64,iVBORw0KGgo=");

    assertThat(attributes(recorded.span("invoke_agent answer")))
        .containsEntry("input.value", "__REDACTED__");
    assertThat(recorded.everything()).contains("IN prompt").doesNotContain("iVBORw0KGgo");
  }

  @Test
  void imagesThatAreTooLongAreHidden() {
    install(
        new ContentSettings(
            ContentMode.SPAN_ONLY,
            Set.of(),
            true,
            null,
            ContentSettings.DEFAULT_MAX_LENGTH,
            30,
            false,
            ContentSettings.of(ContentMode.SPAN_ONLY).redactor()));
    answer("u", "data:image/png;base64,iVBORw0KGgoAAAA");

    assertThat(attributes(recorded.span("invoke_agent answer")))
        .containsEntry("input.value", "__REDACTED__");
  }

  @Test
  void developmentShowsContent() {
    preset(SpanloomOptions.builder().preset(Preset.DEVELOPMENT));
    answer("u", "IN question");

    assertThat(attributes(recorded.span("invoke_agent answer")))
        .containsEntry("input.value", "IN question")
        .containsEntry("user.id", "u");
  }

  @Test
  void productionShowsNone() {
    preset(SpanloomOptions.builder().preset(Preset.PRODUCTION));
    answer("u-SECRET", "IN question");

    assertThat(recorded.everything()).doesNotContain("IN ", "OUT ").contains("u-SECRET", "note");
  }

  @Test
  void documentsAreHiddenWithInputsAndOutputsAndKeepTheirIds() {
    hide(ContentPart.INPUT, ContentPart.OUTPUT);
    Match book = new Match("b-1", "OUT text", 0.5, Map.of("source", "OUT file"));
    find(List.of(book));
    rank(List.of(book));

    assertThat(recorded.everything()).doesNotContain("OUT ");
    assertThat(attributes(recorded.span("retrieval")))
        .containsEntry("retrieval.documents.0.document.id", "b-1")
        .containsEntry("retrieval.documents.0.document.content", "__REDACTED__")
        .containsEntry("retrieval.documents.0.document.metadata", "__REDACTED__")
        .containsEntry("output.value", "__REDACTED__")
        .containsEntry(
            GenAi.RETRIEVAL_DOCUMENTS,
            "[{\"id\":\"b-1\",\"score\":0.5,\"content\":\"__REDACTED__\","
                + "\"metadata\":\"__REDACTED__\"}]");
    assertThat(attributes(recorded.span("rerank")))
        .containsEntry("reranker.input_documents.0.document.content", "__REDACTED__")
        .containsEntry("reranker.output_documents.0.document.content", "__REDACTED__");
  }

  @Test
  void embeddedTextsAndVectorsAreHiddenOnTheirOwn() {
    ContentSettings content = ContentSettings.of(ContentMode.SPAN_ONLY);
    install(content.withHidden(Set.of(ContentPart.EMBEDDING_TEXT)), true);
    embed(new EmbedRequest("m", List.of("IN text")));
    assertThat(recorded.everything()).doesNotContain("IN ");
    assertThat(attributes(recorded.span("embeddings m")))
        .containsEntry("embedding.embeddings.0.embedding.text", "__REDACTED__")
        .containsEntry("embedding.embeddings.0.embedding.vector", List.of(0.5));

    recorded.close();
    recorded = Recorded.withDefaults();
    install(content.withHidden(Set.of(ContentPart.EMBEDDING_VECTOR)), true);
    embed(new EmbedRequest("m", List.of("IN text")));
    assertThat(attributes(recorded.span("embeddings m")))
        .containsEntry("embedding.embeddings.0.embedding.text", "IN text")
        .containsEntry("embedding.embeddings.0.embedding.vector", "__REDACTED__");
  }

  @Retrieval
  List<Match> find(List<Match> found) {
    return found;
  }

  @Rerank
  List<Match> rank(List<Match> found) {
    return found;
  }

  @Embedding
  EmbedResponse embed(EmbedRequest request) {
    return new EmbedResponse(request.model(), 1L, List.of(new float[] {0.5f}));
  }

  @Test
  void healthShowsNoContentAndNoIdentifiers() {
    preset(SpanloomOptions.builder().preset(Preset.HEALTH));
    answer("u-SECRET", "IN question");
    assertThatThrownBy(() -> fails("Jane Doe")).hasMessage("no record of Jane Doe");

    assertThat(recorded.everything())
        .doesNotContain("IN ", "OUT ", "u-SECRET", "a note", "Jane")
        .contains("java.lang.IllegalStateException", "app.limit");
    assertThat(attributes(recorded.span("chat m"))).containsEntry(GenAi.REQUEST_MODEL, "m");
  }

  @Test
  void whatIsSetOnItsOwnWinsOverThePreset() {
    preset(SpanloomOptions.builder().preset(Preset.HEALTH).content(ContentMode.SPAN_ONLY));
    answer("u-SECRET", "IN question");

    assertThat(recorded.everything()).contains("IN question").doesNotContain("u-SECRET");
  }

  /** Knows no place. */
  @Tool
  String refuse(String place) {
    throw new IllegalArgumentException("No such place: " + place);
  }

  private void hide(ContentPart... parts) {
    install(ContentSettings.of(ContentMode.SPAN_ONLY).withHidden(Set.of(parts)));
  }

  private void install(ContentSettings content) {
    install(content, false);
  }

  private void install(ContentSettings content, boolean vectors) {
    Settings defaults = Settings.fromEnvironment(null);
    Tracing.install(
        recorded.sdk(),
        new Settings(
            defaults.conventions(),
            content,
            defaults.reparentTools(),
            defaults.prices(),
            defaults.metricAttributes(),
            defaults.baggage(),
            new RetrievalSettings(10, vectors)));
  }

  private void preset(SpanloomOptions.Builder options) {
    recorded.close();
    recorded = Recorded.with(options.build());
  }

  @Agent
  String answer(@UserId String user, String question) {
    complete(new Request("m", List.of(LlmMessage.of("user", "IN prompt"))));
    search("IN query", "a note", 3);
    return "OUT answer";
  }

  /** Searches. */
  @Tool
  List<String> search(
      String query,
      @Attribute(key = "app.note") String note,
      @Attribute(key = "app.limit") int limit) {
    return List.of("OUT hit");
  }

  @LlmCall
  Response complete(Request request) {
    return Response.asking(new LlmToolCall("call_1", "search", "{\"query\":\"OUT query\"}"));
  }

  /** Fails. */
  @Tool
  void fails(String name) {
    throw new IllegalStateException("no record of " + name);
  }
}
