package io.spanloom.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.Propagation;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import io.spanloom.ToolCalls;
import io.spanloom.annotations.GenAi;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A tool call that a server has received. */
@SuppressWarnings("try") // a scope is only there to be closed
final class ServerCall {

  private final CallToolRequest request;
  private final @Nullable String sessionId;

  private ServerCall(CallToolRequest request, @Nullable String sessionId) {
    this.request = request;
    this.sessionId = sessionId;
  }

  static ServerCall of(CallToolRequest request, @Nullable String sessionId) {
    return new ServerCall(request, sessionId);
  }

  /** Handles the call on this thread. */
  @SuppressWarnings("NullAway") // a result without content is null on the span
  CallToolResult run(Supplier<CallToolResult> handler) {
    Handled handled = new Handled(handler);
    try (Scope message = sent().makeCurrent()) {
      span().call(handled::run);
    }
    return handled.result();
  }

  /** Handles the call on whichever thread. */
  Mono<CallToolResult> observe(Supplier<Mono<CallToolResult>> handler) {
    Context sent = sent();
    try (Scope message = sent.makeCurrent()) {
      return span()
          .delivered(
              Mono.class,
              () -> handler.get().doOnNext(ServerCall::mark).doOnError(ServerCall::mark));
    }
  }

  /** The context in which the client has sent the call. */
  private Context sent() {
    return Propagation.extract(request.meta());
  }

  private SpanCall span() {
    return Spans.task(McpKeys.TOOL_CALL + " " + request.name())
        .kind(SpanKind.SERVER)
        .input(request.arguments())
        .setAttribute(McpKeys.METHOD, McpKeys.TOOL_CALL)
        .setAttribute(McpKeys.OPERATION, "execute_tool")
        .setAttribute(GenAi.TOOL_NAME, request.name())
        .setAttribute(GenAi.TOOL_CALL_ID, ToolCalls.currentId(request.name()))
        .setAttribute(McpKeys.SESSION_ID, sessionId);
  }

  private static void mark(@Nullable CallToolResult result) {
    if (ToolResult.of(result).isError()) {
      markFailed(McpKeys.TOOL_ERROR);
    }
  }

  private static void mark(Throwable failure) {
    if (failure instanceof McpError error && error.getJsonRpcError() != null) {
      String code = String.valueOf(error.getJsonRpcError().code());
      Spans.current().setAttribute(McpKeys.STATUS_CODE, code);
      markFailed(code);
    }
  }

  private static void markFailed(String type) {
    Spans.current().setAttribute(McpKeys.ERROR_TYPE, type);
    Span.current().setStatus(StatusCode.ERROR, type);
  }

  /** A handler's run: the span gets the result's text, the caller the result. */
  private static final class Handled {

    private final Supplier<CallToolResult> handler;
    private @Nullable CallToolResult result;

    Handled(Supplier<CallToolResult> handler) {
      this.handler = handler;
    }

    @Nullable Object run() {
      try {
        result = handler.get();
      } catch (RuntimeException failure) {
        mark(failure);
        throw failure;
      }
      mark(result);
      return ToolResult.of(result).content();
    }

    @SuppressWarnings("NullAway") // a handler's null is passed on
    CallToolResult result() {
      return result;
    }
  }
}
