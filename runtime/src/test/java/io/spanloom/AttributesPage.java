package io.spanloom;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.convention.AttributeMapping;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.convention.WellKnown;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes {@code docs/attributes.md} from the tables the code writes spans by. */
final class AttributesPage {

  /** A key no table holds: lists spread over keys, and our own. */
  record Row(String key, String type, String spans, String says, String recorded) {}

  /** An event on spans; of each of its attributes, how it is recorded. */
  record Event(String on, String name, SortedMap<String, String> attributes) {}

  static final List<Event> EVENTS =
      List.of(
          new Event(
              "every span that fails",
              "exception",
              new TreeMap<>(
                  Map.of(
                      "exception.type",
                      "always",
                      "exception.message",
                      "as `spanloom.exception.message` says, redacted",
                      "exception.stacktrace",
                      "always, its messages as `spanloom.exception.message` says"))),
          new Event(
              "the span that `SpanHandle.decision` is called for",
              "spanloom.decision",
              new TreeMap<>(
                  Map.of(
                      "spanloom.decision.name",
                      "always",
                      "spanloom.decision.chosen",
                      "redacted, but not where `spanloom.free-text` is off",
                      "spanloom.decision.confidence",
                      "always, where known",
                      "spanloom.decision.reason",
                      "content, hidden where any text is"))));

  static final List<Row> SPREAD =
      List.of(
          new Row(
              "embedding.embeddings.N.embedding.text",
              "string",
              "EMBEDDING",
              "a text that is embedded",
              "content"),
          new Row(
              "embedding.embeddings.N.embedding.vector",
              "double[]",
              "EMBEDDING",
              "its embedding",
              "content, with `spanloom.embedding.vectors=true`"),
          new Row("llm.input_messages.N.message.role", "string", "LLM", "who speaks", "always"),
          new Row(
              "llm.input_messages.N.message.content", "string", "LLM", "what is said", "content"),
          new Row(
              "llm.input_messages.N.message.tool_call_id",
              "string",
              "LLM",
              "for role `tool`: the call answered",
              "always"),
          new Row(
              "llm.input_messages.N.message.tool_calls.T.tool_call.id",
              "string",
              "LLM",
              "the id the provider issued",
              "always"),
          new Row(
              "llm.input_messages.N.message.tool_calls.T.tool_call.function.name",
              "string",
              "LLM",
              "the tool's name",
              "always"),
          new Row(
              "llm.input_messages.N.message.tool_calls.T.tool_call.function.arguments",
              "string",
              "LLM",
              "its arguments, as JSON",
              "content"),
          new Row(
              "llm.input_messages.N.message.tool_calls.T.tool_call.reasoning_signature",
              "string",
              "LLM",
              "the provider's signature of the reasoning behind it",
              "content"),
          new Row(
              "llm.input_messages.N.message.contents.P.message_content.type",
              "string",
              "LLM",
              "of a message in parts: `text`, `image`, `audio`, `video`, `file`, `reasoning`, `tool_use`, `tool_result` or the provider's word",
              "always"),
          new Row(
              "llm.input_messages.N.message.contents.P.message_content.*",
              "string",
              "LLM",
              "what the part says: `text`, `image.image.url`, `audio.audio.url`, `audio.audio.mime_type`, `id`, `signature`, `encrypted_content`, `data`",
              "content"),
          new Row(
              "llm.input_messages.N.message.contents.P.tool_call.*",
              "string",
              "LLM",
              "a tool that the provider runs: `id`, `function.name`, `function.arguments`",
              "as of tool calls"),
          new Row(
              "llm.output_messages.N.message.*",
              "string",
              "LLM",
              "the same of the messages received",
              "likewise"),
          new Row(
              "llm.tools.N.tool.json_schema",
              "string",
              "LLM",
              "a tool offered to the model, as JSON",
              "content"),
          new Row(
              "reranker.input_documents.N.document.id",
              "string",
              "RERANK",
              "a document given: its id",
              "always, but not where `spanloom.free-text` is off"),
          new Row(
              "reranker.input_documents.N.document.content",
              "string",
              "RERANK",
              "what it says",
              "content"),
          new Row(
              "reranker.input_documents.N.document.score",
              "double",
              "RERANK",
              "how well it answers the query",
              "always"),
          new Row(
              "reranker.input_documents.N.document.metadata",
              "string",
              "RERANK",
              "what else is known of it, as JSON",
              "content"),
          new Row(
              "reranker.output_documents.N.document.id",
              "string",
              "RERANK",
              "a document given back: its id",
              "always, but not where `spanloom.free-text` is off"),
          new Row(
              "reranker.output_documents.N.document.content",
              "string",
              "RERANK",
              "what it says",
              "content"),
          new Row(
              "reranker.output_documents.N.document.score",
              "double",
              "RERANK",
              "how well it answers the query",
              "always"),
          new Row(
              "reranker.output_documents.N.document.metadata",
              "string",
              "RERANK",
              "what else is known of it, as JSON",
              "content"),
          new Row(
              "retrieval.documents.N.document.id",
              "string",
              "RETRIEVAL",
              "a document found: its id",
              "always, but not where `spanloom.free-text` is off"),
          new Row(
              "retrieval.documents.N.document.content",
              "string",
              "RETRIEVAL",
              "what it says",
              "content"),
          new Row(
              "retrieval.documents.N.document.score",
              "double",
              "RETRIEVAL",
              "how well it answers the query",
              "always"),
          new Row(
              "retrieval.documents.N.document.metadata",
              "string",
              "RETRIEVAL",
              "what else is known of it, as JSON",
              "content"));

