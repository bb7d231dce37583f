package io.spanloom.mcp;

import static java.util.Objects.requireNonNull;

import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.time.Duration;

/**
 * Switches tracing on for clients and servers of the Model Context Protocol (MCP).
 *
 * <pre>{@code
 * McpSyncClient client = McpClient.sync(McpTracing.client(transport)).build();
 *
 * McpServer.sync(transportProvider).tools(McpTracing.tool(search), McpTracing.tool(fetch)).build();
 * }</pre>
 *
 * <p>A client's tool call is an {@code execute_tool} span with the attributes of OpenTelemetry's
 * conventions for MCP. If the call is made directly in the span of that tool, a {@code @Tool}
 * method for instance, that span gets the attributes, and there is no other. The request carries
 * the trace and the tool call's id in {@code _meta}; the server's span, {@code tools/call {tool}},
 * continues the trace, and the first {@code @Tool} of the same name below it takes the id.
 */
public final class McpTracing {

  /** Longer than any client waits: what is not answered by then will not be. */
  private static final Duration UNANSWERED = Duration.ofMinutes(10);

  private McpTracing() {}

  /**
   * Traces the tool calls that a client sends with the transport.
   *
   * <p>A transport does not see that its client has stopped waiting. The span of a call that is not
   * answered ends when the client is closed, or after ten minutes; use {@link
   * #client(McpClientTransport, Duration)} to have it end when the client gives up.
   *
   * @param transport any transport of the SDK or of your own
   * @return a transport to build the client with, instead of the given one
   */
  public static McpClientTransport client(McpClientTransport transport) {
    return client(transport, UNANSWERED);
  }

  /**
   * Traces the tool calls that a client sends with the transport.
   *
   * @param transport any transport of the SDK or of your own
   * @param requestTimeout what you set as the client's {@code requestTimeout}: the span of a call
   *     that is not answered by then ends, with the error type {@code timeout}
   * @return a transport to build the client with, instead of the given one
   */
  public static McpClientTransport client(McpClientTransport transport, Duration requestTimeout) {
    return new TracedClientTransport(
        requireNonNull(transport, "transport"), requireNonNull(requestTimeout, "requestTimeout"));
  }

  /** Traces the calls of a tool that a synchronous server offers. */
  public static McpServerFeatures.SyncToolSpecification tool(
      McpServerFeatures.SyncToolSpecification tool) {
    var handler = tool.callHandler();
    return new McpServerFeatures.SyncToolSpecification(
        tool.tool(),
        (exchange, request) ->
            ServerCall.of(request, exchange.sessionId())
                .run(() -> handler.apply(exchange, request)));
  }

  /** Traces the calls of a tool that an asynchronous server offers. */
  public static McpServerFeatures.AsyncToolSpecification tool(
      McpServerFeatures.AsyncToolSpecification tool) {
    var handler = tool.callHandler();
    return new McpServerFeatures.AsyncToolSpecification(
        tool.tool(),
        (exchange, request) ->
            ServerCall.of(request, exchange.sessionId())
                .observe(() -> handler.apply(exchange, request)));
  }

  /** Traces the calls of a tool that a synchronous server without sessions offers. */
  public static McpStatelessServerFeatures.SyncToolSpecification tool(
      McpStatelessServerFeatures.SyncToolSpecification tool) {
    var handler = tool.callHandler();
    return new McpStatelessServerFeatures.SyncToolSpecification(
        tool.tool(),
        (transport, request) ->
            ServerCall.of(request, null).run(() -> handler.apply(transport, request)));
  }

  /** Traces the calls of a tool that an asynchronous server without sessions offers. */
  public static McpStatelessServerFeatures.AsyncToolSpecification tool(
      McpStatelessServerFeatures.AsyncToolSpecification tool) {
    var handler = tool.callHandler();
    return new McpStatelessServerFeatures.AsyncToolSpecification(
        tool.tool(),
        (transport, request) ->
            ServerCall.of(request, null).observe(() -> handler.apply(transport, request)));
  }
}
