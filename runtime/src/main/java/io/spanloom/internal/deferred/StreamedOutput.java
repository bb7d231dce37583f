package io.spanloom.internal.deferred;

import io.spanloom.internal.call.Tracing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stream delivered, as much of it as can be recorded: text put together, else a list. */
final class StreamedOutput {

  /** More would not fit into a recorded value, whatever they are. */
  private static final int MAX_ITEMS = 256;

  private final StringBuilder text = new StringBuilder();
  private final List<Object> items = new ArrayList<>();
  private final boolean wanted;
  private final int maxText;

  StreamedOutput(Tracing tracing) {
    this.wanted = tracing.wantsContent();
    this.maxText =
        wanted
            ? (int) Math.min(Integer.MAX_VALUE, 4L * tracing.content().settings().maxLength())
            : 0;
  }

  /** How many characters are kept: enough for what remains of them after redaction. */
  int maxText() {
    return maxText;
  }

  synchronized void add(Object chunk) {
    if (items.isEmpty() && chunk instanceof CharSequence more) {
      text.append(more, 0, Math.min(more.length(), maxText - text.length()));
    } else if (wanted && items.size() < MAX_ITEMS) {
      items.add(chunk);
    }
  }

  synchronized @Nullable Object value() {
    if (!items.isEmpty()) {
      if (!text.isEmpty()) {
        items.add(0, text.toString());
      }
      return List.copyOf(items);
    }
    return text.isEmpty() ? null : text.toString();
  }
}
