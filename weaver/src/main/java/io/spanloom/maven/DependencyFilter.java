package io.spanloom.maven;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Tells which dependencies' span models take part: {@code <include>} and {@code <exclude>} name
 * them by {@code groupId:artifactId}, in which {@code *} stands for any characters. Without
 * includes all do; an exclude wins over an include.
 */
public final class DependencyFilter {

  private static final Pattern SYNTAX = Pattern.compile("[\\w.*-]+:[\\w.*-]+");

  private final List<String> includes = new ArrayList<>();
  private final List<String> excludes = new ArrayList<>();

  /** Maven calls this for every {@code <include>}. */
  public void addInclude(String pattern) {
    includes.add(pattern);
  }

  /** Maven calls this for every {@code <exclude>}. */
  public void addExclude(String pattern) {
    excludes.add(pattern);
  }

  /** Maven calls this for {@code <includes>}, a list as other plugins have it. */
  public void setIncludes(List<String> patterns) {
    includes.addAll(patterns);
  }

  /** Maven calls this for {@code <excludes>}, a list as other plugins have it. */
  public void setExcludes(List<String> patterns) {
    excludes.addAll(patterns);
  }

  /** Fails if a pattern is none. */
  void requireLegal() throws MojoFailureException {
    List<String> all = new ArrayList<>(includes);
    all.addAll(excludes);
    for (String pattern : all) {
      if (pattern == null || !SYNTAX.matcher(pattern.strip()).matches()) {
        throw new MojoFailureException(
            "Cannot tell which <dependencies> take part: '%s' is not a pattern. Write groupId:artifactId, in which * stands for any characters, such as com.acme:* or *:acme-*."
                .formatted(pattern));
      }
    }
  }

  /** Whether the span model of a dependency takes part. */
  boolean accepts(Artifact artifact) {
    return accepts(artifact.getGroupId() + ":" + artifact.getArtifactId());
  }

  boolean accepts(String coordinates) {
    return (includes.isEmpty() || matchesAny(includes, coordinates))
        && !matchesAny(excludes, coordinates);
  }

  private static boolean matchesAny(List<String> patterns, String coordinates) {
    return patterns.stream().anyMatch(pattern -> matches(pattern.strip(), coordinates));
  }

  private static boolean matches(String pattern, String coordinates) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining("[^:]*"));
    return coordinates.matches(regex);
  }
}
