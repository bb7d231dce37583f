package io.spanloom.googlegenai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentResponse;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.StreamedResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thoughts, data, files, and code that the provider runs itself. */
class MessagePartsTest {

  @Test
  void mediaAreGiven() {
    LlmMessage message =
        Contents.read(
                Content.fromJson(
                    """
                    {"role": "user", "parts": [
                      {"text": "What is this?"},
                      {"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}},
                      {"fileData": {"mimeType": "video/mp4", "fileUri": "gs://films/a.mp4"}},
                      {"fileData": {"mimeType": "application/pdf", "fileUri": "gs://a.pdf"}}]}
                    """))
            .get(0);

    assertThat(message.role()).isEqualTo("user");
    assertThat(message.text()).isEqualTo("What is this?");
    LlmPart.Blob image = (LlmPart.Blob) message.parts().get(1);
    assertThat(image.modality()).isEqualTo("image");
    assertThat(image.base64().get()).isEqualTo("iVBORw==");
    assertThat(image.base64Length()).isEqualTo(8);
    assertThat(message.parts().subList(2, 4))
        .containsExactly(
            new LlmPart.Uri("video", "video/mp4", "gs://films/a.mp4"),
            new LlmPart.Uri("file", "application/pdf", "gs://a.pdf"));
  }

  @Test
  void thoughtsAreReasoningAndCodeIsTheProviders() {
    LlmMessage message = answer(content("")).messages().get(0);

    assertThat(message.text()).isEqualTo("Two.");
    assertThat(message.parts().get(0)).isEqualTo(new LlmPart.Reasoning("Count.", null));
    assertThat(((LlmPart.ServerToolCall) message.parts().get(1)).name())
        .isEqualTo("code_execution");
    assertThat(((LlmPart.ServerToolCall) message.parts().get(1)).arguments()).contains("1+1");
    assertThat(((LlmPart.ServerToolResult) message.parts().get(2)).result()).contains("\"2\"");
    assertThat(message.parts().get(3)).isEqualTo(new LlmPart.Text("Two."));
    assertThat(message.toolCalls().get(0).name()).isEqualTo("search");
  }

  @Test
  void signaturesAreKeptWhereTheSdkKnowsThem() {
    LlmMessage message = answer(content(", \"thoughtSignature\": \"c2ln\"")).messages().get(0);
    assumeThat(message.toolCalls().get(0).reasoningSignature()).isNotNull();

    assertThat(message.toolCalls().get(0).reasoningSignature()).isEqualTo("c2ln");
    assertThat(message.parts().get(0)).isEqualTo(new LlmPart.Reasoning("Count.", "c2ln"));
  }

  @Test
  void streamedThoughtsArePutTogether() {
    StreamedResponse response = new StreamedResponse(1000);
    StreamedContentAdapter adapter = new StreamedContentAdapter();
    adapter.read(piece("{\"text\": \"Count \", \"thought\": true}"), response);
    adapter.read(piece("{\"text\": \"them.\", \"thought\": true}"), response);
    adapter.read(piece("{\"text\": \"Two\"}"), response);
    adapter.read(piece("{\"text\": \" books.\"}"), response);

    assertThat(response.messages())
        .containsExactly(
            LlmMessage.inParts(
                "assistant",
                List.of(new LlmPart.Reasoning("Count them.", null), new LlmPart.Text("Two books.")),
                List.of(),
                ""));
  }

  private static ContentResponse answer(String content) {
    return new ContentResponse(
        GenerateContentResponse.fromJson("{\"candidates\": [{\"content\": " + content + "}]}"));
  }

  private static String content(String signature) {
    return """
        {"role": "model", "parts": [
          {"text": "Count.", "thought": true%s},
          {"executableCode": {"code": "1+1", "language": "PYTHON"}},
          {"codeExecutionResult": {"outcome": "OUTCOME_OK", "output": "2"}},
          {"text": "Two."},
          {"functionCall": {"name": "search", "args": {}}%s}]}
        """
        .formatted(signature, signature);
  }

  private static GenerateContentResponse piece(String part) {
    return GenerateContentResponse.fromJson(
        "{\"candidates\": [{\"content\": {\"role\": \"model\", \"parts\": [" + part + "]}}]}");
  }
}