  static final List<Row> OWN =
      List.of(
          new Row("app.feature", "string", "all below the context", "the feature", "always"),
          new Row("app.tenant_id", "string", "all below the context", "the tenant", "always"),
          new Row(
              "spanloom.documents.dropped",
              "long",
              "RETRIEVAL RERANK",
              "how many documents are not shown, for there are more than `spanloom.documents.max`;"
                  + " absent if none",
              "always"),
          new Row(
              "spanloom.end",
              "string",
              "all whose result is delivered late",
              "how the call ended that neither completed nor failed: cancelled or unobserved",
              "always"),
          new Row("spanloom.guardrail.outcome", "string", "GUARDRAIL", "what it decided", "always"),
          new Row(
              "spanloom.guardrail.passed",
              "boolean",
              "GUARDRAIL",
              "whether it let pass what it checked",
              "always"),
          new Row(
              "spanloom.guardrail.reason", "string", "GUARDRAIL", "why it decided so", "content"),
          new Row(
              "spanloom.input.count", "long", "RERANK", "how many documents were given", "always"),
          new Row(
              "spanloom.output.count",
              "long",
              "TOOL EMBEDDING RETRIEVAL RERANK",
              "how many elements a result has that is a collection, map or array; how many"
                  + " embeddings, how many documents",
              "always"),
          new Row(
              "spanloom.output.length",
              "long",
              "TOOL",
              "how many characters a result has that is text",
              "always"),
          new Row(
              "spanloom.rerank.ranks_before",
              "long[]",
              "RERANK",
              "the places, from 1, that the documents given back had among those given; 0 for none",
              "always"),
          new Row(
              "spanloom.stream.chunks",
              "long",
              "all whose result is a stream",
              "how many items were delivered",
              "always"),
          new Row(
              "spanloom.tool_call.correlation",
              "string",
              "TOOL",
              "how the tool's call was found: explicit, arguments, name or order",
              "always"),
          new Row(
              "spanloom.tool_call.dropped",
              "long",
              "WORKFLOW AGENT",
              "how many requested calls its session forgot because it held too many; absent if none",
              "always"),
          new Row(
              "spanloom.total.cost",
              "double",
              "WORKFLOW AGENT",
              "what all model calls below cost, in USD",
              "always"),
          new Row(
              "spanloom.total.inference_calls",
              "long",
              "WORKFLOW AGENT",
              "the model calls below",
              "always"),
          new Row(
              "spanloom.total.input_tokens",
              "long",
              "WORKFLOW AGENT",
              "their input tokens",
              "always"),
          new Row(
              "spanloom.total.output_tokens",
              "long",
              "WORKFLOW AGENT",
              "their output tokens",
              "always"),
          new Row(
              "spanloom.total.tool_calls", "long", "WORKFLOW AGENT", "the tools below", "always"),
          new Row(
              "spanloom.workflow.version",
              "string",
              "WORKFLOW",
              "the workflow's version",
              "always"));

  private static final String INTRODUCTION =
      """
      # Attributes

      What spans carry, by the conventions chosen with `spanloom.semconv`. A test writes this page from the code's own tables and fails
      when they differ; `mvn -pl runtime -am verify -Dgolden.update=true` writes it anew.

      | name | convention | schema URL |
      |---|---|---|
      """;

