package io.spanloom.cost;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model's name as clouds and gateways write it, taken apart.
 *
 * @param provider what the form says of the provider: a name to look up, as the table's providers
 *     are named
 * @param model the model's name at that provider
 * @param byVendor whether the form names the model's maker, who need not be the one that answers
 */
record GatewayName(String provider, String model, boolean byVendor) {

  private static final Set<String> BEDROCK_REGIONS =
      Set.of("us", "eu", "apac", "global", "au", "jp", "in", "ca", "sa", "us-gov");
  private static final Set<String> BEDROCK_VENDORS =
      Set.of(
          "ai21",
          "amazon",
          "anthropic",
          "cohere",
          "deepseek",
          "google",
          "luma",
          "meta",
          "minimax",
          "mistral",
          "moonshot",
          "moonshotai",
          "nvidia",
          "openai",
          "qwen",
          "stability",
          "twelvelabs",
          "writer",
          "zai");

  /** What OpenRouter writes behind a model to choose how it is served. */
  private static final Set<String> OPENROUTER_VARIANTS =
      Set.of("free", "thinking", "beta", "extended", "nitro", "floor", "online", "exacto");

  /** The parts of a name in lower case, or {@code null} if it is plain. */
  static @Nullable GatewayName of(String name) {
    if (name.startsWith("arn:aws") && name.contains(":bedrock:")) {
      return new GatewayName("aws", afterLast(name, '/'), false);
    }
    if (name.startsWith("models/")) {
      return new GatewayName("google", afterLast(name, '/'), false);
    }
    if (name.contains("publishers/") && name.contains("/models/")) {
      return new GatewayName("google", afterLast(name, '/'), false);
    }
    int slash = name.indexOf('/');
    if (slash > 0) {
      return OPENROUTER_VARIANTS.contains(afterLast(name, ':'))
          ? new GatewayName("openrouter", withoutPrefix(name, "openrouter/"), false)
          : new GatewayName(name.substring(0, slash), name.substring(slash + 1), true);
    }
    if (isBedrock(name)) {
      return new GatewayName("aws", name, false);
    }
    return name.indexOf('@') > 0 ? new GatewayName("google", name, false) : null;
  }

  private static boolean isBedrock(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return false;
    }
    String first = name.substring(0, dot);
    int second = name.indexOf('.', dot + 1);
    return BEDROCK_VENDORS.contains(first)
        || (BEDROCK_REGIONS.contains(first)
            && second > 0
            && BEDROCK_VENDORS.contains(name.substring(dot + 1, second)));
  }

  private static String afterLast(String name, char separator) {
    return name.substring(name.lastIndexOf(separator) + 1);
  }

  private static String withoutPrefix(String name, String prefix) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
