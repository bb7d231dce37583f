package io.spanloom.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.opentelemetry.api.trace.Span;
import io.spanloom.ToolCalls;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the servers of the tests offer. */
final class Shelves {

  /** Lets the tool {@code wait} go on. */
  final CountDownLatch patience = new CountDownLatch(1);

  /** Finds the shelf a book is on. */
  @io.spanloom.annotations.Tool("find_book")
  String find(String title) {
    return title + " is on shelf 12";
  }

  /** Says which call it is asked by, in which trace. */
  @io.spanloom.annotations.Tool("who_asks")
  String whoAsks() {
    return ToolCalls.currentId("who_asks") + " " + Span.current().getSpanContext().getTraceId();
  }

  SyncToolSpecification tool(String name) {
    return SyncToolSpecification.builder()
        .tool(described(name))
        .callHandler((exchange, request) -> answer(request))
        .build();
  }

  McpStatelessServerFeatures.SyncToolSpecification statelessTool(String name) {
    return McpStatelessServerFeatures.SyncToolSpecification.builder()
        .tool(described(name))
        .callHandler((transport, request) -> answer(request))
        .build();
  }

  AsyncToolSpecification laterTool() {
    return AsyncToolSpecification.builder()
        .tool(described("find_book"))
        .callHandler((exchange, request) -> new Later().find(title(request)).map(Shelves::text))
        .build();
  }

  private CallToolResult answer(CallToolRequest request) {
    return switch (request.name()) {
      case "find_book" -> text(find(title(request)));
      case "who_asks" -> text(whoAsks());
      case "lose_book" ->
          CallToolResult.builder().addTextContent("lost " + title(request)).isError(true).build();
      case "deny" -> throw McpError.builder(-32001).message("not for " + title(request)).build();
      default -> {
        await();
        yield text("done");
      }
    };
  }

  private void await() {
    try {
      patience.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String title(CallToolRequest request) {
    return String.valueOf(request.arguments().get("title"));
  }

  private static CallToolResult text(String text) {
    return CallToolResult.builder().addTextContent(text).build();
  }

  @SuppressWarnings("deprecation") // the one builder that all versions have
  private static Tool described(String name) {
    return Tool.builder()
        .name(name)
        .description("A tool of the library.")
        .inputSchema(
            McpJsonDefaults.getMapper(),
            """
            {"type": "object", "properties": {"title": {"type": "string"}}}
            """)
        .build();
  }

  /** Does the same on other threads. */
  static final class Later {

    /** Finds the shelf a book is on. */
    @io.spanloom.annotations.Tool("find_book")
    Mono<String> find(String title) {
      return Mono.fromCallable(() -> title + " is on shelf 12")
          .subscribeOn(Schedulers.boundedElastic());
    }
  }
}
