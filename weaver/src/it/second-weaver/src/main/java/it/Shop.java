package it;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Tool;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

public class Shop {

  @Agent("shop")
  @Audited
  public String serve(String what) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      return pool.submit(() -> price(what)).get() + list(what).findFirst().orElse("");
    } finally {
      pool.shutdown();
    }
  }

  /** The price of something. */
  @Tool
  @Audited
  public String price(String what) {
    return what + " 1";
  }

  /** Things of a kind. */
  @Tool
  @Audited
  public Stream<String> list(String what) {
    return Stream.of(what);
  }
}
