package io.spanloom.advice;

import io.spanloom.content.Quotations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last texts that the calls below a call dealt with, kept until it ends: what its exception may
 * quote.
 */
final class HeardTexts {

  private static final int KEPT = 32;

  /** A longer text is rather let go than kept alive. */
  private static final int LONGEST = 1 << 16;

  private @Nullable Object @Nullable [] texts;
  private int added;

  void add(@Nullable Object value) {
    if (value instanceof LateText || (value instanceof String text && text.length() <= LONGEST)) {
      if (texts == null) {
        texts = new Object[KEPT];
      }
      texts[Math.floorMod(added++, KEPT)] = value;
    }
  }

  void addAll(HeardTexts others) {
    if (others.texts != null) {
      for (Object text : others.texts) {
        add(text);
      }
    }
  }

  void tell(Quotations quotations) {
    if (texts != null) {
      for (Object text : texts) {
        quotations.know(text instanceof LateText late ? late.soFar() : text);
      }
    }
  }

  void clear() {
    if (texts != null && added != 0) {
      Arrays.fill(texts, 0, added > 0 && added < KEPT ? added : KEPT, null);
    }
    added = 0;
  }
}
