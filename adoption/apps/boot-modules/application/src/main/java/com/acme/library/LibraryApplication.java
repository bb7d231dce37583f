package com.acme.library;

import com.acme.catalogue.Catalogue;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication(scanBasePackages = "com.acme")
public class LibraryApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(LibraryApplication.class, arguments).close();
  }

  @Bean
  ChatClient chatClient(ChatClient.Builder builder, Catalogue catalogue) {
    return builder.defaultTools(catalogue).build();
  }

  @Bean
  ApplicationRunner question(Librarian librarian) {
    return arguments ->
        System.out.println(librarian.answer("reader-7", "Is Walden there? Keep it for me."));
  }
}
