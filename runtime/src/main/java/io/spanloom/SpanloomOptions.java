package io.spanloom;

import io.spanloom.advice.Settings;
import io.spanloom.content.ContentMode;
import io.spanloom.content.ContentPolicy;
import io.spanloom.convention.Convention;
import io.spanloom.convention.Conventions;
import io.spanloom.cost.PriceTable;
import io.spanloom.metric.MetricKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Options given in code; they win over system properties {@code spanloom.*}, which win over
 * environment variables {@code SPANLOOM_*}.
 */
public final class SpanloomOptions {

  private final @Nullable List<Convention> conventions;
  private final @Nullable ContentMode content;
  private final @Nullable Integer maxContentLength;
  private final @Nullable Boolean reparentTools;
  private final @Nullable PriceTable prices;
  private final @Nullable List<String> metricAttributes;
  private final @Nullable List<String> baggage;

  private SpanloomOptions(Builder builder) {
    this.conventions = builder.conventions;
    this.content = builder.content;
    this.maxContentLength = builder.maxContentLength;
    this.reparentTools = builder.reparentTools;
    this.prices = builder.prices;
    this.metricAttributes = builder.metricAttributes;
    this.baggage = builder.baggage;
  }

  /** Options that leave everything to system properties, environment and defaults. */
  public static Builder builder() {
    return new Builder();
  }

  Settings settings() {
    Settings outside = Settings.fromEnvironment();
    ContentPolicy policy = outside.content();
    return new Settings(
        conventions == null ? outside.conventions() : conventions,
        new ContentPolicy(
            content == null ? policy.mode() : content,
            maxContentLength == null ? policy.maxLength() : maxContentLength,
            policy.redactor()),
        reparentTools == null ? outside.reparentTools() : reparentTools,
        prices == null ? outside.prices() : prices,
        metricAttributes == null ? outside.metricAttributes() : metricAttributes,
        baggage == null ? outside.baggage() : baggage);
  }

  /** Collects options. */
  public static final class Builder {

    private @Nullable List<Convention> conventions;
    private @Nullable ContentMode content;
    private @Nullable Integer maxContentLength;
    private @Nullable Boolean reparentTools;
    private @Nullable PriceTable prices;
    private @Nullable List<String> metricAttributes;
    private @Nullable List<String> baggage;

    private Builder() {}

    /**
     * The semantic conventions spans are written in, by name: {@code openinference}, {@code genai},
     * {@code genai-1.36}, {@code genai-dev}; {@code spanloom.semconv}, by default the first two.
     *
     * @throws IllegalArgumentException if there is no such convention, or none is named
     */
    public Builder conventions(String... names) {
      List<Convention> chosen = new ArrayList<>();
      for (String name : new LinkedHashSet<>(Arrays.asList(names))) {
        chosen.add(convention(name));
      }
      if (chosen.isEmpty()) {
        throw new IllegalArgumentException("conventions must name at least one");
      }
      this.conventions = chosen;
      return this;
    }

    /** Where content is recorded; {@code spanloom.content}, by default nowhere. */
    public Builder content(ContentMode mode) {
      this.content = Objects.requireNonNull(mode, "mode");
      return this;
    }

    /**
     * The most characters one recorded value holds; {@code spanloom.content.max-length}, by default
     * 16 Ki.
     *
     * @throws IllegalArgumentException if fewer than {@link ContentPolicy#MIN_MAX_LENGTH}
     */
    public Builder maxContentLength(int characters) {
      if (characters < ContentPolicy.MIN_MAX_LENGTH) {
        throw new IllegalArgumentException(
            "maxContentLength must be at least "
                + ContentPolicy.MIN_MAX_LENGTH
                + ", was "
                + characters);
      }
      this.maxContentLength = characters;
      return this;
    }

    /**
     * Whether a tool becomes a child of the reasoning that asked for it, where the program's
     * structure allows it; {@code spanloom.tool.parent}, by default so.
     */
    public Builder reparentTools(boolean reparent) {
      this.reparentTools = reparent;
      return this;
    }

    /** What models cost; by default the table that comes with this version. */
    public Builder prices(PriceTable table) {
      this.prices = Objects.requireNonNull(table, "table");
      return this;
    }

    /**
     * The session's attributes that go on metrics too, such as {@code app.tenant_id}; {@code
     * spanloom.metrics.attributes}, by default none. Each value is a time series of its own, so
     * what a session or user is called has no place here.
     *
     * @throws IllegalArgumentException if a key names sessions or users
     */
    public Builder metricAttributes(String... keys) {
      for (String key : keys) {
        if (MetricKeys.isUnbounded(key)) {
          throw new IllegalArgumentException(key + " has too many values for metrics");
        }
      }
      this.metricAttributes = List.of(keys);
      return this;
    }

    /**
     * The keys of session values that travel to other processes, as baggage: {@code session.id},
     * {@code user.id}, {@code app.tenant_id}, {@code app.feature} or keys of the application's own;
     * {@code spanloom.baggage}, by default none.
     */
    public Builder baggage(String... keys) {
      this.baggage = List.of(keys);
      return this;
    }

    /** The options. */
    public SpanloomOptions build() {
      return new SpanloomOptions(this);
    }

    private static Convention convention(String name) {
      for (Convention known : Conventions.known()) {
        if (known.id().equals(name)) {
          return known;
        }
      }
      throw new IllegalArgumentException(
          "conventions must be of "
              + Conventions.known().stream().map(Convention::id).toList()
              + ", was "
              + name);
    }
  }
}
