package io.spanloom.messaging;

import io.opentelemetry.context.Context;
import io.spanloom.Propagation;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link Propagation} in the properties of messages of Jakarta Messaging (JMS).
 *
 * <pre>{@code
 * // where the model's response is handled
 * TextMessage message = session.createTextMessage(argumentsJson);
 * try (Scope call = ToolCalls.scope(id)) {
 *   JmsPropagation.inject(message);
 *   producer.send(message);
 * }
 *
 * // in the worker
 * try (Scope scope = JmsPropagation.extract(message).makeCurrent()) {
 *   tools.search(message.getBody(String.class)); // a @Tool: same trace, same tool call id
 * }
 * }</pre>
 *
 * <p>The name of a property must be a Java identifier: {@code spanloom-tool-call} is sent as {@code
 * spanloom_dash_tool_dash_call}, as instrumentations of OpenTelemetry do. The names of W3C Trace
 * Context and Baggage are identifiers already.
 */
public final class JmsPropagation {

  private static final String DASH = "_dash_";

  private JmsPropagation() {}

  /**
   * Puts the current context into a message's properties, in place of a context that they have.
   *
   * @param message takes the properties; {@code null} and messages that can be read only take none
   */
  public static void inject(@Nullable Message message) {
    if (message == null) {
      return;
    }
    Map<String, String> context = new LinkedHashMap<>();
    Propagation.inject(context);
    try {
      for (Map.Entry<String, String> header : context.entrySet()) {
        message.setStringProperty(header.getKey().replace("-", DASH), header.getValue());
      }
    } catch (JMSException received) {
      MessageFailures.report(
          "JMS properties cannot be written. Inject into a message that you send.", received);
    }
  }

  /** The context a message was sent in, to be made current while the message is handled. */
  public static Context extract(@Nullable Message message) {
    if (message == null) {
      return Context.current();
    }
    Map<String, Object> context = new LinkedHashMap<>();
    try {
      Enumeration<?> names = message.getPropertyNames();
      while (names.hasMoreElements()) {
        String name = String.valueOf(names.nextElement());
        context.put(name.replace(DASH, "-"), message.getObjectProperty(name));
      }
    } catch (JMSException unreadable) {
      MessageFailures.report(
          "JMS properties cannot be read: the message's trace ends.", unreadable);
    }
    return Propagation.extract(context);
  }
}
