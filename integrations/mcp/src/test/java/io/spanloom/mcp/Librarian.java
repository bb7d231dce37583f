package io.spanloom.mcp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.spanloom.ToolCalls;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import java.util.Map;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** An agent whose tools are an MCP server's. */
final class Librarian {

  /** Calls the server's tool itself. */
  @Agent("librarian")
  String call(McpSyncClient client, String tool, String title) {
    ask(tool, title);
    return text(client.callTool(request(tool, title)));
  }

  @Agent("librarian")
  String callInSession(@SessionId String session, McpSyncClient client, String title) {
    ask("find_book", title);
    return text(client.callTool(request("find_book", title)));
  }

  /** Calls the server's tool in a tool of its own. */
  @Agent("librarian")
  String run(String tool, String title, Supplier<String> body) {
    ask(tool, title);
    return body.get();
  }

  /** Calls the server's tool without waiting. */
  @Agent("librarian")
  Mono<String> callLater(McpAsyncClient client, String title) {
    ask("find_book", title);
    return client.callTool(request("find_book", title)).map(Librarian::text);
  }

  @Agent("librarian")
  Mono<String> runLater(LaterTools tools, String title) {
    ask("find_book", title);
    return tools.find(title);
  }

  /** A model that asks for a tool. */
  @SuppressWarnings("LlmCallWithoutUsage") // it announces the call itself
  @LlmCall(provider = "acme", model = "stand-in")
  String ask(String tool, String title) {
    ToolCalls.announce("call_1", tool, "{\"title\":\"" + title + "\"}");
    return "";
  }

  @SuppressWarnings("deprecation") // the constructor that all versions have
  static CallToolRequest request(String tool, String title) {
    return new CallToolRequest(tool, Map.of("title", title));
  }

  static String text(CallToolResult result) {
    return result.content().get(0) instanceof TextContent content ? content.text() : "";
  }

  record Tools(McpSyncClient client) {

    /** Finds the shelf a book is on. */
    @Tool("find_book")
    String find(String title) {
      return text(client.callTool(request("find_book", title)));
    }

    /** The same, as a client of several servers names it. */
    @Tool("library_find_book")
    String findInLibrary(String title) {
      return find0(title);
    }

    /** Looks for a book wherever it may be. */
    @Tool("research")
    String research(String title) {
      return find0(title);
    }

    /** Loses a book. */
    @Tool("lose_book")
    String lose(String title) {
      return text(client.callTool(request("lose_book", title)));
    }

    private String find0(String title) {
      return text(client.callTool(request("find_book", title)));
    }
  }

  record LaterTools(McpAsyncClient client) {

    /** Finds the shelf a book is on. */
    @Tool("find_book")
    Mono<String> find(String title) {
      return client.callTool(request("find_book", title)).map(Librarian::text);
    }
  }
}
