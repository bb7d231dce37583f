package io.spanloom.maven;

import io.spanloom.weaver.BuildFailure;
import io.spanloom.weaver.DependencyPatterns;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code <include>} and {@code <exclude>} of a goal's {@code <dependencies>}: patterns of
 * {@code groupId:artifactId}, in which {@code *} stands for any characters.
 */
public final class DependencyFilter {

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
  DependencyPatterns patterns() throws BuildFailure {
    return new DependencyPatterns(includes, excludes);
  }
}
