package io.spanloom.weaver.lock;

import io.spanloom.weaver.model.AttributeDefinition;
import java.util.Arrays;
import java.util.List;

/**
 * What readers of spans may rely on about one attribute.
 *
 * @param type its OpenTelemetry type
 * @param requirement {@code required}, {@code recommended} or {@code opt_in}
 * @param content whether it is recorded only where content is
 */
record LockedAttribute(String type, String requirement, boolean content) {

  private static final String CONTENT = "content";
  private static final List<String> REQUIREMENTS = List.of("opt_in", "recommended", "required");

  static LockedAttribute of(AttributeDefinition attribute) {
    String requirement = attribute.requirement() == null ? "recommended" : attribute.requirement();
    return new LockedAttribute(attribute.type(), requirement, attribute.content());
  }

  /** Reads {@link #toString()} back. */
  static LockedAttribute parse(String text) {
    List<String> words = Arrays.asList(text.split(", "));
    if (words.size() < 2) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no attribute; \"long, recommended\" would be one");
    }
    return new LockedAttribute(words.get(0), words.get(1), words.contains(CONTENT));
  }

  /** Whether it can be missing from spans that would have carried the other one. */
  boolean isLessReliableThan(LockedAttribute other) {
    return REQUIREMENTS.indexOf(requirement) < REQUIREMENTS.indexOf(other.requirement);
  }

  @Override
  public String toString() {
    return type + ", " + requirement + (content ? ", " + CONTENT : "");
  }
}
