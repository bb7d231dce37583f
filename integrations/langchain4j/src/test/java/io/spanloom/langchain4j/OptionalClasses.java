package io.spanloom.langchain4j;

import io.spanloom.integrations.testing.Signatures;
import java.util.List;
import java.util.regex.Pattern;

/** Classes that only programs with a certain module, or a newer version, have a use for. */
final class OptionalClasses {

  private static final Pattern NAMES =
      Pattern.compile(
          "^io\\.spanloom\\.langchain4j\\.(TracedServices|TracedTool\\w+|TracedAgents|AgentSpans"
              + "|OpenAgents\\S*|\\w*Guardrail\\S*|ServiceParts\\S*|ProvidedTools|ToolResults\\S*):");

  private OptionalClasses() {}

  /** What cannot be resolved of all other classes. */
  static List<String> unresolvedOthers() throws Exception {
    return Signatures.unresolved(ChatAdapter.class).stream()
        .filter(line -> !NAMES.matcher(line).find())
        .toList();
  }
}
