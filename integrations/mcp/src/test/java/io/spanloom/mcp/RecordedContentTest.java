package io.spanloom.mcp;

import static io.spanloom.testing.SpanloomAssertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.testing.SpanloomExtension;
import io.spanloom.testing.Trace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is recorded once a user has asked for it: content, and the session on both sides. */
@Timeout(60)
class RecordedContentTest {

  @RegisterExtension
  private final SpanloomExtension spans =
      SpanloomExtension.with(
          SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).baggage("session.id").build());

  @Test
  void argumentsAndResultsAreOnBothSides() throws InterruptedException {
    Shelves shelves = new Shelves();
    try (HttpServer server = HttpServer.sync(List.of(McpTracing.tool(shelves.tool("find_book"))));
        McpSyncClient client =
            McpClient.sync(
                    McpTracing.client(
                        HttpClientStreamableHttpTransport.builder(server.url()).build()))
                .build()) {
      client.initialize();
      new Librarian().callInSession("s-1", client, "Walden");
    }

    Trace trace = spans.recorded().awaitSpans(5, Duration.ofSeconds(20)).trace();
    assertThat(trace)
        .hasRoot("invoke_agent librarian")
        .child("execute_tool find_book")
        .hasAttribute("gen_ai.tool.call.arguments", "{\"title\":\"Walden\"}")
        .hasAttribute("gen_ai.tool.call.result", "Walden is on shelf 12")
        .hasAttribute("session.id", "s-1")
        .child("tools/call find_book")
        .hasAttribute("input.value", "{\"input\":{\"title\":\"Walden\"}}")
        .hasAttribute("output.value", "Walden is on shelf 12")
        .hasAttribute("session.id", "s-1")
        .child("execute_tool find_book")
        .hasAttribute("session.id", "s-1");
  }
}
