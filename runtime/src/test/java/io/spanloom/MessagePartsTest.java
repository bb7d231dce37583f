package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.content.ContentMode;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.settings.Settings;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages that are more than one text, in both conventions. */
class MessagePartsTest {

  private static final String PARTS = "llm.input_messages.0.message.contents.";

  private Recorded recorded = Recorded.withDefaults();
  private boolean onlyGenAi;

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void oneTextStaysTheMessagesContent() {
    show();

    Map<String, Object> call = ask(LlmMessage.inParts("user", List.of(new LlmPart.Text("Hi"))));

    assertThat(call)
        .containsEntry("llm.input_messages.0.message.content", "Hi")
        .doesNotContainKey(PARTS + "0.message_content.type");
  }

  @Test
  void mediaAreSpreadOverParts() {
    show();

    Map<String, Object> call =
        ask(
            LlmMessage.inParts(
                "user",
                List.of(
                    new LlmPart.Text("What is this, jane@example.com?"),
                    LlmPart.ofUrl(LlmPart.IMAGE, null, "data:image/png;base64,iVBORw0KGgo="),
                    LlmPart.ofUrl(LlmPart.IMAGE, null, "https://example.org/a.png"),
                    LlmPart.Blob.ofBytes(null, "audio/wav", new byte[] {1, 2, 3}),
                    new LlmPart.FileRef(LlmPart.FILE, "application/pdf", "file-1"))));

    assertThat(call)
        .contains(
            entry(PARTS + "0.message_content.type", "text"),
            entry(PARTS + "0.message_content.text", "What is this, [EMAIL]?"),
            entry(PARTS + "1.message_content.type", "image"),
            entry(
                PARTS + "1.message_content.image.image.url", "data:image/png;base64,iVBORw0KGgo="),
            entry(PARTS + "2.message_content.image.image.url", "https://example.org/a.png"),
            entry(PARTS + "3.message_content.type", "audio"),
            entry(PARTS + "3.message_content.audio.audio.url", "data:audio/wav;base64,AQID"),
            entry(PARTS + "3.message_content.audio.audio.mime_type", "audio/wav"),
            entry(PARTS + "4.message_content.type", "file"),
            entry(PARTS + "4.message_content.id", "file-1"),
            entry("input.value", "What is this, [EMAIL]?"),
            entry(
                GenAi.INPUT_MESSAGES,
                "[{\"role\":\"user\",\"parts\":["
                    + "{\"type\":\"text\",\"content\":\"What is this, [EMAIL]?\"},"
                    + "{\"type\":\"blob\",\"mime_type\":\"image/png\",\"modality\":\"image\","
                    + "\"content\":\"iVBORw0KGgo=\"},"
                    + "{\"type\":\"uri\",\"modality\":\"image\","
                    + "\"uri\":\"https://example.org/a.png\"},"
                    + "{\"type\":\"blob\",\"mime_type\":\"audio/wav\",\"modality\":\"audio\","
                    + "\"content\":\"AQID\"},"
                    + "{\"type\":\"file\",\"mime_type\":\"application/pdf\",\"modality\":\"file\","
                    + "\"file_id\":\"file-1\"}]}]"))
        .doesNotContainKey("llm.input_messages.0.message.content");
  }

