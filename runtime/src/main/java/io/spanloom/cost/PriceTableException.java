package io.spanloom.cost;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text that is no price table. The message says what is wrong and where, and quotes nothing. */
public final class PriceTableException extends IOException {

  private static final long serialVersionUID = 1;

  PriceTableException(String problem, int line, int column, @Nullable Throwable cause) {
    super(problem + " at line " + line + ", column " + column, cause);
  }
}
