package io.spanloom.anthropic;

import io.spanloom.result.ResultTracker;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reports the events of a stream of server-sent events as its bytes are read. */
final class EventBody extends FilterInputStream {

  /** The SDK reads such a line whole as well; a longer one is not reported. */
  private static final int MAX_LINE = 16 * 1024 * 1024;

  private static final String DATA = "data:";

  private final ResultTracker tracker;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  EventBody(InputStream body, ResultTracker tracker) {
    super(body);
    this.tracker = tracker;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(bytes, offset, length);
    } catch (IOException failure) {
      tracker.failed(failure);
      throw failure;
    }
    if (count < 0) {
      tracker.completed();
    }
    for (int i = offset; i < offset + count; i++) {
      add(bytes[i]);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      left();
    }
  }

  /** Nobody reads on; if the stream has ended, this changes nothing. */
  void left() {
    tracker.cancelled();
  }

  private void add(byte next) {
    if (next != '\n') {
      if (line.size() < MAX_LINE) {
        line.write(next);
      }
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8).strip();
    line.reset();
    if (text.startsWith(DATA)) {
      byte[] json = text.substring(DATA.length()).getBytes(StandardCharsets.UTF_8);
      ReceivedEvent event = new ReceivedEvent(ReceivedMessage.json(json));
      tracker.chunk(event);
      if (Contents.is(event.event(), "message_stop")) {
        tracker.completed(); // the SDK does not read on
      }
    }
  }
}
