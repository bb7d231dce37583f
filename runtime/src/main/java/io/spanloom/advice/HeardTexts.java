package io.spanloom.advice;

import io.spanloom.content.ObjectReading;
import io.spanloom.content.Quotations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last texts that the calls below a call dealt with, kept until it ends: what its exception may
 * quote.
 */
final class HeardTexts {

  private static final int KEPT = 32;

  /** As many as most calls have. */
  private static final int FEW = 4;

  /** A longer text is rather let go than kept alive. */
  static final int LONGEST = 1 << 16;

  private @Nullable Object @Nullable [] texts;
  private int added;

  void add(@Nullable Object value) {
    // A class is asked for before an interface, which takes a search through all a class has.
    if (value instanceof String text ? text.length() <= LONGEST : value instanceof LateText) {
      keep(value);
    }
  }

  /** Adds a text, or an object of the program's own, which is read when it is needed. */
  void add(@Nullable Object value, ObjectReading objects) {
    if (value == null || value instanceof String || objects.form(value) == null) {
      add(value);
    } else {
      keep(new HeardObject(value, objects));
    }
  }

  private void keep(@Nullable Object text) {
    if (texts == null) {
      texts = new Object[FEW];
    } else if (added == texts.length && added < KEPT) {
      texts = Arrays.copyOf(texts, KEPT);
    }
    texts[Math.floorMod(added++, texts.length)] = text;
  }

  void addAll(HeardTexts others) {
    for (int i = 0; i < others.size(); i++) {
      keep(others.text(i));
    }
  }

  void tell(Quotations quotations) {
    for (int i = 0; i < size(); i++) {
      Object text = text(i);
      if (text instanceof HeardObject heard) {
        quotations.know(heard.value(), heard.objects());
      } else {
        quotations.know(text instanceof LateText late ? late.soFar() : text);
      }
    }
  }

  void clear() {
    if (texts != null) {
      Arrays.fill(texts, 0, size(), null);
    }
    added = 0;
  }

  private int size() {
    return added >= 0 && added < KEPT ? added : KEPT; // it may have wrapped around
  }

  private @Nullable Object text(int index) {
    return texts == null ? null : texts[index];
  }

  private record HeardObject(Object value, ObjectReading objects) {}
}
