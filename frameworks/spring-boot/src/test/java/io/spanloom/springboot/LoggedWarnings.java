package io.spanloom.springboot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Spanloom logs while it is open. */
public final class LoggedWarnings extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("io.spanloom");
  private final List<String> texts = new CopyOnWriteArrayList<>();

  public LoggedWarnings() {
    logger.addHandler(this);
  }

  public List<String> texts() {
    return texts;
  }

  @Override
  public void publish(LogRecord record) {
    texts.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
