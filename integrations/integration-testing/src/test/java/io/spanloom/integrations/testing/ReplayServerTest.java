package io.spanloom.integrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReplayServerTest {

  @AutoClose private final ReplayServer server = new ReplayServer();

  @Test
  void givesItsRepliesInOrder() throws Exception {
    server.replies(Reply.json("{}"), Reply.json(429, "[]"));

    assertThat(ask().body()).isEqualTo("{}");
    assertThat(ask().statusCode()).isEqualTo(429);
    assertThat(ask().statusCode()).isEqualTo(501);
    assertThat(server.requests())
        .hasSize(3)
        .contains(new ReceivedRequest("POST", "/v1/chat?stream=true", "Hello"));
  }

  @Test
  void streamsEvents() throws Exception {
    server.replies(Reply.events("data: one", "event: x\ndata: two"));

    assertThat(ask().body()).isEqualTo("data: one\n\nevent: x\ndata: two\n\n");
  }

  @Test
  void brokenRepliesBreakOff() {
    server.replies(Reply.events("data: one").broken());

    assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
  }

  private HttpResponse<String> ask() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + "/v1/chat?stream=true"))
                .POST(HttpRequest.BodyPublishers.ofString("Hello"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
