package io.spanloom.langchain4j;

import io.opentelemetry.context.Scope;
import io.spanloom.AgentContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversation that LangChain4j keeps a memory of. */
final class MemorySession {

  private MemorySession() {}

  /** Runs the following code in the memory's session, unless it runs in a session already. */
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  static Scope enter(@Nullable Object memoryId) {
    return isIdentifier(memoryId)
        ? AgentContext.builder().defaultSessionId(String.valueOf(memoryId)).build().makeCurrent()
        : Scope.noop();
  }

  /** Of other objects nobody knows whether their text is one. */
  private static boolean isIdentifier(@Nullable Object id) {
    return id instanceof CharSequence || id instanceof Number || id instanceof UUID;
  }
}
