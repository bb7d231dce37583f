package io.spanloom.mcp;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.spanloom.mcp.Librarian.Tools;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import io.spanloom.testing.Trace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls that fail, or are not answered. */
@Timeout(60)
@ExtendWith(SpanloomExtension.class)
class FailuresTest {

  private static final Duration AT_MOST = Duration.ofSeconds(20);

  private final Librarian librarian = new Librarian();
  private final Shelves shelves = new Shelves();
  private final HttpServer server =
      HttpServer.sync(
          List.of(
              McpTracing.tool(shelves.tool("lose_book")),
              McpTracing.tool(shelves.tool("deny")),
              McpTracing.tool(shelves.tool("wait"))));

  @AfterEach
  void stop() {
    shelves.patience.countDown();
    server.close();
  }

  private McpClientTransport http() {
    return HttpClientStreamableHttpTransport.builder(server.url()).build();
  }

  private McpSyncClient client() {
    McpSyncClient client = McpClient.sync(McpTracing.client(http())).build();
    client.initialize();
    return client;
  }

  private static Trace await(RecordedSpans recorded, int spans) throws InterruptedException {
    return recorded.awaitSpans(spans, AT_MOST).trace();
  }

  @Test
  void aToolsErrorIsAnError(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      librarian.call(client, "lose_book", "Walden");
    }

    Trace trace = await(recorded, 4);
    assertThat(trace)
        .doesNotMention("Walden")
        .hasTree(
            """
            invoke_agent librarian
              chat stand-in
              execute_tool lose_book ERROR
                tools/call lose_book ERROR
            """);
    assertThat(trace).hasSpan("execute_tool lose_book").hasFailedWith("tool_error");
    assertThat(trace).hasSpan("tools/call lose_book").hasFailedWith("tool_error");
  }

  @Test
  void aToolsErrorIsOneOfTheToolThatCallsIt(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      Tools tools = new Tools(client);
      librarian.run("lose_book", "Walden", () -> tools.lose("Walden"));
    }

    assertThat(await(recorded, 4))
        .hasSpan("execute_tool lose_book")
        .hasToolCallId("call_1")
        .hasFailedWith("tool_error");
  }

  @Test
  void whatAHandlerThrowsIsAnError(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      try {
        librarian.call(client, "deny", "Walden");
      } catch (RuntimeException denied) {
        assertThat(denied).hasMessageContaining("not for Walden");
      }
    }

    Trace trace = await(recorded, 4);
    assertThat(trace).doesNotMention("Walden");
    assertThat(trace)
        .hasSpan("tools/call deny")
        .hasFailedWith("-32001")
        .hasAttribute("rpc.response.status_code", "-32001");
  }

  @Test
  void anUnknownToolIsAnError(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      assertThatThrownBy(() -> librarian.call(client, "find_film", "Walden"))
          .hasMessageContaining("Unknown tool");
    }

    Trace trace = await(recorded, 3);
    assertThat(trace)
        .hasSpan("execute_tool find_film")
        .hasToolCallId("call_1")
        .hasFailedWith("-32602")
        .hasAttribute("rpc.response.status_code", "-32602");
  }

  @Test
  void aCallThatIsNotAnsweredInTimeEnds(RecordedSpans recorded) throws InterruptedException {
    Duration timeout = Duration.ofMillis(300);
    try (McpSyncClient client =
        McpClient.sync(McpTracing.client(http(), timeout)).requestTimeout(timeout).build()) {
      client.initialize();
      assertThatThrownBy(() -> librarian.call(client, "wait", "Walden")).isNotNull();

      Trace trace = await(recorded, 3);
      assertThat(trace).hasSpan("execute_tool wait").hasFailedWith("timeout");
    }
  }

  @Test
  void aClosedClientEndsItsCalls(RecordedSpans recorded) throws InterruptedException {
    McpSyncClient client =
        McpClient.sync(McpTracing.client(http())).requestTimeout(Duration.ofMillis(300)).build();
    client.initialize();
    assertThatThrownBy(() -> librarian.call(client, "wait", "Walden")).isNotNull();
    client.close();

    assertThat(await(recorded, 3)).hasSpan("execute_tool wait").hasFailedWith("session_closed");
  }
}
