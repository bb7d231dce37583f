package com.acme.library;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class OpenAi {

  @Produces
  @ApplicationScoped
  OpenAIClient client(
      @ConfigProperty(name = "openai.base-url") String baseUrl,
      @ConfigProperty(name = "openai.api-key") String apiKey) {
    return OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey(apiKey).build();
  }

  void close(@Disposes OpenAIClient client) {
    client.close();
  }
}
