package com.acme.library;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.spanloom.langchain4j.Traced;
import io.spanloom.sdk.SpanloomSdk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Traced models as beans: Spring reflects on their classes. */
@SpringBootApplication
public class LibraryApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(LibraryApplication.class, arguments).close();
  }

  @Bean(destroyMethod = "close")
  SpanloomSdk spanloom() {
    return SpanloomSdk.builder().serviceName("library").start();
  }

  @Bean
  ChatModel chatModel(
      @Value("${openai.base-url}") String baseUrl, @Value("${openai.api-key}") String apiKey) {
    return Traced.chatModel(
        OpenAiChatModel.builder()
            .baseUrl(baseUrl)
            .apiKey(apiKey)
            .modelName("gpt-4.1-mini")
            .build());
  }

  @Bean
  ApplicationRunner question(ChatModel model, SpanloomSdk startedBefore) {
    return arguments -> System.out.println(model.chat("Is Walden there?"));
  }
}