  private static final String RULES =
      """

      The tracer carries the schema URL on which the chosen conventions agree (OpenInference has none); if they disagree it carries none.

      Rules that no table shows:

      - An attribute is written under a chosen convention's key or not at all, but for our own `spanloom.*` and `app.*`, and for `@Attribute` keys
        of the user's own. An `@Attribute` with a key of this page goes by each chosen convention's own key for what it says; if none has one, by the
        key as written.
      - A provider that neither annotation, adapter nor attribute tells is `_OTHER` where the convention requires one.
      - Token usage and cost stand on model calls alone, although the GenAI conventions have usage on `invoke_agent` too: backends add them up over a
        trace and would count every token once for each level. Totals go by `spanloom.total.*`.
      - A token count that cannot be right (negative, a text, a fraction, a part larger than its whole) is absent, and the call has no cost.
        `spanloom.cost.price_source` tells which prices a cost comes from ([prices](guide/prices.md)).
      - A session's `gen_ai.conversation.id` stands on every span below it: the conventions let applications put it on other spans.
      - `genai-1.36` has no attribute for messages, arguments and results; the events it had for them are not written.
      - On workflows and agents `gen_ai.input.messages` and `gen_ai.output.messages` are content as a whole: the input and the output, as one message each.
      - *Content* is recorded only as far as `spanloom.content` allows it, redacted and within bounds; everything else always.

      ## Spans

      | annotation | span name | kind | `gen_ai.operation.name` | `openinference.span.kind` |
      |---|---|---|---|---|
      """;

  private static final String EVENTS_HEAD =
      """

      ## Events and links

      | on | name | attributes |
      |---|---|---|
      """;

  private static final String LINKS =
      """
      | TOOL | link | to the model call that asked for the tool |
      | EVALUATION by `Evaluations.record` | link | to the evaluated span |
      | the first of what starts after its run has ended, or detached | link | to the run's span ([background work](guide/background-work.md)) |

      As a log record in the context of the evaluated span, or of what encloses the evaluation:

      | on | event name | attributes |
      |---|---|---|
      | EVALUATION with a score or label | `gen_ai.evaluation.result` | `gen_ai.evaluation.name`, `gen_ai.evaluation.score.value`, `gen_ai.evaluation.score.label` (redacted), `gen_ai.evaluation.explanation` (content) |

      With `genai` and `genai-dev`, a log record in the span's context, of severity WARN:

      | on | event name | attributes |
      |---|---|---|
      | LLM, EMBEDDING or RETRIEVAL that throws | `gen_ai.client.operation.exception` | `exception.type`; `exception.message` if events record content or `spanloom.exception.message` says so, redacted; `exception.stacktrace`, its messages likewise; the span's identity and `error.type` |

      With `spanloom.content` of `EVENT_ONLY` or `SPAN_AND_EVENT`, a log record in the span's context as well:

      | on | event name | attributes |
      |---|---|---|
      | LLM | `gen_ai.client.inference.operation.details` (with `genai-1.36`, `spanloom.operation.details`) | the span's, and its content; messages, system instructions and tool definitions as structured values |
      | all others that have content | `spanloom.operation.details` | the span's, and its content under the keys it would have on the span |

      """;

