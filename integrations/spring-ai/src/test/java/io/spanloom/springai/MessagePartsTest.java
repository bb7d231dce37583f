package io.spanloom.springai;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.MimeTypeUtils;

/** Media of messages, and what models thought. */
class MessagePartsTest {

  @Test
  void mediaAreGiven() {
    UserMessage message =
        UserMessage.builder()
            .text("What is this?")
            .media(
                new Media(MimeTypeUtils.IMAGE_PNG, URI.create("https://example.org/a.png")),
                new Media(MimeTypeUtils.IMAGE_JPEG, new ByteArrayResource(new byte[] {1, 2})))
            .build();

    LlmMessage read = ChatMessages.read(message).get(0);

    assertThat(read.text()).isEqualTo("What is this?");
    assertThat(read.parts().get(0)).isEqualTo(new LlmPart.Text("What is this?"));
    assertThat(read.parts().get(1))
        .isEqualTo(new LlmPart.Uri("image", "image/png", "https://example.org/a.png"));
    LlmPart.Blob image = (LlmPart.Blob) read.parts().get(2);
    assertThat(image.mimeType()).isEqualTo("image/jpeg");
    assertThat(image.base64().get()).isEqualTo("AQI=");
    assertThat(image.base64Length()).isEqualTo(4);
  }

  @Test
  void reasoningIsInTheMetadata() {
    assertThat(read("Two.", Map.of("reasoningContent", "Count.", "role", "ASSISTANT")))
        .isEqualTo(
            LlmMessage.inParts(
                "assistant",
                List.of(new LlmPart.Reasoning("Count.", null), new LlmPart.Text("Two."))));
  }

  @Test
  void aSignedTextIsReasoning() {
    LlmMessage read = read("Count.", Map.of("signature", "c2ln"));

    assertThat(read.text()).isNull();
    assertThat(read.parts()).containsExactly(new LlmPart.Reasoning("Count.", "c2ln"));
  }

  @Test
  void otherMetadataAreNone() {
    assertThat(read("Two.", Map.of("refusal", "", "reasoningContent", "")))
        .isEqualTo(LlmMessage.of("assistant", "Two."));
  }

  private static LlmMessage read(String text, Map<String, Object> metadata) {
    return ChatMessages.read(Messages.assistant(text, metadata));
  }

  /** The constructor that takes metadata is no longer public in newer versions. */
  private static final class Messages extends AssistantMessage {

    private Messages(String text, Map<String, Object> metadata) {
      super(text, metadata, List.of(), List.of());
    }

    static AssistantMessage assistant(String text, Map<String, Object> metadata) {
      return new Messages(text, metadata);
    }
  }
}
