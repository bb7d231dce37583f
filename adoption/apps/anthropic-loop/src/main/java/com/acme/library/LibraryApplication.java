package com.acme.library;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import io.spanloom.anthropic.Traced;
import io.spanloom.sdk.SpanloomSdk;

public final class LibraryApplication {

  /**
   * Spanloom's SDK becomes the global instance: without {@link Traced} the SDK would trace itself,
   * too.
   */
  public static void main(String[] arguments) {
    try (SpanloomSdk sdk = SpanloomSdk.builder().serviceName("library").start()) {
      AnthropicClient client =
          AnthropicOkHttpClient.builder()
              .baseUrl(System.getenv("MODEL_URL"))
              .apiKey(System.getenv("MODEL_API_KEY"))
              .build();
      Librarian librarian = new Librarian(Traced.client(client));
      System.out.println(librarian.answer("reader-7", "Is Walden there? Keep it for me."));
    }
    System.exit(0); // the client's threads would linger
  }

  private LibraryApplication() {}
}
