package io.spanloom.weaver.report;

import io.spanloom.weaver.blueprint.ToolCallIdSource;
import io.spanloom.weaver.model.AttributeDefinition;
import io.spanloom.weaver.model.SpanDefinition;
import java.util.Locale;
import java.util.Set;

/** What the model says in codes, in the words of every report. */
final class Words {

  /** What an adapter knows before the model is called; it reads all else from the response. */
  private static final Set<String> KNOWN_AT_START =
      Set.of("gen_ai.provider.name", "gen_ai.request.model", "gen_ai.input.messages");

  private Words() {}

  /** Where an attribute's value comes from. */
  static String source(AttributeDefinition attribute) {
    return switch (attribute.source()) {
      case "adapter" -> "the adapter of the model's client";
      case "session" -> "the pending call of the model's response";
      default -> attribute.source();
    };
  }

  /** Under which condition an attribute is there. */
  static String condition(AttributeDefinition attribute) {
    if (attribute.content()) {
      return "where content is recorded";
    }
    if (attribute.value() != null) {
      return "always";
    }
    String requirement = attribute.requirement() == null ? "" : attribute.requirement();
    return switch (requirement) {
      case "required" -> "always";
      case "opt_in" -> "where asked for";
      default -> "when known";
    };
  }

  /** When an attribute's value is known: {@code start} or {@code end}. */
  static String moment(AttributeDefinition attribute) {
    boolean end =
        attribute.source().startsWith("result")
            || (attribute.source().equals("adapter") && !KNOWN_AT_START.contains(attribute.key()));
    return end ? "end" : "start";
  }

  /** Whether an attribute's value is private. */
  static String sensitivity(AttributeDefinition attribute) {
    return attribute.content() ? "content" : "structure";
  }

  /** When a span ends. */
  static String end(SpanDefinition span) {
    return switch (span.result()) {
      case "stage", "future" -> "when the result settles";
      case "publisher", "stream", "iterator" -> "when everything is delivered";
      default -> "when the method returns";
    };
  }

  /** How a tool finds the id of its call. */
  static String toolCallIdSource(ToolCallIdSource toolCallIdSource) {
    return switch (toolCallIdSource) {
      case PARAMETER -> "from a parameter";
      case SCOPE -> "from ToolCalls.scope around the call";
      case PENDING -> "from the pending calls of a model's response";
      case FRAMEWORK -> "from the model's request that the calling library executes";
      case NONE -> "from nowhere: nothing here could tell it";
    };
  }

  /** A constant as JSON has it. */
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
