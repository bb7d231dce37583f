package io.spanloom;

import io.spanloom.content.ContentMode;
import io.spanloom.content.ExceptionMessageMode;
import io.spanloom.content.Preset;
import io.spanloom.content.RedactionRule;
import io.spanloom.cost.PriceTable;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.content.Redactor;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.metric.MetricKeys;
import io.spanloom.internal.settings.RetrievalSettings;
import io.spanloom.internal.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Options given in code; they win over system properties {@code spanloom.*}, which win over
 * environment variables {@code SPANLOOM_*}.
 */
public final class SpanloomOptions {

  private final @Nullable List<Convention> conventions;
  private final Map<String, String> values;
  private final @Nullable Preset preset;
  private final @Nullable ContentMode content;
  private final @Nullable Boolean freeText;
  private final @Nullable ExceptionMessageMode exceptionMessages;
  private final @Nullable Boolean usesToString;
  private final @Nullable Integer maxContentLength;
  private final List<RedactionRule> redactionRules;
  private final @Nullable Boolean reparentTools;
  private final @Nullable PriceTable prices;
  private final @Nullable List<String> metricAttributes;
  private final @Nullable List<String> baggage;
  private final @Nullable Integer maxDocuments;
  private final @Nullable Boolean vectors;

  private SpanloomOptions(Builder builder) {
    this.conventions = builder.conventions;
    this.values = Map.copyOf(builder.values);
    this.preset = builder.preset;
    this.content = builder.content;
    this.freeText = builder.freeText;
    this.exceptionMessages = builder.exceptionMessages;
    this.usesToString = builder.usesToString;
    this.redactionRules = List.copyOf(builder.redactionRules);
    this.maxContentLength = builder.maxContentLength;
    this.reparentTools = builder.reparentTools;
    this.prices = builder.prices;
    this.metricAttributes = builder.metricAttributes;
    this.baggage = builder.baggage;
    this.maxDocuments = builder.maxDocuments;
    this.vectors = builder.vectors;
  }

  /** Options that leave everything to system properties, environment and defaults. */
  public static Builder builder() {
    return new Builder();
  }

  public Settings settings() {
    Settings outside = Settings.from(values, preset);
    return new Settings(
        conventions == null ? outside.conventions() : conventions,
        contentSettings(outside.content()),
        reparentTools == null ? outside.reparentTools() : reparentTools,
        prices == null ? outside.prices() : prices,
        metricAttributes == null ? outside.metricAttributes() : metricAttributes,
        baggage == null ? outside.baggage() : baggage,
        new RetrievalSettings(
            maxDocuments == null ? outside.retrieval().maxDocuments() : maxDocuments,
            vectors == null ? outside.retrieval().vectors() : vectors));
  }

  private ContentSettings contentSettings(ContentSettings outside) {
    Redactor redactor = outside.redactor();
    for (RedactionRule rule : redactionRules) {
      redactor = redactor.with(rule);
    }
    return new ContentSettings(
        content == null ? outside.mode() : content,
        outside.hidden(),
        freeText == null ? outside.freeText() : freeText,
        exceptionMessages == null ? outside.exceptionMessages() : exceptionMessages,
        maxContentLength == null ? outside.maxLength() : maxContentLength,
        outside.maxImageLength(),
        usesToString == null ? outside.usesToString() : usesToString,
        redactor);
  }

  /** Collects options. */
  public static final class Builder {

    private @Nullable List<Convention> conventions;
    private Map<String, String> values = Map.of();
    private @Nullable Preset preset;
    private @Nullable ContentMode content;
    private @Nullable Boolean freeText;
    private @Nullable ExceptionMessageMode exceptionMessages;
    private @Nullable Boolean usesToString;
    private final List<RedactionRule> redactionRules = new ArrayList<>();
    private @Nullable Integer maxContentLength;
    private @Nullable Boolean reparentTools;
    private @Nullable PriceTable prices;
    private @Nullable List<String> metricAttributes;
    private @Nullable List<String> baggage;
    private @Nullable Integer maxDocuments;
    private @Nullable Boolean vectors;

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

    /**
     * Settings by name, such as {@code spanloom.content}, as the program's own configuration has
     * them. They win over system properties; what other methods set wins over them.
     */
    public Builder values(Map<String, String> byName) {
      this.values = Map.copyOf(byName);
      return this;
    }

    /**
     * What the settings of content are by default; {@code spanloom.preset}, by default {@link
     * Preset#PRODUCTION}.
     */
    public Builder preset(Preset choice) {
      this.preset = Objects.requireNonNull(choice, "choice");
      return this;
    }

    /** Where content is recorded; {@code spanloom.content}, by default nowhere. */
    public Builder content(ContentMode mode) {
      this.content = Objects.requireNonNull(mode, "mode");
      return this;
    }

    /**
     * Whether texts that people wrote or are known by may be recorded where they are not content:
     * messages of exceptions, users' ids, {@code @Attribute}s that are texts; {@code
     * spanloom.free-text}, by default so.
     */
    public Builder freeText(boolean record) {
      this.freeText = record;
      return this;
    }

    /**
     * Whether spans record the messages of exceptions, {@code spanloom.exception.message}. By
     * default they do if they record content and no text of it is hidden. Without {@link #freeText}
     * they never do.
     */
    public Builder exceptionMessages(ExceptionMessageMode mode) {
      this.exceptionMessages = Objects.requireNonNull(mode, "mode");
      return this;
    }

    /**
     * Whether content of the program's own types other than records is recorded by their {@code
     * toString}, which then runs on the traced thread, and shows what it shows; {@code
     * spanloom.content.to-string}, by default not: such a value is recorded by its type's name.
     */
    public Builder contentToString(boolean use) {
      this.usesToString = use;
      return this;
    }

    /** A detector of one's own, besides those built in and those found as services. */
    public Builder redactionRule(RedactionRule rule) {
      this.redactionRules.add(Objects.requireNonNull(rule, "rule"));
      return this;
    }

    /**
     * The most characters one recorded value holds; {@code spanloom.content.max-length}, by default
     * 16 Ki.
     *
     * @throws IllegalArgumentException if fewer than {@link ContentSettings#MIN_MAX_LENGTH}
     */
    public Builder maxContentLength(int characters) {
      if (characters < ContentSettings.MIN_MAX_LENGTH) {
        throw new IllegalArgumentException(
            "maxContentLength must be at least "
                + ContentSettings.MIN_MAX_LENGTH
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

    /**
     * The most documents that a retrieval's or reranking's span shows of one list, and the most
     * texts and vectors that an embedding's does; the rest is counted. {@code
     * spanloom.documents.max}, by default 15.
     *
     * @throws IllegalArgumentException if negative
     */
    public Builder maxDocuments(int documents) {
      if (documents < 0) {
        throw new IllegalArgumentException("maxDocuments must not be negative, was " + documents);
      }
      this.maxDocuments = documents;
      return this;
    }

    /**
     * Whether embeddings are recorded themselves where content is: texts can be derived from them.
     * {@code spanloom.embedding.vectors}, by default not.
     */
    public Builder embeddingVectors(boolean record) {
      this.vectors = record;
      return this;
    }

    /** The options. */
    public SpanloomOptions build() {
      return new SpanloomOptions(this);
    }

    private static Convention convention(String name) {
      for (Convention available : Conventions.available()) {
        if (available.id().equals(name)) {
          return available;
        }
      }
      throw new IllegalArgumentException(
          "conventions must be of "
              + Conventions.available().stream().map(Convention::id).toList()
              + ", was "
              + name);
    }
  }
}
