package io.spanloom.springboot.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.spanloom.langchain4j.Traced;
import io.spanloom.springboot.Contexts;
import io.spanloom.springboot.LoggedWarnings;
import io.spanloom.springboot.Memory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Models and retrievers that are beans have spans. */
class LangChain4jBeansTest {

  private final ApplicationContextRunner runner = Contexts.withStarter();

  @Test
  void chatModelsCanStillBeInjectedByClass() {
    runner
        .withBean(Model.class)
        .run(
            context -> {
              assertThat(context.getBean(Model.class).chat("Hello")).isEqualTo("Hi");
              assertThat(context.getBean(Model.class).name()).isEqualTo("model");
              assertThat(context.getBean(Memory.class).tree()).isEqualTo("chat\n");
            });
  }

  @Test
  void modelsThatTheApplicationTracesHaveOneSpan() {
    runner
        .withBean("model", ChatModel.class, () -> Traced.chatModel(new Model()))
        .run(
            context -> {
              context.getBean(ChatModel.class).chat("Hello");

              assertThat(context.getBean(Memory.class).tree()).isEqualTo("chat\n");
            });
  }

  @Test
  void aBeanThatIsModelAndRetrieverIsTracedAsBoth() {
    runner
        .withBean("both", Both.class)
        .run(
            context -> {
              context.getBean(ChatModel.class).chat("Hello");
              context.getBean(ContentRetriever.class).retrieve(Query.from("care"));

              assertThat(context.getBean(Memory.class).tree()).isEqualTo("chat\nretrieval both\n");
            });
  }

  @Test
  void embeddingModels() {
    EmbeddingModel model =
        new EmbeddingModel() {
          @Override
          public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(List.of(Embedding.from(new float[] {1, 2})));
          }
        };
    runner
        .withBean("model", EmbeddingModel.class, () -> model)
        .run(
            context -> {
              context.getBean(EmbeddingModel.class).embed(TextSegment.from("care"));

              assertThat(context.getBean(Memory.class).tree()).isEqualTo("embeddings\n");
            });
  }

  @Test
  void streamingModels() {
    StreamingChatModel model =
        new StreamingChatModel() {
          @Override
          public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            handler.onCompleteResponse(response());
          }
        };
    runner
        .withBean("model", StreamingChatModel.class, () -> model)
        .run(
            context -> {
              context.getBean(StreamingChatModel.class).chat("Hello", new Ignoring());

              assertThat(context.getBean(Memory.class).tree()).isEqualTo("chat\n");
            });
  }

  @Test
  void retrieversAreCalledByTheirBeansNames() {
    runner
        .withBean(
            "caseLaw", ContentRetriever.class, () -> query -> List.of(Content.from("Case one")))
        .run(
            context -> {
              context.getBean(ContentRetriever.class).retrieve(Query.from("care"));

              assertThat(context.getBean(Memory.class).tree()).isEqualTo("retrieval caseLaw\n");
            });
  }

  @Test
  void whatSpringCanMakeNoProxyOfWorksAsBefore() {
    try (LoggedWarnings logged = new LoggedWarnings()) {
      runner
          .withBean("sealed", FinalMethods.class)
          .run(
              context -> {
                assertThat(context.getBean(ChatModel.class).chat("Hello")).isEqualTo("Hi");
                assertThat(context.getBean(Memory.class).tree()).isEmpty();
              });
      assertThat(logged.texts())
          .singleElement()
          .asString()
          .startsWith("Cannot trace bean 'sealed': class ")
          .contains("final methods. Return Traced.chatModel(…)");
    }
  }

  private static ChatResponse response() {
    return ChatResponse.builder().aiMessage(AiMessage.from("Hi")).build();
  }

  static class Model implements ChatModel {

    private final String name = "model";

    @Override
    public ChatResponse doChat(ChatRequest request) {
      return response();
    }

    String name() {
      return name;
    }
  }

  static class FinalMethods extends Model {

    @Override
    public final ChatResponse doChat(ChatRequest request) {
      return super.doChat(request);
    }
  }

  static class Both extends Model implements ContentRetriever {

    @Override
    public List<Content> retrieve(Query query) {
      return List.of(Content.from(chat(query.text())));
    }
  }

  private static final class Ignoring implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(String text) {}

    @Override
    public void onCompleteResponse(ChatResponse response) {}

    @Override
    public void onError(Throwable error) {}
  }
}
