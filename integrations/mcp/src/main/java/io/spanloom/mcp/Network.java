package io.spanloom.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a client and its server are connected, in the words of the conventions. */
final class Network {

  private Network() {}

  /**
   * {@code pipe} for standard input and output, {@code tcp} for HTTP; {@code null} for transports
   * that do not say it in their names.
   */
  static @Nullable String transportOf(Class<?> transport) {
    String name = transport.getSimpleName();
    if (name.startsWith("Stdio")) {
      return "pipe";
    }
    boolean http =
        name.contains("Http") || name.contains("Sse") || name.startsWith("WebClientStreamable");
    return http ? "tcp" : null;
  }

  /** The version that the server's answer to {@code initialize} names. */
  static @Nullable String protocolVersion(@Nullable Object result) {
    return result instanceof Map<?, ?> map && map.get("protocolVersion") instanceof String version
        ? version
        : null;
  }
}
