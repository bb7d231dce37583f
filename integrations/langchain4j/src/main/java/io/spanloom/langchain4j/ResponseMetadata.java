package io.spanloom.langchain4j;

import dev.langchain4j.model.output.FinishReason;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what answers of all sorts say of themselves. */
final class ResponseMetadata {

  private ResponseMetadata() {}

  /** LangChain4j's word for the reason; it does not keep the provider's. */
  static List<String> finishReasons(@Nullable FinishReason reason) {
    return reason == null ? List.of() : List.of(reason.name().toLowerCase(Locale.ROOT));
  }

  static @Nullable TokenUsage usage(dev.langchain4j.model.output.@Nullable TokenUsage usage) {
    return usage == null ? null : ProviderTypes.of(usage).usage(usage);
  }
}
