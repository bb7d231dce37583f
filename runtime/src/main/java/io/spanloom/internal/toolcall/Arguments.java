package io.spanloom.internal.toolcall;

import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.content.ObjectForm;
import io.spanloom.internal.content.ObjectReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The arguments a tool is executed with, compared with those a model asked for.
 *
 * <p>Every value of the requested JSON object must be an argument, or a member of one, of that
 * name. Arguments the JSON does not name must be {@code null} or something JSON cannot say (a
 * service handed to the tool, for instance); otherwise they may be the program's own defaults, and
 * the JSON is {@link Likeness#CONTAINED}. An argument that is the requested JSON itself, as text,
 * as a map or as an object, is equal as well. Objects compare by the accessors that the compiler
 * named; types without a JSON form compare unequal.
 *
 * <p>Values are compared by their digests, and only those that a request names are read.
 */
public final class Arguments {

  private final List<String> names;
  private final List<? extends @Nullable Object> values;
  private final ObjectReading objects;

  /** Arguments by name, in the order of the parameters. */
  public Arguments(
      List<String> names, List<? extends @Nullable Object> values, ObjectReading objects) {
    this.names = names;
    this.values = values;
    this.objects = objects;
  }

  /** How the arguments are like those of each request; none is like what is not known. */
  Likeness[] likenesses(List<@Nullable RequestedArguments> requests) {
    Readings readings = new Readings(path -> isNamed(path, requests));
    Likeness[] likenesses = new Likeness[requests.size()];
    for (int i = 0; i < likenesses.length; i++) {
      RequestedArguments requested = requests.get(i);
      likenesses[i] = requested == null ? Likeness.NONE : readings.likeness(requested);
    }
    return likenesses;
  }

  private static boolean isNamed(long path, List<@Nullable RequestedArguments> requests) {
    for (RequestedArguments requested : requests) {
      if (requested != null && requested.names(path)) {
        return true;
      }
    }
    return false;
  }

  /** The ways in which the arguments may be what was asked for. */
  private final class Readings {

    private final Digests digests = new Digests();
    private final LongPredicate named;
    private final Leaves members;

    /** Arguments that are all that was asked for, each by itself. */
    private final List<Leaves> wholes = new ArrayList<>(1);

    private final List<Leaves> objectsAsWhole = new ArrayList<>(0);

    Readings(LongPredicate named) {
      this.named = named;
      this.members = new Leaves(named);
      ObjectLeaves reading = new ObjectLeaves(objects, digests, members);
      for (int i = 0; i < values.size(); i++) {
        reading.read(values.get(i), digests.path(Digests.ROOT, names.get(i)), 1);
        whole(objects.unwrapped(values.get(i)));
      }
    }

    private void whole(@Nullable Object value) {
      if (value instanceof String text) {
        wholes.add(text(text));
      } else if (value instanceof Map<?, ?> map && !map.isEmpty() && JdkTypes.isContainer(map)) {
        wholes.add(object(map));
      } else {
        ObjectForm form = objects.form(value);
        if (value != null && form != null && !form.isValue()) {
          objectsAsWhole.add(object(value));
        }
      }
    }

    private Leaves text(String text) {
      Leaves leaves = new Leaves(named);
      try {
        if (text.startsWith("{") || text.startsWith("[")) {
          JsonLeaves.read(text, digests, leaves);
          return leaves;
        }
      } catch (IOException notJson) {
        leaves = new Leaves(named);
      }
      if (!text.isBlank()) { // else there are no arguments
        boolean wanted = named.test(Digests.ROOT);
        leaves.add(Digests.ROOT, wanted ? digests.text(text) : ValueDigest.UNREAD);
      }
      return leaves;
    }

    private Leaves object(Object value) {
      Leaves leaves = new Leaves(named);
      new ObjectLeaves(objects, digests, leaves).read(value, Digests.ROOT, 0);
      return leaves;
    }

    Likeness likeness(RequestedArguments requested) {
      Likeness closest = requested.likeness(members);
      for (Leaves object : objectsAsWhole) {
        closest = closer(closest, requested.likeness(object));
      }
      for (Leaves whole : wholes) {
        Likeness likeness = requested.likeness(whole);
        closest = likeness == Likeness.CONTAINED ? closest : closer(closest, likeness);
      }
      return closest;
    }

    private static Likeness closer(Likeness one, Likeness other) {
      return one.compareTo(other) <= 0 ? one : other;
    }
  }
}
