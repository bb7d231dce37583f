package io.spanloom.internal.call;

import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How calls of one role are told of in events: by the event a convention has for them, else by one
 * of our own in the terms of all conventions.
 *
 * @param name the event's name
 * @param standard whether a convention defines the event
 * @param conventions what its attributes are written by
 */
record EventForm(String name, boolean standard, Conventions conventions) {

  /** The name of the event where the conventions in force have none. */
  static final String OWN = "spanloom.operation.details";

  static Map<SpanRole, EventForm> of(List<Convention> all, Consumer<Throwable> failures) {
    Map<SpanRole, EventForm> forms = new EnumMap<>(SpanRole.class);
    Conventions whole = new Conventions(all, failures);
    for (SpanRole role : SpanRole.values()) {
      Convention defining = defining(all, role);
      String name = defining == null ? null : defining.eventName(role);
      forms.put(
          role,
          defining == null || name == null
              ? new EventForm(OWN, false, whole)
              : new EventForm(name, true, new Conventions(List.of(defining), failures)));
    }
    return forms;
  }

  private static @Nullable Convention defining(List<Convention> all, SpanRole role) {
    return all.stream().filter(each -> each.eventName(role) != null).findFirst().orElse(null);
  }

  /** The events for exceptions, of those roles for which a convention in force defines one. */
  static Map<SpanRole, EventForm> ofExceptions(List<Convention> all, Consumer<Throwable> failures) {
    Map<SpanRole, EventForm> forms = new EnumMap<>(SpanRole.class);
    for (SpanRole role : SpanRole.values()) {
      for (Convention convention : all) {
        String name = convention.exceptionEventName(role);
        if (name != null) {
          Conventions defining = new Conventions(List.of(convention), failures);
          forms.putIfAbsent(role, new EventForm(name, true, defining));
        }
      }
    }
    return forms;
  }
}
