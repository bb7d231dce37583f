package io.spanloom.internal.content;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks into the program's own objects, as far as the compiler named their accessors. */
public final class ObjectReading {

  /** Looks into none. */
  public static final ObjectReading NONE = new ObjectReading(ObjectForms.NONE, failure -> {});

  /** What stands for a member whose accessor threw; equal to nothing. */
  public static final Object UNREADABLE = new Object();

  /**
   * A value's value may be a value again; a program that has more of them goes round in circles.
   */
  private static final int MAX_VALUES = 4;

  private final ObjectForms forms;
  private final Consumer<Throwable> failures;

  private ObjectReading(ObjectForms forms, Consumer<Throwable> failures) {
    this.forms = forms;
    this.failures = failures;
  }

  /**
   * A reading.
   *
   * @param failures told of what accessors throw
   */
  public static ObjectReading of(ObjectForms forms, Consumer<Throwable> failures) {
    return new ObjectReading(forms, failures);
  }

  /** What JSON says of an object; {@code null} if it is not looked into. */
  public @Nullable ObjectForm form(@Nullable Object value) {
    return value == null ? null : forms.of(value);
  }

  /** A member's value, or {@link #UNREADABLE}. */
  public @Nullable Object read(ObjectForm form, Object object, int member) {
    try {
      return form.reader().read(object, member);
    } catch (Throwable itsOwnFault) {
      failures.accept(itsOwnFault);
      return UNREADABLE;
    }
  }

  /**
   * What an optional holds, what a class with one value stands for, and the JSON of a tree; any
   * other value itself.
   */
  public @Nullable Object unwrapped(@Nullable Object value) {
    Object shown = JdkTypes.unwrapped(value);
    ObjectForm form = form(shown);
    for (int i = 0; i < MAX_VALUES && shown != null && form != null && form.isValue(); i++) {
      Object inner = JdkTypes.unwrapped(read(form, shown, 0));
      if (inner == UNREADABLE) {
        return shown;
      }
      shown = inner;
      form = form(shown);
    }
    String json = shown == null ? null : JsonTrees.text(shown);
    return json == null ? shown : new RawJson(json);
  }
}
