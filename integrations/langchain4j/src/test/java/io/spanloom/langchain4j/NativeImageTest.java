package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.tool.ToolProviderResult;
import io.spanloom.integrations.testing.NativeImageFiles;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stand-ins are proxies, which an image has to know when it is built. */
@Tag("newest") // it names members that an older LangChain4j lacks
class NativeImageTest {

  private final NativeImageFiles files = new NativeImageFiles(Traced.class, "spanloom-langchain4j");

  @Test
  void whatIsDeclaredIsThere() throws Exception {
    assertThat(files.missing()).isEmpty();
  }

  @Test
  void standInsAreDeclared() throws Exception {
    ToolSpecification tool = ToolSpecification.builder().name("search").build();
    Object[] standIns = {
      Traced.chatModel(OpenAiChatModel.builder().apiKey("none").build()),
      Traced.streamingChatModel(OpenAiStreamingChatModel.builder().apiKey("none").build()),
      Traced.embeddingModel(OpenAiEmbeddingModel.builder().apiKey("none").build()),
      TracedServices.toolProvider(request -> new ToolProviderResult(Map.of())),
      TracedServices.tools(Map.of(tool, (request, memory) -> "found")).get(tool)
    };
    for (Object standIn : standIns) {
      assertThat(files.declares(standIn)).as("%s", standIn.getClass()).isTrue();
    }
  }
}
