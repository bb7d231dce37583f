package io.spanloom.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.content.ContentMode;
import io.spanloom.content.Preset;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What development environments complete, against what the runtime reads. */
class ConfigurationMetadataTest {

  private static final String FILE = "/META-INF/spring-configuration-metadata.json";

  private final JsonNode metadata = read();

  @Test
  void listsEverySettingOfTheRuntimeAndTheStartersOwn() {
    List<String> expected = new ArrayList<>(Settings.names());
    expected.addAll(EnvironmentSettings.OWN);
    expected.add("management.health.spanloom.enabled");

    assertThat(texts(metadata.get("properties"), "name"))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(texts(metadata.get("properties"), "description"))
        .hasSameSizeAs(expected)
        .allMatch(text -> text.endsWith("."));
  }

  @Test
  void hasTheRuntimesDefaults() {
    Map<String, Object> defaults = new TreeMap<>(Settings.from(Map.of(), null).inForce());
    defaults.remove("spanloom.exception.message"); // it depends on others
    Map<String, Object> listed = new TreeMap<>();
    for (JsonNode property : metadata.get("properties")) {
      String name = property.get("name").asText();
      if (defaults.containsKey(name)) {
        listed.put(name, value(property.get("defaultValue")));
      }
    }

    assertThat(listed).isEqualTo(defaults);
  }

  @Test
  void hintsAtTheValuesOfTheRuntime() {
    Map<String, List<String>> hints = new TreeMap<>();
    for (JsonNode hint : metadata.get("hints")) {
      hints.put(hint.get("name").asText(), texts(hint.get("values"), "value"));
    }

    assertThat(hints)
        .containsEntry(
            "spanloom.content", Arrays.stream(ContentMode.values()).map(Enum::name).toList())
        .containsEntry(
            "spanloom.preset",
            Arrays.stream(Preset.values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList());
    assertThat(hints.get("spanloom.semconv"))
        .containsExactlyInAnyOrderElementsOf(
            Conventions.available().stream().map(Convention::id).toList());
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(part.asText()));
      return parts;
    }
    return node.isBoolean() ? node.asBoolean() : node.isInt() ? node.asInt() : node.asText();
  }

  private static List<String> texts(JsonNode nodes, String member) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.path(member).asText()));
    return texts;
  }

  private static JsonNode read() {
    try (InputStream in = ConfigurationMetadataTest.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
