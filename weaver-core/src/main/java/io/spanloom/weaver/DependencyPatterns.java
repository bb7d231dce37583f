package io.spanloom.weaver;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which dependencies' span models take part: patterns name them by {@code
 * groupId:artifactId}, in which {@code *} stands for any characters. Without includes all do; an
 * exclude wins over an include.
 */
public final class DependencyPatterns {

  private static final Pattern SYNTAX = Pattern.compile("[\\w.*-]+:[\\w.*-]+");

  private final List<String> includes;
  private final List<String> excludes;

  /**
   * Patterns.
   *
   * @throws BuildFailure if one is not a pattern
   */
  public DependencyPatterns(List<String> includes, List<String> excludes) throws BuildFailure {
    for (String pattern : Stream.concat(includes.stream(), excludes.stream()).toList()) {
      requireLegal(pattern);
    }
    this.includes = includes.stream().map(String::strip).toList();
    this.excludes = excludes.stream().map(String::strip).toList();
  }

  private static void requireLegal(@Nullable String pattern) throws BuildFailure {
    if (pattern == null || !SYNTAX.matcher(pattern.strip()).matches()) {
      throw new BuildFailure(
          "Cannot tell which <dependencies> take part: '%s' is not a pattern. Write groupId:artifactId, in which * stands for any characters, such as com.acme:* or *:acme-*."
              .formatted(pattern));
    }
  }

  /** Whether the span model of the dependency with these coordinates takes part. */
  public boolean accept(String coordinates) {
    return (includes.isEmpty() || matchesAny(includes, coordinates))
        && !matchesAny(excludes, coordinates);
  }

  private static boolean matchesAny(List<String> patterns, String coordinates) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, coordinates));
  }

  private static boolean matches(String pattern, String coordinates) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining("[^:]*"));
    return coordinates.matches(regex);
  }
}
