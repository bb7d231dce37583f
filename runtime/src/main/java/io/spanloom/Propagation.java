package io.spanloom;

import io.opentelemetry.context.Context;
import io.spanloom.internal.call.RunningContext;
import io.spanloom.internal.propagation.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries the trace to another process in the headers of a message, and takes it up there.
 *
 * <pre>{@code
 * // where the model's response is handled
 * try (Scope call = ToolCalls.scope(id)) {
 *   Propagation.inject(headers);
 *   send(headers, argumentsJson);
 * }
 *
 * // where the tool runs
 * try (Scope message = Propagation.extract(headers).makeCurrent()) {
 *   tools.search(query); // a @Tool: same trace, same tool_call_id, linked to the model call
 * }
 * }</pre>
 *
 * <p>The headers are {@code traceparent} and {@code tracestate} (W3C Trace Context), {@code
 * baggage} (W3C Baggage), and {@code spanloom-tool-call}. Session, user, tenant and the like travel
 * as baggage, and only those whose keys {@code spanloom.baggage} names: baggage goes wherever the
 * message goes, third parties included.
 *
 * <p>Any map of names to values serves: HTTP headers, a queue's message properties, or {@code
 * _meta} in the parameters of an MCP request, which carries {@code traceparent} under that very
 * name. Neither method throws, whatever the map.
 */
public final class Propagation {

  private Propagation() {}

  /**
   * Puts the current context into a message's headers.
   *
   * <p>In a {@link ToolCalls#scope} the message is about that call: it no longer waits to be
   * executed here, and where the model was asked in a reasoning task, the message continues that
   * task. In a tool the message is about the tool's own call, should the other side have a tool of
   * that name.
   *
   * @param headers takes the headers; {@code null} takes none
   */
  public static void inject(@Nullable Map<String, ? super String> headers) {
    if (headers != null) {
      Messages.inject(headers);
    }
  }

  /**
   * The current context without the trace, the session, the user and the tool calls in it: for work
   * that the running code starts but that is not part of it, such as a cache that loads itself.
   *
   * <pre>{@code
   * executor.execute(Propagation.detached().wrap(this::refresh));
   * }</pre>
   *
   * <p>The first spans of such work open traces, with a link to the span that is current here. You
   * do not need this for work that outlives the run that started it: it leaves the run by itself
   * when the run ends.
   */
  public static Context detached() {
    return RunningContext.detached();
  }

  /**
   * The context a message was sent in; to be made current, in place of this one, while the message
   * is handled.
   *
   * <p>Where something else, an instrumented server for instance, has continued the message's trace
   * already, or the message has none, the current context stays, with the message's tool call and
   * baggage.
   *
   * @param headers values are texts or collections of texts (as HTTP libraries have them); names
   *     are found in any case
   */
  public static Context extract(@Nullable Map<String, ?> headers) {
    return headers == null ? Context.current() : Messages.extract(headers);
  }
}
