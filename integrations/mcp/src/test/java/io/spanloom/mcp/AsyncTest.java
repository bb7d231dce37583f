package io.spanloom.mcp;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.spanloom.mcp.Librarian.LaterTools;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import io.spanloom.testing.Trace;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

/** The same where nobody waits: an asynchronous client and an asynchronous server. */
@Timeout(60)
@ExtendWith(SpanloomExtension.class)
class AsyncTest {

  private static final Duration AT_MOST = Duration.ofSeconds(20);

  private static final String TREE =
      """
      invoke_agent librarian
        chat stand-in
        execute_tool find_book
          tools/call find_book
            execute_tool find_book
      """;

  private final Librarian librarian = new Librarian();
  private final HttpServer server = HttpServer.async(McpTracing.tool(new Shelves().laterTool()));
  private final McpAsyncClient client =
      McpClient.async(
              McpTracing.client(HttpClientStreamableHttpTransport.builder(server.url()).build()))
          .build();

  @BeforeEach
  void start() {
    client.initialize().block();
  }

  @AfterEach
  void stop() {
    client.closeGracefully().block();
    server.close();
  }

  @Test
  void aCallIsOneTrace(RecordedSpans recorded) throws InterruptedException {
    assertThat(librarian.callLater(client, "Walden").block()).isEqualTo("Walden is on shelf 12");

    Trace trace = recorded.awaitSpans(5, AT_MOST).trace();
    assertThat(trace).everyToolHasItsCallId().hasNoErrors().hasNoContent().hasTree(TREE);
    assertThat(trace).hasSpan("tools/call find_book").hasAttribute("mcp.session.id");
  }

  @Test
  void aToolThatCallsTheServersHasTheSpan(RecordedSpans recorded) throws InterruptedException {
    librarian.runLater(new LaterTools(client), "Walden").block();

    Trace trace = recorded.awaitSpans(5, AT_MOST).trace();
    assertThat(trace).everyToolHasItsCallId().hasTree(TREE);
    assertThat(trace)
        .hasRoot("invoke_agent librarian")
        .child("execute_tool find_book")
        .hasAttribute("mcp.method.name", "tools/call");
  }

  @Test
  void manyAgentsAtOnceStayApart(RecordedSpans recorded) throws InterruptedException {
    Flux.range(0, 20).flatMap(n -> librarian.callLater(client, "Walden " + n)).blockLast();

    recorded.awaitSpans(100, AT_MOST);
    assertThat(recorded.traces()).hasSize(20).allSatisfy(trace -> assertThat(trace).hasTree(TREE));
  }
}
