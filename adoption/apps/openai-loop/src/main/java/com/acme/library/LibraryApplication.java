package com.acme.library;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.spanloom.sdk.SpanloomSdk;

public final class LibraryApplication {

  public static void main(String[] arguments) {
    try (SpanloomSdk sdk = SpanloomSdk.builder().serviceName("library").start()) {
      OpenAIClient client =
          OpenAIOkHttpClient.builder()
              .baseUrl(System.getenv("MODEL_URL"))
              .apiKey(System.getenv("MODEL_API_KEY"))
              .build();
      Librarian librarian = new Librarian(client, new Catalogue());
      System.out.println(librarian.answer("reader-7", "Is Walden there? Keep it for me."));
    }
    System.exit(0); // the client's threads would linger
  }

  private LibraryApplication() {}
}
