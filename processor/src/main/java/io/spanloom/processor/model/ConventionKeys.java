package io.spanloom.processor.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The keys that the conventions know in any version, those of key constants and others; a test
 * keeps it in step with the tables that spans are written by.
 */
public final class ConventionKeys {

  /** What begins so is the conventions' alone. */
  private static final List<String> RESERVED = List.of("gen_ai.", "llm.", "openinference.");

  /** What follows is an index, or what a provider or a later version calls it. */
  private static final List<String> FAMILIES =
      List.of(
          "gen_ai.completion.",
          "gen_ai.memory.",
          "gen_ai.openai.",
          "gen_ai.prompt.",
          "llm.choices.",
          "llm.cost.completion_details.",
          "llm.cost.prompt_details.",
          "llm.input_messages.",
          "llm.output_messages.",
          "llm.prompts.",
          "llm.token_count.completion_details.",
          "llm.token_count.prompt_details.",
          "llm.tools.");

  private static final List<String> WITHOUT_CONSTANT =
      List.of(
          "gen_ai.completion",
          "gen_ai.prompt",
          "gen_ai.retrieval.top_k",
          "gen_ai.system",
          "gen_ai.token.cache",
          "gen_ai.token.modality",
          "gen_ai.token.phase",
          "gen_ai.token.type",
          "gen_ai.usage.audio.input_tokens",
          "gen_ai.usage.audio.output_tokens",
          "gen_ai.usage.cache_write.input_tokens",
          "gen_ai.usage.completion_tokens",
          "gen_ai.usage.prompt_tokens",
          "llm.choices",
          "llm.cost.completion",
          "llm.cost.prompt",
          "llm.cost.total",
          "llm.finish_reason",
          "llm.function_call",
          "llm.input_messages",
          "llm.output_messages",
          "llm.prompts",
          "llm.request.model_name",
          "llm.response.model_name",
          "llm.tools",
          "openinference.span.kind");

  private static final Set<String> KNOWN = known();

  private ConventionKeys() {}

  /** Whether some version of some convention has the key. */
  public static boolean isKnown(String key) {
    return KNOWN.contains(key) || FAMILIES.stream().anyMatch(key::startsWith);
  }

  /** Whether nobody but the conventions names keys so. */
  public static boolean isReserved(String key) {
    return RESERVED.stream().anyMatch(key::startsWith);
  }

  /** The known keys whose names begin like a key's, up to the first dot, sorted. */
  public static List<String> beside(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? List.of()
        : KNOWN.stream().filter(known -> known.startsWith(key.substring(0, dot + 1))).toList();
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(WITHOUT_CONSTANT);
    Stream.concat(WellKnownKeys.all(), DocumentKeys.lists()).forEach(known::add);
    return known;
  }
}
