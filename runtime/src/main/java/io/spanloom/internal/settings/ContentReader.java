package io.spanloom.internal.settings;

import io.spanloom.content.ContentMode;
import io.spanloom.content.ExceptionMessageMode;
import io.spanloom.content.Preset;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.content.Redactor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what may be recorded of content: our own settings, then the standard variables of
 * OpenTelemetry and OpenInference, then the preset.
 */
final class ContentReader {

  static final String PRESET = "spanloom.preset";
  static final String MODE = "spanloom.content";
  static final String MAX_LENGTH = "spanloom.content.max-length";
  static final String FREE_TEXT = "spanloom.free-text";
  static final String TO_STRING = "spanloom.content.to-string";
  static final String EXCEPTION_MESSAGE = "spanloom.exception.message";
  static final List<String> KNOWN =
      List.of(PRESET, MODE, MAX_LENGTH, FREE_TEXT, TO_STRING, EXCEPTION_MESSAGE);

  private static final String STANDARD_CAPTURE =
      "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";
  private static final String HIDE = "OPENINFERENCE_HIDE_";
  private static final String IMAGE_MAX_LENGTH = "OPENINFERENCE_BASE64_IMAGE_MAX_LENGTH";

  /** What each variable hides, by the OpenInference specification (trace configuration). */
  private static final Map<String, Set<ContentPart>> HIDDEN_BY =
      Map.ofEntries(
          Map.entry(
              "INPUTS",
              EnumSet.of(
                  ContentPart.INPUT,
                  ContentPart.INPUT_TEXT,
                  ContentPart.INPUT_ARGUMENTS,
                  ContentPart.INPUT_IMAGE,
                  ContentPart.TOOL_DEFINITIONS,
                  ContentPart.PROMPT,
                  ContentPart.EMBEDDING_TEXT)),
          Map.entry(
              "OUTPUTS",
              EnumSet.of(
                  ContentPart.OUTPUT,
                  ContentPart.OUTPUT_TEXT,
                  ContentPart.OUTPUT_ARGUMENTS,
                  ContentPart.CHOICE)),
          Map.entry(
              "INPUT_MESSAGES",
              EnumSet.of(
                  ContentPart.INPUT_TEXT, ContentPart.INPUT_ARGUMENTS, ContentPart.INPUT_IMAGE)),
          Map.entry(
              "OUTPUT_MESSAGES", EnumSet.of(ContentPart.OUTPUT_TEXT, ContentPart.OUTPUT_ARGUMENTS)),
          Map.entry("INPUT_IMAGES", EnumSet.of(ContentPart.INPUT_IMAGE)),
          Map.entry("INPUT_TEXT", EnumSet.of(ContentPart.INPUT_TEXT)),
          Map.entry("OUTPUT_TEXT", EnumSet.of(ContentPart.OUTPUT_TEXT)),
          Map.entry("PROMPTS", EnumSet.of(ContentPart.PROMPT)),
          Map.entry("CHOICES", EnumSet.of(ContentPart.CHOICE)),
          Map.entry("LLM_INVOCATION_PARAMETERS", EnumSet.of(ContentPart.INVOCATION_PARAMETERS)),
          Map.entry("LLM_TOOLS", EnumSet.of(ContentPart.TOOL_DEFINITIONS)),
          Map.entry("LLM_PROMPTS", EnumSet.of(ContentPart.PROMPT)),
          Map.entry("EMBEDDINGS_VECTORS", EnumSet.of(ContentPart.EMBEDDING_VECTOR)),
          Map.entry("EMBEDDING_VECTORS", EnumSet.of(ContentPart.EMBEDDING_VECTOR)),
          Map.entry("EMBEDDINGS_TEXT", EnumSet.of(ContentPart.EMBEDDING_TEXT)));

  private final SettingsReader settings;

  ContentReader(SettingsReader settings) {
    this.settings = settings;
  }

  /**
   * Reads the settings.
   *
   * @param chosenInCode wins over the preset outside, but not over settings made on their own
   */
  ContentSettings read(@Nullable Preset chosenInCode, Redactor redactor) {
    Preset preset = chosenInCode == null ? preset() : chosenInCode;
    boolean freeText = freeText(preset);
    return new ContentSettings(
        mode(preset),
        hidden(),
        freeText,
        exceptionMessages(freeText),
        settings.number(
            MAX_LENGTH,
            "characters",
            ContentSettings.MIN_MAX_LENGTH,
            ContentSettings.DEFAULT_MAX_LENGTH),
        settings.number(
            settings.variable(IMAGE_MAX_LENGTH),
            IMAGE_MAX_LENGTH,
            "characters",
            0,
            ContentSettings.DEFAULT_MAX_IMAGE_LENGTH),
        settings.truth(settings.value(TO_STRING), TO_STRING, false),
        redactor);
  }

  private Preset preset() {
    return constant(Preset.values(), settings.value(PRESET), PRESET, Preset.PRODUCTION);
  }

  private ContentMode mode(Preset preset) {
    String value = settings.value(MODE);
    return value != null
        ? constant(ContentMode.values(), value, MODE, preset.mode())
        : constant(ContentMode.values(), standardCapture(), STANDARD_CAPTURE, preset.mode());
  }

  /** Earlier versions of the GenAI conventions knew the variable as a boolean. */
  private @Nullable String standardCapture() {
    String value = settings.variable(STANDARD_CAPTURE);
    if (value == null) {
      return null;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> ContentMode.SPAN_ONLY.name();
      case "false" -> ContentMode.NO_CONTENT.name();
      default -> value;
    };
  }

  private boolean freeText(Preset preset) {
    return settings.truth(settings.value(FREE_TEXT), FREE_TEXT, preset.freeText());
  }

  private @Nullable ExceptionMessageMode exceptionMessages(boolean freeText) {
    String value = settings.value(EXCEPTION_MESSAGE);
    if (value == null) {
      return null;
    }
    ExceptionMessageMode chosen =
        constant(
            ExceptionMessageMode.values(), value, EXCEPTION_MESSAGE, ExceptionMessageMode.NONE);
    if (chosen == ExceptionMessageMode.REDACTED && !freeText) {
      settings.warn(
          "Spanloom does not record messages of exceptions although "
              + EXCEPTION_MESSAGE
              + "=redacted: free text is off ("
              + FREE_TEXT
              + "=false or the health preset). Set "
              + FREE_TEXT
              + "=true to record them.");
    }
    return chosen;
  }

  private Set<ContentPart> hidden() {
    Set<ContentPart> hidden = EnumSet.noneOf(ContentPart.class);
    HIDDEN_BY.forEach(
        (name, parts) -> {
          if (settings.truth(settings.variable(HIDE + name), HIDE + name, false)) {
            hidden.addAll(parts);
          }
        });
    return hidden;
  }

  private <T extends Enum<T>> T constant(
      T[] constants, @Nullable String value, String name, T otherwise) {
    if (value == null) {
      return otherwise;
    }
    for (T constant : constants) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    settings.illegal(name, value, Arrays.toString(constants), otherwise.name());
    return otherwise;
  }
}
