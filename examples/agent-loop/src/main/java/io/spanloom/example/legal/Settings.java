package io.spanloom.example.legal;

import io.spanloom.example.legal.model.ModelAddress;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says.
 *
 * @param realModel the model to use; null for the embedded endpoint
 * @param modelName the model to ask for, also at the embedded endpoint
 * @param citationDelay how long the citation service takes for each citation
 */
record Settings(
    @Nullable ModelAddress realModel,
    String modelName,
    Duration citationDelay,
    int maxTurns,
    String sessionId,
    String userId) {

  private static final String DEFAULT_MODEL = "gpt-4.1-mini";
  private static final String PUBLIC_ENDPOINT = "https://api.openai.com/v1";
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^/\\s]+(/\\S*)?");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /**
   * Reads the environment.
   *
   * @throws UsageException when a variable has an impossible value
   */
  static Settings from(Map<String, String> environment) throws UsageException {
    String model = text(environment, "OPENAI_MODEL", DEFAULT_MODEL);
    return new Settings(
        realModel(environment, model),
        model,
        Duration.ofMillis(number(environment, "AGENT_CITATION_DELAY_MS", 500, 0, 60_000)),
        number(environment, "AGENT_MAX_TURNS", 12, 1, 100),
        text(
            environment,
            "AGENT_SESSION_ID",
            "research-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP)),
        text(environment, "AGENT_USER_ID", "demo-user"));
  }

  private static @Nullable ModelAddress realModel(Map<String, String> environment, String model)
      throws UsageException {
    String baseUrl = text(environment, "OPENAI_BASE_URL", "");
    String apiKey = text(environment, "OPENAI_API_KEY", "");
    if (baseUrl.isEmpty() && apiKey.isEmpty()) {
      return null;
    }
    if (!baseUrl.isEmpty() && !WEB_ADDRESS.matcher(baseUrl).matches()) {
      throw new UsageException(
          "OPENAI_BASE_URL must be an http or https URL, not '" + baseUrl + "'");
    }
    return new ModelAddress(
        baseUrl.isEmpty() ? PUBLIC_ENDPOINT : baseUrl, apiKey.isEmpty() ? "none" : apiKey, model);
  }

  private static String text(Map<String, String> environment, String name, String fallback) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? fallback : value;
  }

  private static int number(
      Map<String, String> environment, String name, int fallback, int smallest, int largest)
      throws UsageException {
    String value = text(environment, name, Integer.toString(fallback));
    try {
      int number = Integer.parseInt(value);
      if (number >= smallest && number <= largest) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below, together with numbers out of range
    }
    throw new UsageException(
        "%s must be a whole number from %d to %d, not '%s'"
            .formatted(name, smallest, largest, value));
  }
}
