package io.spanloom.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.Spanloom;

/** An MCP server that a client starts as a process. */
final class StdioServer {

  private StdioServer() {}

  /** Serves until the client closes the standard input. */
  public static void main(String[] args) {
    Spanloom.install(
        OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build());
    McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()))
        .serverInfo("library", "1")
        .tools(McpTracing.tool(new Shelves().tool("who_asks")))
        .build();
  }
}
