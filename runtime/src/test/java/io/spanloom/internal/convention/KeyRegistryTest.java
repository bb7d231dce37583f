package io.spanloom.internal.convention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry of attribute keys is complete, and a program goes on without it. */
class KeyRegistryTest {

  private final KeyRegistry registry = KeyRegistry.bundled();

  @Test
  void everyVersionHasKeys() {
    assertThat(registry.versions())
        .extracting(KeyRegistry.Version::id)
        .containsExactly("openinference", "genai", "genai-1.36", "genai-dev");
    assertThat(registry.versions())
        .allSatisfy(version -> assertThat(version.keys().mappings()).hasSizeGreaterThan(25));
  }

  @Test
  void everyPropertyHasAMeaningAndAKey() {
    Set<SpanProperty> withKey =
        registry.versions().stream()
            .flatMap(version -> version.keys().mappings().stream())
            .map(AttributeMapping::property)
            .collect(Collectors.toSet());

    assertThat(withKey).containsExactlyInAnyOrder(SpanProperty.values());
    assertThat(registry.meanings()).containsOnlyKeys(SpanProperty.values());
  }

  @Test
  void aVersionHasAKeyOnceForAPropertyOfASpan() {
    for (KeyRegistry.Version version : registry.versions()) {
      Set<List<Object>> seen = new HashSet<>();
      for (AttributeMapping mapping : version.keys().mappings()) {
        for (SpanRole role : mapping.roles()) {
          assertThat(seen.add(List.of(mapping.key().getKey(), mapping.property(), role)))
              .as(version.id() + ": " + mapping + " on " + role)
              .isTrue();
        }
      }
    }
  }

  /** A key that were content here and not there would be recorded against the user's settings. */
  @Test
  void keysOfContentAreThoseOfPropertiesThatAreContent() {
    Map<String, SpanProperty.Part> parts = new TreeMap<>();
    for (KeyRegistry.Version version : registry.versions()) {
      version
          .keys()
          .mappings()
          .forEach(mapping -> parts.put(mapping.key().getKey(), mapping.property().part()));
    }

    parts.forEach(
        (key, part) ->
            assertThat(registry.content().containsKey(key))
                .as(key)
                .isEqualTo(part == SpanProperty.Part.CONTENT));
  }

  @Test
  void everyTranslationIsUsed() {
    assertThat(registry.versions())
        .flatExtracting(version -> version.keys().mappings())
        .extracting(AttributeMapping::translation)
        .containsAll(Arrays.asList(Translation.values()));
  }

  @Test
  void withoutTheFileThereAreNoConventions() {
    assertThat(KeyRegistry.readOrEmpty(null).versions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{\"keys\": [{\"key\": \"a\", \"type\": \"string\", ",
        "{\"keys\": [{\"conventions\": [\"genai\"]}]}",
        "{\"keys\": [{\"key\": \"a\", \"type\": \"text\", \"conventions\": [\"genai\"]}]}",
        "{\"properties\": {\"NOBODY_KNOWS\": \"it\"}}"
      })
  void withABrokenFileThereAreNoConventions(String json) {
    assertThat(KeyRegistry.readOrEmpty(stream(json)).versions()).isEmpty();
  }

  @Test
  void withAFileThatCannotBeReadThereAreNoConventions() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }
        };
    assertThat(KeyRegistry.readOrEmpty(broken).versions()).isEmpty();
  }

  private static InputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }
}
