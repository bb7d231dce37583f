package io.spanloom.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.weaver.BuildFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyFilterTest {

  private final DependencyFilter filter = new DependencyFilter();

  @Test
  void allDependenciesTakePartByDefault() throws Exception {
    assertThat(filter.patterns().accept("com.acme:search")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme:search, true",
    "com.acme:*, true",
    "*:search, true",
    "com.*:s*ch, true",
    "*:*, true",
    " com.acme:search , true",
    "com.acme:searches, false",
    "com:search, false",
    "comXacme:search, false",
    "com.acme.*:search, false"
  })
  void aPatternNamesGroupAndArtifact(String pattern, boolean matches) throws Exception {
    filter.addInclude(pattern);

    assertThat(filter.patterns().accept("com.acme:search")).isEqualTo(matches);
  }

  @Test
  void anExcludeWinsOverAnInclude() throws Exception {
    filter.setIncludes(List.of("com.acme:*", "org.other:*"));
    filter.setExcludes(List.of("*:legacy"));

    assertThat(filter.patterns().accept("com.acme:search")).isTrue();
    assertThat(filter.patterns().accept("com.acme:legacy")).isFalse();
    assertThat(filter.patterns().accept("net.third:search")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.acme", "", ":", "a:b:c", "com acme:search", "com.acme:", "a/b:c", "(:x"})
  void whatIsNoPatternIsRefused(String pattern) {
    filter.addExclude(pattern);

    assertThatThrownBy(filter::patterns)
        .isInstanceOf(BuildFailure.class)
        .hasMessage(
            "Cannot tell which <dependencies> take part: '%s' is not a pattern. Write"
                + " groupId:artifactId, in which * stands for any characters, such as com.acme:* or"
                + " *:acme-*.",
            pattern);
  }

  @Test
  void noPatternIsLegal() {
    assertThatCode(filter::patterns).doesNotThrowAnyException();
  }
}