  @Test
  void reasoningAndProvidersToolsAreParts() {
    show();

    Map<String, Object> call =
        ask(
            LlmMessage.inParts(
                "assistant",
                List.of(
                    new LlmPart.Reasoning("rs_1", "Two shelves.", "c2ln", "ZW5j", false),
                    LlmPart.Reasoning.redacted("aGlkZGVu"),
                    new LlmPart.ServerToolCall("ws_1", "web_search", "{\"query\":\"books\"}"),
                    new LlmPart.ServerToolResult("ws_1", "web_search", "[\"Emma\"]"),
                    new LlmPart.Refusal("I cannot.")),
                List.of(new LlmToolCall("call_1", "search", "{}", "dGhvdWdodA==")),
                ""));

    assertThat(call)
        .contains(
            entry(PARTS + "0.message_content.type", "reasoning"),
            entry(PARTS + "0.message_content.id", "rs_1"),
            entry(PARTS + "0.message_content.text", "Two shelves."),
            entry(PARTS + "0.message_content.signature", "c2ln"),
            entry(PARTS + "0.message_content.encrypted_content", "ZW5j"),
            entry(PARTS + "1.message_content.type", "reasoning"),
            entry(PARTS + "1.message_content.data", "aGlkZGVu"),
            entry(PARTS + "2.message_content.type", "tool_use"),
            entry(PARTS + "2.tool_call.id", "ws_1"),
            entry(PARTS + "2.tool_call.function.name", "web_search"),
            entry(PARTS + "2.tool_call.function.arguments", "{\"query\":\"books\"}"),
            entry(PARTS + "3.message_content.type", "tool_result"),
            entry(PARTS + "3.message_content.text", "[\"Emma\"]"),
            entry(PARTS + "4.message_content.text", "I cannot."),
            entry(
                "llm.input_messages.0.message.tool_calls.0.tool_call.reasoning_signature",
                "dGhvdWdodA=="),
            entry(
                GenAi.INPUT_MESSAGES,
                "[{\"role\":\"assistant\",\"parts\":["
                    + "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"content\":\"Two shelves.\","
                    + "\"signature\":\"c2ln\"},"
                    + "{\"type\":\"reasoning\",\"content\":\"\"},"
                    + "{\"type\":\"server_tool_call\",\"id\":\"ws_1\",\"name\":\"web_search\","
                    + "\"server_tool_call\":{\"type\":\"web_search\","
                    + "\"arguments\":{\"query\":\"books\"}}},"
                    + "{\"type\":\"server_tool_call_response\",\"id\":\"ws_1\","
                    + "\"server_tool_call_response\":{\"type\":\"web_search\","
                    + "\"result\":[\"Emma\"]}},"
                    + "{\"type\":\"refusal\",\"content\":\"I cannot.\"},"
                    + "{\"type\":\"tool_call\",\"id\":\"call_1\",\"name\":\"search\","
                    + "\"arguments\":{}}]}]"));
  }

  @Test
  void withoutContentTypesAndIdsRemainAtTheSamePlaces() {
    AtomicInteger reads = new AtomicInteger();

    Map<String, Object> call =
        ask(
            LlmMessage.of("system", "SECRET rules"),
            LlmMessage.inParts(
                "user",
                List.of(
                    new LlmPart.Text("SECRET"),
                    new LlmPart.Blob("image", "image/png", 8, () -> read(reads)),
                    new LlmPart.FileRef("file", null, "SECRET-file"))),
            new LlmMessage(
                "assistant",
                null,
                List.of(new LlmToolCall("call_1", "search", "{\"q\":\"SECRET\"}")),
                null),
            LlmMessage.toolResult("call_1", "SECRET result"));

    assertThat(recorded.everything()).doesNotContain("SECRET");
    assertThat(reads).hasValue(0);
    assertThat(call)
        .contains(
            entry("llm.input_messages.0.message.role", "system"),
            entry("llm.input_messages.1.message.contents.1.message_content.type", "image"),
            entry("llm.input_messages.2.message.tool_calls.0.tool_call.id", "call_1"),
            entry("llm.input_messages.3.message.tool_call_id", "call_1"),
            entry(
                GenAi.INPUT_MESSAGES,
                "[{\"role\":\"system\",\"parts\":[]},{\"role\":\"user\",\"parts\":[]},"
                    + "{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\","
                    + "\"id\":\"call_1\",\"name\":\"search\"}]},"
                    + "{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\","
                    + "\"id\":\"call_1\",\"response\":null}]}]"));
  }

  @Test
  void imagesAndTextAreHiddenOnTheirOwn() {
    LlmMessage both =
        LlmMessage.inParts(
            "user",
            List.of(
                new LlmPart.Text("SECRET text"),
                new LlmPart.Uri(LlmPart.IMAGE, null, "https://example.org/image"),
                LlmPart.Blob.ofBase64(LlmPart.IMAGE, "image/png", "iVBO"),
                LlmPart.Blob.ofBase64(LlmPart.AUDIO, "audio/wav", "UklG")));

    hide(ContentPart.INPUT_IMAGE);
    Map<String, Object> noImages = ask(both);
    assertThat(noImages.toString())
        .contains("SECRET text", "UklG")
        .doesNotContain("example.org", "iVBO");
    assertThat(noImages)
        .containsEntry(PARTS + "1.message_content.image.image.url", "__REDACTED__")
        .containsEntry(PARTS + "2.message_content.image.image.url", "__REDACTED__");

    hide(ContentPart.INPUT_TEXT);
    assertThat(ask(both).toString())
        .contains("example.org", "iVBO")
        .doesNotContain("SECRET", "UklG");
  }

