package io.spanloom.weaver.lock;

import io.spanloom.weaver.model.SpanModel.Conventions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Another version of a convention, and what it means for a module's spans.
 *
 * @param convention the convention's name
 * @param before the version that was promised
 * @param after the version now
 * @param migration keys that change on spans of the module; null if a version is not known
 */
public record ConventionChange(
    String convention, String before, String after, @Nullable Migration migration) {

  static List<ConventionChange> between(Lock before, Lock after) {
    Set<String> kinds = new TreeSet<>();
    before.spans().forEach(span -> kinds.add(span.kind()));
    Conventions was = before.conventions();
    Conventions is = after.conventions();
    List<ConventionChange> changes = new ArrayList<>();
    add("genai", "OpenTelemetry GenAI", was.genai(), is.genai(), kinds, changes);
    add("openinference", "OpenInference", was.openinference(), is.openinference(), kinds, changes);
    return changes;
  }

  private static void add(
      String id,
      String name,
      String was,
      String is,
      Set<String> kinds,
      List<ConventionChange> changes) {
    if (!was.equals(is)) {
      Migration migration = ConventionTables.bundled().migration(id, was, is, kinds);
      changes.add(new ConventionChange(name, was, is, migration));
    }
  }
}
