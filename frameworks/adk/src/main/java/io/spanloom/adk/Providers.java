package io.spanloom.adk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names the provider of a model in the words of the GenAI conventions. */
final class Providers {

  private Providers() {}

  /**
   * The provider; {@code null} if neither the class nor the name of the model says it.
   *
   * @param type the class that asks the model, or {@code null}
   * @param model the name of the model, or {@code null}
   */
  static @Nullable String name(@Nullable Class<?> type, @Nullable String model) {
    String by = type == null ? "" : type.getSimpleName();
    String name = model == null ? "" : model.toLowerCase(Locale.ROOT);
    if (by.equals("Gemini") || name.startsWith("gemini")) {
      return "gcp.gen_ai";
    }
    return by.equals("Claude") || name.startsWith("claude") ? "anthropic" : null;
  }
}
