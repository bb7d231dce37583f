package io.spanloom.weaver.lock;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of every version of every convention, from the file that the runtime and the processor
 * read too ({@code registry/attribute-keys.json} in our sources).
 */
final class ConventionTables {

  private static final String RESOURCE = "attribute-keys.json";
  private static final String EVERY_KIND = "ALL";
  private static final String NONE = "none";

  private final List<Version> versions;

  private ConventionTables(List<Version> versions) {
    this.versions = versions;
  }

  static ConventionTables bundled() {
    try (InputStream in = requireNonNull(ConventionTables.class.getResourceAsStream(RESOURCE))) {
      return new ConventionTables(new JsonMapper().readValue(in, Registry.class).versions());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * What changes on spans of some kinds.
   *
   * @return null if one of the versions is not known
   */
  @Nullable Migration migration(String convention, String before, String after, Set<String> kinds) {
    Version from = version(convention, before);
    Version to = version(convention, after);
    return from == null || to == null ? null : migration(from, to, kinds);
  }

  private @Nullable Version version(String convention, String version) {
    return versions.stream()
        .filter(
            candidate ->
                candidate.convention().equals(convention) && candidate.version().equals(version))
        .findFirst()
        .orElse(null);
  }

  private static Migration migration(Version from, Version to, Set<String> kinds) {
    Map<Change, Set<String>> kindsByChange = new LinkedHashMap<>();
    for (String meaning : meanings(from, to)) {
      for (String kind : kinds) {
        Change change = new Change(meaning, from.keys(meaning, kind), to.keys(meaning, kind));
        if (!change.before().equals(change.after())) {
          kindsByChange.computeIfAbsent(change, any -> new TreeSet<>()).add(kind);
        }
      }
    }
    List<Migration.Row> rows = new ArrayList<>();
    kindsByChange.forEach(
        (change, on) -> {
          if (!change.before().equals(NONE)) {
            rows.add(
                new Migration.Row(
                    change.meaning(), String.join(" ", on), change.before(), change.after()));
          }
        });
    return new Migration(List.copyOf(rows), kindsByChange.size() - rows.size());
  }

  private static Set<String> meanings(Version from, Version to) {
    Set<String> meanings = new LinkedHashSet<>();
    from.keys().forEach(key -> meanings.add(key.says()));
    to.keys().forEach(key -> meanings.add(key.says()));
    return meanings;
  }

  /**
   * The file, as far as versions go.
   *
   * @param properties what the properties that keys stand for say
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Registry(
      @JsonProperty("conventions") List<Convention> conventions,
      @JsonProperty("properties") Map<String, String> properties,
      @JsonProperty("keys") List<Line> keys) {

    private List<Version> versions() {
      return conventions.stream().map(this::version).toList();
    }

    private Version version(Convention convention) {
      return new Version(
          convention.convention(),
          convention.version(),
          keys.stream()
              .filter(line -> line.isOf(convention))
              .map(line -> line.key(properties))
              .toList());
    }
  }

  /** A version's identity. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Convention(String id, String convention, String version) {}

  /** A line of the file; only keys that spans carry have all of it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Line(
      String key,
      @Nullable String type,
      @Nullable String property,
      @Nullable Set<String> spans,
      @Nullable Set<String> conventions) {

    private boolean isOf(Convention convention) {
      return conventions != null && conventions.contains(convention.id());
    }

    private Key key(Map<String, String> meanings) {
      return new Key(
          requireNonNull(meanings.get(requireNonNull(property))),
          key,
          requireNonNull(type),
          requireNonNull(spans));
    }
  }

  /**
   * A version of a convention.
   *
   * @param keys in the order of the facts they are for
   */
  private record Version(String convention, String version, List<Key> keys) {

    private String keys(String meaning, String kind) {
      String found =
          keys.stream()
              .filter(key -> key.says().equals(meaning) && key.isOn(kind))
              .map(key -> key.key() + " " + key.type())
              .collect(Collectors.joining(", "));
      return found.isEmpty() ? NONE : found;
    }
  }

  /** A key, and the kinds of span that carry it. */
  private record Key(String says, String key, String type, Set<String> spans) {

    private boolean isOn(String kind) {
      return spans.contains(EVERY_KIND) || spans.contains(kind);
    }
  }

  /** A fact whose keys differ. */
  private record Change(String meaning, String before, String after) {}
}
