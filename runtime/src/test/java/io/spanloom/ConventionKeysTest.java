package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.internal.convention.AttributeMapping;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The Maven plugin knows the conventions' keys from a file, for it shares no classes with us; the
 * file says what the code does.
 */
class ConventionKeysTest {

  private static final Path FILE =
      Path.of("..", "weaver", "src/main/resources/io/spanloom/maven/lock/conventions.json");

  @Test
  void theFileIsWhatTheCodeSays() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("golden.update is for people").isNull();
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text());
    }
    assertThat(FILE).content().isEqualTo(text());
  }

  private static String text() {
    return Conventions.known().stream()
        .map(ConventionKeysTest::version)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String version(Convention convention) {
    String keys =
        convention.keys().uses().stream()
            .map(ConventionKeysTest::key)
            .collect(Collectors.joining(",\n"));
    return """
      {
        "convention": "%s",
        "version": "%s",
        "keys": [
    %s
        ]
      }"""
        .formatted(convention.id().replaceFirst("-.*", ""), versionOf(convention), keys);
  }

  /** The last segment of the schema's address; OpenInference has neither, and is version 1. */
  private static String versionOf(Convention convention) {
    String url = convention.schemaUrl();
    return url == null ? "1" : url.substring(url.lastIndexOf('/') + 1);
  }

  private static String key(AttributeMapping use) {
    String spans =
        use.roles().stream()
            .sorted()
            .map(SpanRole::name)
            .collect(Collectors.joining("\", \"", "[\"", "\"]"));
    return "      { \"says\": \"%s\", \"key\": \"%s\", \"type\": \"%s\", \"spans\": %s }"
        .formatted(
            use.fact().meaning(),
            use.key().getKey(),
            use.key().getType().name().toLowerCase(Locale.ROOT).replace("_array", "[]"),
            spans);
  }
}
