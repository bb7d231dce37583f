package io.spanloom.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A client's transport that traces the tool calls it sends. All else passes through unchanged. */
final class TracedClientTransport implements McpClientTransport {

  private final McpClientTransport transport;
  private final UnansweredCalls unanswered;
  private final @Nullable String network;

  /** The id of the request to initialize, until the server has answered with its version. */
  private volatile @Nullable Object initialize;

  private volatile @Nullable String protocolVersion;

  TracedClientTransport(McpClientTransport transport, Duration requestTimeout) {
    this.transport = transport;
    this.unanswered = new UnansweredCalls(requestTimeout);
    this.network = Network.transportOf(transport.getClass());
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return transport.connect(messages -> messages.flatMap(message -> deliver(message, handler)));
  }

  /** What the client does next, it does in the context of the call that is answered. */
  private Mono<JSONRPCMessage> deliver(
      JSONRPCMessage message, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    Context caller = message instanceof JSONRPCResponse response ? answered(response) : null;
    Mono<JSONRPCMessage> handled = handler.apply(Mono.just(message));
    return caller == null ? handled : new InContext<>(handled, caller);
  }

  private @Nullable Context answered(JSONRPCResponse response) {
    Object id = response.id();
    if (id != null && id.equals(initialize)) {
      initialize = null;
      protocolVersion = Network.protocolVersion(response.result());
    }
    ClientCall call = unanswered.remove(id);
    if (call == null) {
      return null;
    }
    call.answered(response);
    return call.caller();
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    if (!(message instanceof JSONRPCRequest request)) {
      return transport.sendMessage(message);
    }
    if (request.method().equals("initialize")) {
      initialize = request.id();
    }
    return request.params() instanceof CallToolRequest call
        ? Mono.defer(() -> send(request, call))
        : transport.sendMessage(message);
  }

  private Mono<Void> send(JSONRPCRequest request, CallToolRequest toolCall) {
    ClientCall call = ClientCall.start(request, toolCall);
    call.span()
        .setAttribute(McpKeys.PROTOCOL_VERSION, protocolVersion)
        .setAttribute(McpKeys.TRANSPORT, network);
    unanswered.add(request.id(), call);
    Mono<Void> sent =
        transport
            .sendMessage(call.carrying(request, toolCall))
            .doOnError(failure -> unanswered.fail(request.id(), failure));
    return new InContext<>(sent, call.inside());
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return transport.unmarshalFrom(data, type);
  }

  @Override
  public List<String> protocolVersions() {
    return transport.protocolVersions();
  }

  @Override
  public void setExceptionHandler(Consumer<Throwable> handler) {
    transport.setExceptionHandler(handler);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return transport.closeGracefully().doFinally(end -> unanswered.close());
  }

  @Override
  public void close() {
    transport.close();
    unanswered.close();
  }
}
