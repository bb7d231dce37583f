package io.spanloom.springboot.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Traces LangChain4j's models and retrievers. */
@AutoConfiguration
@ConditionalOnClass(ChatModel.class)
@ConditionalOnProperty(name = "spanloom.enabled", havingValue = "true", matchIfMissing = true)
class SpanloomLangChain4jAutoConfiguration {

  @Bean
  static ModelWrapper spanloomLangChain4jModels() {
    return new ModelWrapper();
  }
}
