package io.spanloom.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;

/** A program that asks a model once; the OpenTelemetry Java agent prints its spans. */
final class UnderAgent {

  private UnderAgent() {}

  public static void main(String[] arguments) {
    try (ReplayServer server = new ReplayServer()) {
      server.replies(Reply.json(Replies.CHAT));
      OpenAIClient client =
          OpenAIOkHttpClient.builder()
              .baseUrl(server.url() + "/v1")
              .apiKey("test")
              .maxRetries(0)
              .build();
      new Clerk(client)
          .ask(
              ChatCompletionCreateParams.builder()
                  .model("gpt-4.1-mini")
                  .addUserMessage("A book?")
                  .build());
      client.close();
    }
  }
}
