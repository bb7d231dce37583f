package io.spanloom.reactor;

import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.Scannable;

/** Results that remember what they delivered, or share it among subscribers. */
final class SharedResult {

  /** Reactor's names of the operators that remember or share. */
  private static final Set<String> OPERATORS =
      Set.of(
          "cacheTime",
          "cacheInvalidateIf",
          "cacheInvalidateWhen",
          "publish",
          "publishMulticast",
          "refCount",
          "refCountGrace",
          "autoConnect",
          "autoConnectFuseable",
          "replay");

  private SharedResult() {}

  /** Whether the publisher is one of these. */
  static boolean is(Publisher<?> publisher) {
    return Scannable.from(publisher).steps().anyMatch(OPERATORS::contains);
  }
}
