package com.acme.library;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class LibraryApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(LibraryApplication.class, arguments).close();
  }

  @Bean
  ChatModel chatModel(
      @Value("${openai.base-url}") String baseUrl, @Value("${openai.api-key}") String apiKey) {
    return OpenAiChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(apiKey)
        .modelName("gpt-4.1-mini")
        .build();
  }

  @Bean
  Assistant assistant(ChatModel model, Catalogue catalogue) {
    return AiServices.builder(Assistant.class).chatModel(model).tools(catalogue).build();
  }

  @Bean
  ApplicationRunner question(Librarian librarian) {
    return arguments ->
        System.out.println(librarian.answer("reader-7", "Is Walden there? Keep it for me."));
  }
}
