package io.spanloom.weaver.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One attribute of a span.
 *
 * @param key the attribute's key
 * @param type its OpenTelemetry type: {@code string}, {@code long}, {@code double[]} …
 * @param source where the value comes from: {@code annotation}, {@code parameter NAME.path}, {@code
 *     result.path} …
 * @param value the value, if it is known at build time
 * @param requirement {@code required}, {@code recommended} or {@code opt_in}
 * @param content whether the value is content, which is captured only when someone says so
 */
public record AttributeDefinition(
    String key,
    String type,
    String source,
    @Nullable String value,
    @Nullable String requirement,
    boolean content) {

  public AttributeDefinition {
    requireNonNull(key, "an attribute lacks \"key\"");
    requireNonNull(type, "an attribute lacks \"type\"");
    requireNonNull(source, "an attribute lacks \"source\"");
  }
}