  @Test
  void dataThatIsTooLongIsHiddenAndNotRead() {
    show();
    AtomicInteger reads = new AtomicInteger();

    Map<String, Object> call =
        ask(
            LlmMessage.inParts(
                "user",
                List.of(new LlmPart.Blob("image", "image/png", 32_001, () -> read(reads)))));

    assertThat(reads).hasValue(0);
    assertThat(call)
        .containsEntry(PARTS + "0.message_content.image.image.url", "__REDACTED__")
        .containsEntry(
            GenAi.INPUT_MESSAGES,
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"blob\",\"mime_type\":\"image/png\","
                + "\"modality\":\"image\",\"content\":\"__REDACTED__\"}]}]");
  }

  /** Half an image is none; text comes first. */
  @Test
  void dataTakesWhatTextsLeaveOfTheBound() {
    show();
    String image = "A".repeat(12_000);

    Map<String, Object> call =
        ask(
            LlmMessage.inParts(
                "user",
                List.of(
                    LlmPart.Blob.ofBase64(LlmPart.IMAGE, null, image),
                    LlmPart.Blob.ofBase64(LlmPart.IMAGE, null, image),
                    new LlmPart.Text("t".repeat(2_000)))));

    String json = (String) call.get(GenAi.INPUT_MESSAGES);
    assertThat(json)
        .hasSizeLessThanOrEqualTo(ContentSettings.DEFAULT_MAX_LENGTH)
        .contains(
            "\"content\":\"" + image + "\"", "\"content\":\"__REDACTED__\"", "t".repeat(2_000));
    assertThat(call)
        .containsEntry(PARTS + "1.message_content.image.image.url", "data:;base64," + image);
  }

  @Test
  void whatOnlyClaimsToBeDataIsRedacted() {
    show();

    ask(
        LlmMessage.inParts(
            "user",
            List.of(LlmPart.Blob.ofBase64(LlmPart.IMAGE, "image/png", "jane@example.com"))));

    assertThat(recorded.everything()).doesNotContain("jane@example.com").contains("[EMAIL]");
  }

  @Test
  void longConversationsStayWithinTheBoundAndWhole() {
    onlyGenAi = true; // a span has no more than 128 attributes
    show();
    LlmMessage[] messages = new LlmMessage[2_000];
    Arrays.fill(
        messages,
        LlmMessage.inParts(
            "user", List.of(new LlmPart.Text("text"), new LlmPart.Uri("image", null, "u"))));

    assertThat((String) ask(messages).get(GenAi.INPUT_MESSAGES))
        .hasSizeLessThanOrEqualTo(ContentSettings.DEFAULT_MAX_LENGTH)
        .endsWith("]}]");
  }

  @Test
  void anAnswerOfToolCallsIsTheOutput() {
    show();
    complete(
        new Request("m", List.of(LlmMessage.of("user", "Hi"))),
        Response.asking(new LlmToolCall("call_1", "search", "{\"password\":\"letmein\"}")));

    assertThat(attributes(recorded.span("chat m")))
        .contains(
            entry(
                "output.value",
                "{\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":"
                    + "{\"name\":\"search\",\"arguments\":{\"password\":\"[SECRET]\"}}}]}"),
            entry("output.mime_type", "application/json"));
  }

  @Test
  void argumentsAreHiddenInTheOutputToo() {
    hide(ContentPart.OUTPUT_ARGUMENTS);
    complete(
        new Request("m", List.of(LlmMessage.of("user", "Hi"))),
        Response.asking(new LlmToolCall("call_1", "search", "{\"q\":\"SECRET\"}")));

    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void theScopeHasAVersion() {
    ask(LlmMessage.of("user", "Hi"));

    assertThat(recorded.span("chat m").getInstrumentationScopeInfo().getVersion())
        .matches("\\d+\\.\\d+\\.\\d+.*");
  }

  private Map<String, Object> ask(LlmMessage... messages) {
    complete(new Request("m", List.of(messages)), Response.saying("Hi"));
    return attributes(recorded.span("chat m"));
  }

  @LlmCall
  Response complete(Request request, Response response) {
    return response;
  }

  private void show() {
    hide();
  }

  private void hide(ContentPart... parts) {
    recorded.close();
    recorded = Recorded.withDefaults();
    ContentSettings content = ContentSettings.of(ContentMode.SPAN_ONLY).withHidden(Set.of(parts));
    Settings defaults = Settings.fromEnvironment(null);
    Tracing.install(
        recorded.sdk(),
        new Settings(
            defaults.conventions().stream()
                .filter(convention -> !onlyGenAi || convention.id().startsWith("genai"))
                .toList(),
            content,
            defaults.reparentTools(),
            defaults.prices(),
            defaults.metricAttributes(),
            defaults.baggage(),
            defaults.retrieval()));
  }

  private static String read(AtomicInteger reads) {
    reads.incrementAndGet();
    return "iVBORw0K";
  }
}
