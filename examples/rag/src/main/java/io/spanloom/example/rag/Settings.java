package io.spanloom.example.rag;

import io.spanloom.example.rag.model.ModelAddress;
import java.nio.file.Path;
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
 * @param index the directory that keeps the index
 * @param judgeRatio which part of the answers is judged
 * @param tenant who pays for a question of the user's own
 * @param feature what the question belongs to
 */
record Settings(
    @Nullable ModelAddress realModel,
    String modelName,
    Path index,
    double judgeRatio,
    String sessionId,
    String userId,
    String tenant,
    String feature) {

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
        Path.of(text(environment, "RAG_INDEX", defaultIndex())),
        ratio(environment, "RAG_JUDGE_RATIO", 0.15),
        text(
            environment,
            "RAG_SESSION_ID",
            "help-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP)),
        text(environment, "RAG_USER_ID", "demo-user"),
        text(environment, "RAG_TENANT", "acme"),
        text(environment, "RAG_FEATURE", "help_center"));
  }

  private static String defaultIndex() {
    return Path.of(
            System.getProperty("java.io.tmpdir"),
            "spanloom-example-rag-" + System.getProperty("user.name"))
        .toString();
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

  private static double ratio(Map<String, String> environment, String name, double fallback)
      throws UsageException {
    String value = text(environment, name, Double.toString(fallback));
    try {
      double ratio = Double.parseDouble(value);
      if (ratio >= 0 && ratio <= 1) {
        return ratio;
      }
    } catch (NumberFormatException notANumber) {
      // said below, together with numbers out of range
    }
    throw new UsageException("%s must be a number from 0 to 1, not '%s'".formatted(name, value));
  }
}
