package io.spanloom.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.Context;
import io.spanloom.Propagation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * {@link Propagation} in the headers of Kafka's records.
 *
 * <pre>{@code
 * // where the model's response is handled
 * ProducerRecord<String, String> record = new ProducerRecord<>("searches", argumentsJson);
 * try (Scope call = ToolCalls.scope(id)) {
 *   KafkaPropagation.inject(record.headers());
 *   producer.send(record);
 * }
 *
 * // in the worker
 * try (Scope message = KafkaPropagation.extract(record.headers()).makeCurrent()) {
 *   tools.search(record.value()); // a @Tool: same trace, same tool call id
 * }
 * }</pre>
 *
 * <p>The names of the headers are those that {@link Propagation} has, the values UTF-8.
 */
public final class KafkaPropagation {

  /** No header of ours is longer, and the program's own are no business of ours. */
  private static final int MAX_LENGTH = 16_384;

  private KafkaPropagation() {}

  /**
   * Puts the current context into a record's headers, in place of a context that they have.
   *
   * @param headers takes the headers; {@code null} and headers that can be read only take none
   */
  public static void inject(@Nullable Headers headers) {
    if (headers == null) {
      return;
    }
    Map<String, String> context = new LinkedHashMap<>();
    Propagation.inject(context);
    try {
      context.forEach(
          (name, value) -> {
            headers.remove(name);
            headers.add(name, value.getBytes(UTF_8));
          });
    } catch (IllegalStateException sent) {
      MessageFailures.report("Kafka's headers are read-only. Inject before you send.", sent);
    }
  }

  /**
   * The context a record was sent in, to be made current while the record is handled.
   *
   * @param headers the record's; of several with one name the last counts
   */
  public static Context extract(@Nullable Headers headers) {
    Map<String, String> context = new LinkedHashMap<>();
    if (headers != null) {
      for (Header header : headers) {
        if (header.value() != null && header.value().length <= MAX_LENGTH) {
          context.put(header.key(), new String(header.value(), UTF_8));
        }
      }
    }
    return Propagation.extract(context);
  }
}
