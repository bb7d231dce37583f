package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
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
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Spring reflects on every bean, on traced models too. */
@ExtendWith(SpanloomExtension.class)
class SpringBeansTest {

  private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

  @BeforeEach
  void reflectsOnBeansAsApplicationContextsDo() {
    AutowiredAnnotationBeanPostProcessor autowiring = new AutowiredAnnotationBeanPostProcessor();
    autowiring.setBeanFactory(beans);
    beans.addBeanPostProcessor(autowiring);
  }

  @Test
  void chatModels(RecordedSpans recorded) {
    ChatModel model =
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            return response();
          }
        };

    String answer = bean(ChatModel.class, () -> Traced.chatModel(model)).chat("Hello");

    assertThat(answer).isEqualTo("Hi");
    assertThat(recorded.trace()).hasTree("chat\n");
  }

  @Test
  void streamingChatModels(RecordedSpans recorded) throws Exception {
    StreamingChatModel model =
        new StreamingChatModel() {
          @Override
          public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            handler.onCompleteResponse(response());
          }
        };
    CompletableFuture<ChatResponse> end = new CompletableFuture<>();

    bean(StreamingChatModel.class, () -> Traced.streamingChatModel(model))
        .chat(
            "Hello",
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String text) {}

              @Override
              public void onCompleteResponse(ChatResponse response) {
                end.complete(response);
              }

              @Override
              public void onError(Throwable error) {
                end.completeExceptionally(error);
              }
            });

    assertThat(end.get().aiMessage().text()).isEqualTo("Hi");
    assertThat(recorded.trace()).hasTree("chat\n");
  }

  @Test
  void embeddingModels(RecordedSpans recorded) {
    EmbeddingModel model =
        new EmbeddingModel() {
          @Override
          public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(List.of(Embedding.from(new float[] {1, 2})));
          }

          @Override
          public Response<Embedding> embed(TextSegment segment) {
            return Response.from(Embedding.from(new float[] {1, 2}));
          }
        };

    EmbeddingModel bean = bean(EmbeddingModel.class, () -> Traced.embeddingModel(model));

    assertThat(bean.embed("care").content().dimension()).isEqualTo(2);
    assertThat(bean.dimension()).isEqualTo(2); // the model's own business
    assertThat(recorded.trace()).hasTree("embeddings\n");
  }

  @Test
  void contentRetrievers(RecordedSpans recorded) {
    ContentRetriever retriever = query -> List.of(Content.from("Case one"));

    List<Content> found =
        bean(ContentRetriever.class, () -> Traced.contentRetriever("case law", retriever))
            .retrieve(Query.from("care"));

    assertThat(found).hasSize(1);
    assertThat(recorded.trace()).hasTree("retrieval case law\n");
  }

  private <T> T bean(Class<T> type, Supplier<T> factoryMethod) {
    RootBeanDefinition definition = new RootBeanDefinition(type, factoryMethod);
    definition.setDestroyMethodName(AbstractBeanDefinition.INFER_METHOD); // as for @Bean methods
    beans.registerBeanDefinition(type.getName(), definition);
    return beans.getBean(type);
  }

  private static ChatResponse response() {
    return ChatResponse.builder().aiMessage(AiMessage.from("Hi")).build();
  }
}
