package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.message.VideoContent;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Images, sound, films and documents that a model is given. */
class MessagePartsTest {

  @Test
  void mediaAreGiven() {
    LlmMessage message =
        ChatMessages.read(
            UserMessage.from(
                TextContent.from("What is this?"),
                ImageContent.from("iVBO", "image/png"),
                ImageContent.from(URI.create("https://example.org/a.png")),
                AudioContent.from("UklG", "audio/wav"),
                VideoContent.from(URI.create("https://example.org/a.mp4")),
                PdfFileContent.from(URI.create("https://example.org/a.pdf"))));

    assertThat(message.role()).isEqualTo("user");
    assertThat(message.text()).isEqualTo("What is this?");
    assertThat(message.parts()).hasSize(6);
    assertBlob(message.parts().get(1), "image", "image/png", "iVBO");
    assertUri(message.parts().get(2), "image", "https://example.org/a.png");
    assertBlob(message.parts().get(3), "audio", "audio/wav", "UklG");
    assertUri(message.parts().get(4), "video", "https://example.org/a.mp4");
    assertUri(message.parts().get(5), "file", "https://example.org/a.pdf");
  }

  /** The oldest version has no thinking. */
  @Test
  void thinkingIsReasoning() {
    assumeTrue(
        Arrays.stream(AiMessage.class.getMethods())
            .anyMatch(method -> method.getName().equals("thinking")));

    LlmMessage message =
        ChatMessages.read(
            AiMessage.builder()
                .text("Two.")
                .thinking("Count.")
                .attributes(Map.of("thinking_signature", "c2ln"))
                .build());

    assertThat(message)
        .isEqualTo(
            LlmMessage.inParts(
                "assistant",
                List.of(new LlmPart.Reasoning("Count.", "c2ln"), new LlmPart.Text("Two."))));
  }

  @Test
  void textsAreTheMessage() {
    assertThat(
            ChatMessages.read(
                UserMessage.from(TextContent.from("What?"), TextContent.from("Which?"))))
        .isEqualTo(LlmMessage.of("user", "What?\nWhich?"));
  }

  private static void assertBlob(LlmPart part, String modality, String mimeType, String data) {
    LlmPart.Blob blob = (LlmPart.Blob) part;
    assertThat(blob.modality()).isEqualTo(modality);
    assertThat(blob.mimeType()).isEqualTo(mimeType);
    assertThat(blob.base64().get()).isEqualTo(data);
  }

  private static void assertUri(LlmPart part, String modality, String uri) {
    LlmPart.Uri read = (LlmPart.Uri) part;
    assertThat(read.modality()).isEqualTo(modality);
    assertThat(read.uri()).isEqualTo(uri);
  }
}
