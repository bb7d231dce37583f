package io.spanloom.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.Propagation;
import io.spanloom.SpanHandle;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import io.spanloom.ToolCalls;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool call that a client has sent: in the span of the tool, or else in one of its own. */
@SuppressWarnings("try") // a scope is only there to be closed
final class ClientCall {

  private final Context caller;
  private final Context inside;
  private final SpanHandle handle;
  private final @Nullable StartedSpan own;

  private ClientCall(Context caller, Context inside, SpanHandle handle, @Nullable StartedSpan own) {
    this.caller = caller;
    this.inside = inside;
    this.handle = handle;
    this.own = own;
  }

  /** Starts a call in the current context. */
  static ClientCall start(JSONRPCRequest request, CallToolRequest call) {
    Context caller = Context.current();
    ClientCall started =
        isOf(call.name(), Spans.currentTool())
            ? new ClientCall(caller, caller, Spans.current(), null)
            : open(caller, call);
    started.handle.setAttribute(McpKeys.METHOD, McpKeys.TOOL_CALL);
    started.handle.setAttribute(McpKeys.REQUEST_ID, String.valueOf(request.id()));
    return started;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed
  private static ClientCall open(Context caller, CallToolRequest call) {
    StartedSpan span =
        Spans.tool(call.name()).kind(SpanKind.CLIENT).arguments(json(call.arguments())).start();
    try (Scope scope = span.makeCurrent()) {
      return new ClientCall(caller, Context.current(), span, span);
    }
  }

  /**
   * Whether the tool in progress is the one that the server is asked for. Clients of several
   * servers put a prefix before the servers' own names.
   */
  private static boolean isOf(String name, @Nullable String inProgress) {
    if (inProgress == null || name.equals(inProgress)) {
      return inProgress != null;
    }
    return inProgress.replace('-', '_').endsWith("_" + name.replace('-', '_'));
  }

  private static @Nullable String json(@Nullable Map<String, Object> arguments) {
    try {
      return McpJsonDefaults.getMapper()
          .writeValueAsString(arguments == null ? Map.of() : arguments);
    } catch (IOException | RuntimeException | LinkageError unwritable) {
      return null; // the client will say so, or has a mapper of its own
    }
  }

  /** The context in which the client made the call. */
  Context caller() {
    return caller;
  }

  /** The context of the span. */
  Context inside() {
    return inside;
  }

  SpanHandle span() {
    return handle;
  }

  /** The request with the trace and the tool call in its {@code _meta}. */
  @SuppressWarnings("deprecation") // the constructors that all versions have
  JSONRPCRequest carrying(JSONRPCRequest request, CallToolRequest call) {
    Map<String, Object> meta =
        call.meta() == null ? new LinkedHashMap<>() : new LinkedHashMap<>(call.meta());
    try (Scope scope = inside.makeCurrent();
        Scope renamed = underItsOwnName(call.name())) {
      Propagation.inject(meta);
    }
    return new JSONRPCRequest(
        request.jsonrpc(),
        request.method(),
        request.id(),
        new CallToolRequest(call.name(), call.arguments(), meta));
  }

  /** The server does not know the prefix that the client's tool has. */
  private static Scope underItsOwnName(String name) {
    String inProgress = Spans.currentTool();
    return name.equals(inProgress)
        ? Scope.noop()
        : ToolCalls.scope(ToolCalls.currentId(inProgress));
  }

  /** The server has answered. */
  void answered(JSONRPCResponse response) {
    JSONRPCError error = response.error();
    if (error != null) {
      String code = String.valueOf(error.code());
      handle.setAttribute(McpKeys.STATUS_CODE, code);
      failed(code, new McpError(error));
      return;
    }
    ToolResult result = ToolResult.of(response.result());
    if (result.isError()) {
      markFailed(McpKeys.TOOL_ERROR);
    }
    if (own != null) {
      own.end(result.content());
    }
  }

  /** There will be no answer. */
  void failed(@Nullable String type, @Nullable Throwable thrown) {
    if (own == null && thrown == null) {
      return; // the tool in progress will say itself what came of it
    }
    if (type != null) {
      markFailed(type);
    }
    if (own != null && thrown != null) {
      own.fail(thrown);
    } else if (own != null) {
      own.end();
    }
  }

  /** The span of a tool in progress may be written on from another thread than the tool's. */
  private void markFailed(String type) {
    handle.setAttribute(McpKeys.ERROR_TYPE, type);
    if (own == null) {
      Span.fromContext(inside).setStatus(StatusCode.ERROR, type);
    }
  }
}
