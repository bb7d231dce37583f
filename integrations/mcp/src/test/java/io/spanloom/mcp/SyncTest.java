package io.spanloom.mcp;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.opentelemetry.api.trace.SpanKind;
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

/** Whole traces of an agent and of the server that has its tools, over HTTP. */
@Timeout(60)
@ExtendWith(SpanloomExtension.class)
class SyncTest {

  private static final Duration AT_MOST = Duration.ofSeconds(20);

  private final Librarian librarian = new Librarian();
  private final Shelves shelves = new Shelves();
  private final HttpServer server =
      HttpServer.sync(
          List.of(
              McpTracing.tool(shelves.tool("find_book")),
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
  void aCallIsOneTraceWithTheModelsId(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      assertThat(librarian.call(client, "find_book", "Walden")).isEqualTo("Walden is on shelf 12");
    }

    Trace trace = await(recorded, 5);
    assertThat(trace)
        .everyToolHasItsCallId()
        .hasNoErrors()
        .hasNoContent()
        .doesNotMention("Walden")
        .hasTree(
            """
            invoke_agent librarian
              chat stand-in
              execute_tool find_book
                tools/call find_book
                  execute_tool find_book
            """);
    assertThat(trace)
        .hasRoot("invoke_agent librarian")
        .child("execute_tool find_book")
        .hasToolCallId("call_1")
        .isLinkedTo("chat stand-in")
        .hasAttribute("mcp.method.name", "tools/call")
        .hasAttribute("jsonrpc.request.id")
        .hasAttribute("mcp.protocol.version", protocolVersion(trace))
        .hasAttribute("network.transport", "tcp")
        .child("tools/call find_book")
        .hasAttribute("mcp.method.name", "tools/call")
        .hasAttribute("gen_ai.operation.name", "execute_tool")
        .hasAttribute("gen_ai.tool.name", "find_book")
        .hasAttribute("gen_ai.tool.call.id", "call_1")
        .hasAttribute("mcp.session.id")
        .child("execute_tool find_book")
        .hasToolCallId("call_1")
        .isLinkedTo("chat stand-in");
    assertThat(kind(trace, "tools/call find_book")).isEqualTo(SpanKind.SERVER);
    assertThat(kind(trace, "execute_tool find_book")).isEqualTo(SpanKind.CLIENT);
  }

  /** A date, whichever the two agreed on. */
  private static Object protocolVersion(Trace trace) {
    Object version =
        trace
            .spans()
            .map(span -> span.attributes().get("mcp.protocol.version"))
            .filter(value -> value != null)
            .findFirst()
            .orElseThrow();
    assertThat(version.toString()).matches("20\\d\\d-\\d\\d-\\d\\d");
    return version;
  }

  private static SpanKind kind(Trace trace, String name) {
    return trace
        .spans()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow()
        .data()
        .getKind();
  }

  @Test
  void aToolThatCallsTheServersHasTheSpan(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      Tools tools = new Tools(client);
      librarian.run("find_book", "Walden", () -> tools.find("Walden"));
    }

    Trace trace = await(recorded, 5);
    assertThat(trace)
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent librarian
              chat stand-in
              execute_tool find_book
                tools/call find_book
                  execute_tool find_book
            """);
    assertThat(trace)
        .hasRoot("invoke_agent librarian")
        .child("execute_tool find_book")
        .hasToolCallId("call_1")
        .hasAttribute("mcp.method.name", "tools/call")
        .hasAttribute("jsonrpc.request.id")
        .hasAttribute("network.transport", "tcp");
    assertThat(kind(trace, "execute_tool find_book")).isEqualTo(SpanKind.INTERNAL);
  }

  @Test
  void aPrefixIsNoOtherTool(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      Tools tools = new Tools(client);
      librarian.run("library_find_book", "Walden", () -> tools.findInLibrary("Walden"));
    }

    Trace trace = await(recorded, 5);
    assertThat(trace)
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent librarian
              chat stand-in
              execute_tool library_find_book
                tools/call find_book
                  execute_tool find_book
            """);
    assertThat(trace).hasSpan("tools/call find_book").hasAttribute("gen_ai.tool.call.id", "call_1");
    assertThat(trace).hasSpan("execute_tool find_book").hasToolCallId("call_1");
  }

  @Test
  void aToolOfAnotherNameKeepsItsId(RecordedSpans recorded) throws InterruptedException {
    try (McpSyncClient client = client()) {
      Tools tools = new Tools(client);
      librarian.run("research", "Walden", () -> tools.research("Walden"));
    }

    Trace trace = await(recorded, 6);
    assertThat(trace)
        .hasTree(
            """
            invoke_agent librarian
              chat stand-in
              execute_tool research
                execute_tool find_book
                  tools/call find_book
                    execute_tool find_book
            """);
    assertThat(trace).hasSpan("execute_tool research").hasToolCallId("call_1");
    assertThat(trace).hasSpan("tools/call find_book").hasNoAttribute("gen_ai.tool.call.id");
    assertThat(trace.spans().filter(span -> span.name().equals("execute_tool find_book")))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span).hasNoAttribute("gen_ai.tool.call.id"));
  }

  @Test
  void allElsePassesThrough(RecordedSpans recorded) {
    try (McpSyncClient client = client()) {
      client.ping();

      assertThat(client.listTools().tools()).hasSize(4);
      assertThat(client.getServerInfo().name()).isEqualTo("library");
    }

    assertThat(recorded.traces()).isEmpty();
  }

  @Test
  void aServerWithoutSessionsContinuesTheTrace(RecordedSpans recorded) throws InterruptedException {
    try (HttpServer stateless =
            HttpServer.stateless(McpTracing.tool(shelves.statelessTool("find_book")));
        McpSyncClient client =
            McpClient.sync(
                    McpTracing.client(
                        HttpClientStreamableHttpTransport.builder(stateless.url()).build()))
                .build()) {
      client.initialize();
      librarian.call(client, "find_book", "Walden");
    }

    Trace trace = await(recorded, 5);
    assertThat(trace)
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent librarian
              chat stand-in
              execute_tool find_book
                tools/call find_book
                  execute_tool find_book
            """);
    assertThat(trace).hasSpan("tools/call find_book").hasNoAttribute("mcp.session.id");
  }
}
