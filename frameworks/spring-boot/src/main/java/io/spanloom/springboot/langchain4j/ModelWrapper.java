package io.spanloom.springboot.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import io.spanloom.langchain4j.Traced;
import io.spanloom.springboot.bean.BeanWrapper;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Replaces models and retrievers by traced ones. A retriever's data source is its bean's name. */
final class ModelWrapper implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    Object result = wrap(bean, name, ChatModel.class, "chatModel", Traced::chatModel);
    result =
        wrap(
            result,
            name,
            StreamingChatModel.class,
            "streamingChatModel",
            Traced::streamingChatModel);
    result = wrap(result, name, EmbeddingModel.class, "embeddingModel", Traced::embeddingModel);
    return wrap(
        result,
        name,
        ContentRetriever.class,
        "contentRetriever",
        retriever -> Traced.contentRetriever(name, retriever));
  }

  private static <T> Object wrap(
      Object bean, String name, Class<T> type, String method, UnaryOperator<T> traced) {
    return type.isInstance(bean)
        ? BeanWrapper.wrap(
            bean,
            name,
            type,
            traced.apply(type.cast(bean)),
            "Return Traced." + method + "(…) from the bean's method, as the interface.")
        : bean;
  }
}
