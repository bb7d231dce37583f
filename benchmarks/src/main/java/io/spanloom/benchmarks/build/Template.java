package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The texts that files of sample modules are written from. */
final class Template {

  private Template() {}

  static String read(String name) throws IOException {
    try (InputStream template = Template.class.getResourceAsStream("/module/" + name)) {
      return new String(
          Objects.requireNonNull(template, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
