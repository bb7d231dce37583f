package com.acme.library;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class LibraryApplication {

  /** Starts the application, asks it one question as a browser would, and stops it. */
  public static void main(String[] arguments) throws Exception {
    try (ConfigurableApplicationContext application =
        SpringApplication.run(LibraryApplication.class, arguments)) {
      String port = application.getEnvironment().getRequiredProperty("local.server.port");
      HttpRequest question =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ask?reader=reader-7"))
              .build();
      System.out.println(HttpClient.newHttpClient().send(question, BodyHandlers.ofString()).body());
    }
  }

  @Bean
  ChatClient chatClient(ChatClient.Builder builder, Catalogue catalogue) {
    return builder.defaultTools(catalogue).build();
  }
}