  private AttributesPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Convention convention : Conventions.available()) {
      String url = Objects.requireNonNullElse(convention.schemaUrl(), "none");
      page.append(row(code(convention.id()), title(convention.id()), url));
    }
    page.append(RULES);
    for (SpanRole role : SpanRole.values()) {
      page.append(span(role));
    }
    page.append("\n## Attributes of the conventions\n\n");
    page.append(
        "| key | type | conventions | spans | says | recorded |\n|---|---|---|---|---|---|\n");
    rows().forEach(page::append);
    page.append("\n## Lists of OpenInference\n\nN, T and P count from 0.\n\n");
    page.append(table(SPREAD));
    page.append("\n## Our own\n\n").append(table(OWN));
    page.append(EVENTS_HEAD);
    EVENTS.forEach(event -> page.append(event(event)));
    return page.append(LINKS).append(migration()).toString();
  }

  private static String title(String id) {
    return switch (id) {
      case "openinference" -> "OpenInference";
      case "genai" -> "OpenTelemetry GenAI 1.41.1, and what came since without contradiction";
      case "genai-1.36" -> "OpenTelemetry GenAI 1.36.0";
      default -> "OpenTelemetry GenAI, its own repository, unreleased";
    };
  }

  private static String event(Event event) {
    String attributes =
        event.attributes().entrySet().stream()
            .map(attribute -> code(attribute.getKey()) + " (" + attribute.getValue() + ")")
            .collect(Collectors.joining("; "));
    return row(event.on(), code(event.name()), attributes);
  }

  private static String span(SpanRole role) {
    String annotation = role == SpanRole.LLM ? "LlmCall" : capitalized(role);
    String row = spanRow(role, "@" + annotation, role.operation());
    return role == SpanRole.TASK ? row + spanRow(role, "@Task(kind = PLAN)", "plan") : row;
  }

  private static String spanRow(SpanRole role, String annotation, String operation) {
    Identity identity =
        new Identity(
            role,
            "{name}",
            operation,
            null,
            null,
            null,
            null,
            null,
            null,
            "{model}",
            "{dataSource}",
            "{agent}");
    return row(
        code(annotation),
        code(identity.spanName()),
        role.otelKind().name(),
        operation == null ? "none" : code(operation),
        role.openInferenceKind());
  }

  /**
   * A row for each key, type and property; conventions that put it on different spans get their
   * own.
   */
  private static Set<String> rows() {
    Map<String, Set<String>> conventions = new TreeMap<>();
    for (Convention convention : Conventions.available()) {
      Map<String, Set<SpanRole>> spans = new LinkedHashMap<>();
      Map<String, AttributeMapping> mappings = new LinkedHashMap<>();
      for (AttributeMapping mapping : convention.keys().mappings()) {
        String id =
            mapping.key().getKey() + " " + mapping.key().getType() + " " + mapping.property();
        mappings.put(id, mapping);
        spans.computeIfAbsent(id, any -> EnumSet.noneOf(SpanRole.class)).addAll(mapping.roles());
      }
      spans.forEach(
          (id, roles) -> {
            AttributeMapping mapping = mappings.get(id);
            String row =
                row(
                    code(mapping.key().getKey()),
                    type(mapping.key()),
                    "%s",
                    roles(roles),
                    WellKnown.meaning(mapping.property()),
                    recorded(mapping.property()));
            conventions.computeIfAbsent(row, any -> new TreeSet<>()).add(convention.id());
          });
    }
    Set<String> rows = new TreeSet<>();
    conventions.forEach((row, ids) -> rows.add(String.format(row, String.join(", ", ids))));
    return rows;
  }

  private static String recorded(SpanProperty property) {
    if (property == SpanProperty.DOCUMENTS
        || property == SpanProperty.INPUT_MESSAGES
        || property == SpanProperty.OUTPUT_MESSAGES) {
      return "structure always, the rest as content";
    }
    return switch (property.part()) {
      case IDENTITY -> "at start";
      case REQUEST -> "with the request";
      case RESPONSE -> "at the end";
      case CONTENT -> "content";
    };
  }

  private static String table(List<Row> rows) {
    StringBuilder table =
        new StringBuilder("| key | type | spans | says | recorded |\n|---|---|---|---|---|\n");
    rows.forEach(r -> table.append(row(code(r.key), r.type, r.spans, r.says, r.recorded)));
    return table.toString();
  }

  /** What a query, a dashboard or an alert has to be changed in when the version is. */
  private static String migration() {
    StringBuilder page = new StringBuilder("## From version to version\n\n");
    page.append(
        "Facts whose keys differ between the versions of the GenAI conventions; types where they differ.\n\n");
    page.append("| fact | spans | `genai-1.36` | `genai` | `genai-dev` |\n|---|---|---|---|---|\n");
    for (SpanProperty property : SpanProperty.values()) {
      Map<String, Set<SpanRole>> spans = new LinkedHashMap<>();
      for (SpanRole role : SpanRole.values()) {
        List<String> keys =
            List.of(
                keys("genai-1.36", property, role),
                keys("genai", property, role),
                keys("genai-dev", property, role));
        if (Set.copyOf(keys).size() > 1) {
          spans
              .computeIfAbsent(String.join(" | ", keys), any -> EnumSet.noneOf(SpanRole.class))
              .add(role);
        }
      }
      spans.forEach(
          (keys, roles) -> page.append(row(WellKnown.meaning(property), roles(roles), keys)));
    }
    return page.append(
            """

            Earlier names, which no version here writes: `gen_ai.usage.prompt_tokens` and `gen_ai.usage.completion_tokens` became
            `gen_ai.usage.input_tokens` and `gen_ai.usage.output_tokens` with 1.27; `gen_ai.prompt` and `gen_ai.completion` went with 1.28.
            """)
        .toString();
  }

  private static String keys(String convention, SpanProperty property, SpanRole role) {
    String keys =
        Conventions.available().stream()
            .filter(available -> available.id().equals(convention))
            .flatMap(available -> available.keys().mappings().stream())
            .filter(mapping -> mapping.property() == property && mapping.roles().contains(role))
            .map(mapping -> code(mapping.key().getKey()) + " " + type(mapping.key()))
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? "none" : keys;
  }

  private static String roles(Set<SpanRole> roles) {
    return roles.size() == SpanRole.values().length
        ? "all"
        : roles.stream().sorted().map(SpanRole::name).collect(Collectors.joining(" "));
  }

  private static String type(AttributeKey<?> key) {
    return key.getType().name().toLowerCase(Locale.ROOT).replace("_array", "[]");
  }

  private static String capitalized(SpanRole role) {
    return role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
