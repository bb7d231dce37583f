package io.spanloom.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Logs each kind of failure once: a message without a context is no reason to fail. */
final class MessageFailures {

  private static final Logger LOG = System.getLogger("io.spanloom");
  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private MessageFailures() {}

  static void report(String problem, Exception failure) {
    if (REPORTED.add(problem)) {
      LOG.log(Level.WARNING, problem, failure);
    }
  }
}
