package io.spanloom.internal.toolcall;

import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.content.ObjectForm;
import io.spanloom.internal.content.ObjectReading;
import io.spanloom.internal.content.RawJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The arguments a tool is executed with, compared with those a model asked for.
 *
 * <p>Values are compared by their names. What the model left out may be {@code null}, something
 * JSON cannot say (a service handed to the tool, for instance), or else the program's own default:
 * the request is {@link Likeness#CONTAINED}. What the tool has no parameter for does not count, nor
 * does what a class has no member for. An argument that is the requested JSON itself, as text, as a
 * map or as an object, is compared as a whole. Objects compare by the accessors that the compiler
 * named; objects that are not looked into contradict nothing.
 *
 * <p>Values are compared by their digests, and only those that a request names are read.
 */
public final class Arguments {

  private final List<String> names;
  private final List<? extends @Nullable Object> values;
  private final ObjectReading objects;
  private final boolean declared;
  private final @Nullable String json;

  private Arguments(
      List<String> names,
      List<? extends @Nullable Object> values,
      ObjectReading objects,
      boolean declared,
      @Nullable String json) {
    this.names = names;
    this.values = values;
    this.objects = objects;
    this.declared = declared;
    this.json = json;
  }

  /** Arguments by name, in the order of the parameters: the tool has no others. */
  public static Arguments of(
      List<String> names, List<? extends @Nullable Object> values, ObjectReading objects) {
    return new Arguments(names, values, objects, /* declared= */ true, null);
  }

  /** The members of the JSON object that the tool is executed with: there are no others. */
  public static Arguments ofJson(
      List<String> names, List<? extends @Nullable Object> values, ObjectReading objects) {
    return new Arguments(names, values, objects, /* declared= */ false, null);
  }

  /** The JSON text of all the arguments. */
  public static Arguments ofJson(String json) {
    return new Arguments(List.of(), List.of(), ObjectReading.NONE, /* declared= */ false, json);
  }

  /** How the arguments are like those of each request. */
  Likeness[] likenesses(List<@Nullable RequestedArguments> requests) {
    Readings readings = new Readings(path -> isNamed(path, requests));
    Likeness[] likenesses = new Likeness[requests.size()];
    for (int i = 0; i < likenesses.length; i++) {
      likenesses[i] = readings.likeness(requests.get(i));
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

  /** What is kept of the arguments, to know another execution by; {@code null} if too many. */
  @Nullable RequestedArguments kept() {
    Leaves members = new Readings(path -> true).members;
    return members.isComplete() ? RequestedArguments.of(members) : null;
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
      this.members = json == null ? new Leaves(named) : text(json);
      if (json == null) {
        readMembers();
      }
    }

    private void readMembers() {
      members.addObject(Digests.ROOT, declared);
      ObjectLeaves reading = new ObjectLeaves(objects, digests, members);
      for (int i = 0; i < values.size(); i++) {
        long path = digests.path(Digests.ROOT, names.get(i));
        reading.read(values.get(i), path, Digests.ROOT, 1);
        if (declared) {
          whole(objects.unwrapped(values.get(i)));
        }
      }
    }

    private void whole(@Nullable Object value) {
      if (value instanceof String text) {
        wholes.add(text(text));
      } else if (value instanceof RawJson json) {
        wholes.add(text(json.text()));
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
        if (RequestedArguments.looksLikeJson(text)) {
          JsonLeaves.read(text, digests, leaves);
          return leaves;
        }
      } catch (IOException notJson) {
        leaves = new Leaves(named);
      }
      if (!text.isBlank()) { // else there are no arguments
        boolean wanted = named.test(Digests.ROOT);
        ValueDigest digest = wanted ? digests.text(text) : ValueDigest.UNREAD;
        leaves.add(Digests.ROOT, Digests.ROOT, digest);
      }
      return leaves;
    }

    private Leaves object(Object value) {
      Leaves leaves = new Leaves(named);
      new ObjectLeaves(objects, digests, leaves).read(value, Digests.ROOT, Digests.ROOT, 0);
      return leaves;
    }

    Likeness likeness(@Nullable RequestedArguments requested) {
      if (requested == null) {
        boolean none = values.isEmpty() && (json == null || json.isBlank());
        return none ? Likeness.EQUAL : Likeness.UNKNOWN;
      }
      Likeness closest = requested.likeness(members);
      for (Leaves object : objectsAsWhole) {
        closest = closest.or(requested.likenessOfWhole(object));
      }
      for (Leaves whole : wholes) {
        Likeness likeness = requested.likenessOfWhole(whole);
        closest = closest.or(likeness == Likeness.CONTAINED ? Likeness.DIFFERENT : likeness);
      }
      return closest;
    }
  }
}
