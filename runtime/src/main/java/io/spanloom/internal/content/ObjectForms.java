package io.spanloom.internal.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What JSON says of the program's own classes, as the compiler found it; made by generated code.
 */
public final class ObjectForms {

  /** For calls that deal with none. */
  public static final ObjectForms NONE = new ObjectForms(Map.of());

  private final Map<Class<?>, ObjectForm> byClass;

  private ObjectForms(Map<Class<?>, ObjectForm> byClass) {
    this.byClass = byClass;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Whether there is nothing to look into. */
  public boolean isEmpty() {
    return byClass.isEmpty();
  }

  @Nullable ObjectForm of(Object value) {
    return byClass.get(value.getClass());
  }

  /** Collects forms. */
  public static final class Builder {

    private final Map<Class<?>, ObjectForm> byClass = new HashMap<>();

    private Builder() {}

    /** A class that is an object in JSON, with the names of its members there. */
    public <T> Builder object(Class<T> type, MemberReader<? super T> reader, String... members) {
      return add(type, new ObjectForm(List.of(members), Set.of(), untyped(reader)));
    }

    /** Members of a class added before whose values never leave the process. */
    public Builder secret(Class<?> type, String... members) {
      ObjectForm form = Objects.requireNonNull(byClass.get(type), "form");
      return add(type, new ObjectForm(form.names(), Set.of(members), form.reader()));
    }

    /** A class that is a value in JSON: what its reader reads. */
    public <T> Builder value(Class<T> type, MemberReader<? super T> reader) {
      return add(type, new ObjectForm(null, Set.of(), untyped(reader)));
    }

    public ObjectForms build() {
      return new ObjectForms(Map.copyOf(byClass));
    }

    private Builder add(Class<?> type, ObjectForm form) {
      byClass.put(type, form);
      return this;
    }

    @SuppressWarnings("unchecked") // an object's form is found by its class
    private static <T> MemberReader<Object> untyped(MemberReader<? super T> reader) {
      return (MemberReader<Object>) reader;
    }
  }
}
