package io.spanloom.processor.write;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.registry.WellKnownKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The attributes that the compiler knows a span will, or may, carry. */
final class SpanAttributes {

  /** How much a reader can rely on an attribute. */
  enum Requirement {
    REQUIRED,
    RECOMMENDED,
    OPT_IN;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One attribute.
   *
   * @param source where its value comes from
   * @param value the value where it is fixed; empty otherwise
   */
  record SpanAttribute(
      String key,
      AttributeType type,
      String source,
      String value,
      Requirement requirement,
      boolean content) {}

  private static final String ADAPTER = "adapter";
  private static final String OUTPUT_COUNT = "spanloom.output.count";

  private final SpanDefinition span;
  private final Map<String, SpanAttribute> attributes = new TreeMap<>();

  private SpanAttributes(SpanDefinition span) {
    this.span = span;
  }

  /** The attributes of a span, sorted by key. */
  static Collection<SpanAttribute> of(SpanDefinition span) {
    SpanAttributes attributes = new SpanAttributes(span);
    attributes.addAnnotationMembers();
    attributes.addIdentifiers();
    attributes.addAdapterValues();
    attributes.addContent();
    attributes.addCaptures();
    return attributes.attributes.values();
  }

  private void addAnnotationMembers() {
    Map<Option, String> options = Descriptions.options(span);
    switch (span.role()) {
      case WORKFLOW -> {
        fixed(GenAi.WORKFLOW_NAME, span.name(), Requirement.REQUIRED);
        fixed("spanloom.workflow.version", options.get(Option.VERSION));
      }
      case AGENT -> {
        fixed(GenAi.AGENT_NAME, span.name(), Requirement.REQUIRED);
        fixed(GenAi.AGENT_ID, options.get(Option.ID));
        fixed(GenAi.AGENT_VERSION, options.get(Option.VERSION));
        fixed(GenAi.AGENT_DESCRIPTION, options.get(Option.DESCRIPTION));
      }
      case TOOL -> {
        fixed(GenAi.TOOL_NAME, span.name(), Requirement.REQUIRED);
        fixed(GenAi.TOOL_TYPE, options.getOrDefault(Option.TOOL_TYPE, "function"));
        fixed(GenAi.TOOL_DESCRIPTION, options.get(Option.DESCRIPTION));
      }
      case LLM, EMBEDDING, RERANK, RETRIEVAL -> {
        fixed(GenAi.PROVIDER_NAME, options.get(Option.PROVIDER), Requirement.REQUIRED);
        fixed(GenAi.REQUEST_MODEL, options.get(Option.MODEL), Requirement.REQUIRED);
        fixed(GenAi.DATA_SOURCE_ID, options.get(Option.DATA_SOURCE), Requirement.REQUIRED);
      }
      case EVALUATION -> fixed(GenAi.EVALUATION_NAME, span.name(), Requirement.REQUIRED);
      case TASK, GUARDRAIL -> {}
    }
  }

  private void addIdentifiers() {
    identifier(ParameterRole.SESSION_ID, OpenInference.SESSION_ID);
    identifier(ParameterRole.SESSION_ID, GenAi.CONVERSATION_ID);
    identifier(ParameterRole.USER_ID, OpenInference.USER_ID);
    identifier(ParameterRole.TOOL_CALL_ID, GenAi.TOOL_CALL_ID);
    if (span.role() == SpanRole.TOOL) {
      addIfAbsent(GenAi.TOOL_CALL_ID, AttributeType.STRING, "session", Requirement.RECOMMENDED);
    }
  }

  private void identifier(ParameterRole role, String key) {
    span.captures(role)
        .forEach(
            capture ->
                addIfAbsent(key, AttributeType.STRING, sourceOf(capture), Requirement.RECOMMENDED));
  }

  /** What an adapter would read, should one know the types. */
  private void addAdapterValues() {
    switch (span.role()) {
      case LLM -> addModelCall();
      case EMBEDDING -> addEmbeddings();
      case RETRIEVAL, RERANK -> addDocuments();
      default -> {}
    }
  }

  private void addModelCall() {
    adapter(GenAi.PROVIDER_NAME, Requirement.REQUIRED);
    adapter(GenAi.REQUEST_MODEL, Requirement.REQUIRED);
    for (String key :
        List.of(
            GenAi.RESPONSE_ID,
            GenAi.RESPONSE_MODEL,
            GenAi.RESPONSE_FINISH_REASONS,
            GenAi.USAGE_INPUT_TOKENS,
            GenAi.USAGE_OUTPUT_TOKENS)) {
      adapter(key, Requirement.RECOMMENDED);
    }
    adapter(GenAi.INPUT_MESSAGES, Requirement.OPT_IN);
    adapter(GenAi.OUTPUT_MESSAGES, Requirement.OPT_IN);
  }

  private void addEmbeddings() {
    adapter(GenAi.PROVIDER_NAME, Requirement.REQUIRED);
    adapter(GenAi.REQUEST_MODEL, Requirement.REQUIRED);
    adapter(GenAi.REQUEST_ENCODING_FORMATS, Requirement.RECOMMENDED);
    adapter(GenAi.USAGE_INPUT_TOKENS, Requirement.RECOMMENDED);
    addOfResult(GenAi.EMBEDDINGS_DIMENSION_COUNT, AttributeType.LONG, Requirement.RECOMMENDED);
    addOfResult(OUTPUT_COUNT, AttributeType.LONG, Requirement.RECOMMENDED);
  }

  private void addDocuments() {
    String query = span.query();
    boolean retrieval = span.role() == SpanRole.RETRIEVAL;
    if (!query.isEmpty()) {
      addIfAbsent(
          retrieval ? GenAi.RETRIEVAL_QUERY_TEXT : OpenInference.RERANKER_QUERY,
          AttributeType.STRING,
          "parameter " + query,
          Requirement.OPT_IN);
    }
    if (retrieval) {
      addOfResult(GenAi.RETRIEVAL_DOCUMENTS, AttributeType.STRING, Requirement.OPT_IN);
    }
    addOfResult(OUTPUT_COUNT, AttributeType.LONG, Requirement.RECOMMENDED);
  }

  private void addOfResult(String key, AttributeType type, Requirement requirement) {
    boolean read =
        span.captures().stream()
            .anyMatch(
                capture ->
                    capture.ofResult()
                        && (capture.role() == ParameterRole.DOCUMENTS
                            || capture.role() == ParameterRole.VECTORS));
    boolean open = span.result().kind() != Result.Kind.VOID && !span.result().sensitive();
    if (open || read) {
      addIfAbsent(key, type, "result", requirement);
    }
  }

  private void adapter(String key, Requirement requirement) {
    AttributeType type = WellKnownKeys.typeOf(key).orElse(AttributeType.STRING);
    addIfAbsent(key, type, ADAPTER, requirement);
  }

  private void addContent() {
    List<String> inputs = inputNames();
    if (!inputs.isEmpty()) {
      String source =
          (inputs.size() == 1 ? "parameter " : "parameters ") + String.join(", ", inputs);
      addIfAbsent(OpenInference.INPUT_VALUE, AttributeType.STRING, source, Requirement.OPT_IN);
    }
    if (span.role() != SpanRole.EMBEDDING
        && span.result().kind() != Result.Kind.VOID
        && !span.result().sensitive()) {
      addIfAbsent(OpenInference.OUTPUT_VALUE, AttributeType.STRING, "result", Requirement.OPT_IN);
    }
  }

  private List<String> inputNames() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < span.parameters().size(); i++) {
      int index = i;
      Parameter parameter = span.parameters().get(i);
      if (parameter.input()) {
        names.add(parameter.name());
      }
      Predicate<Capture> ofParameter = capture -> capture.parameter() == index;
      span.captures(ParameterRole.INPUT)
          .filter(ofParameter)
          .map(capture -> InputNames.of(parameter.name(), capture.path()))
          .forEach(names::add);
    }
    return names;
  }

  /** Captured attributes win over what an annotation or adapter says. */
  private void addCaptures() {
    span.captures(ParameterRole.ATTRIBUTE)
        .forEach(
            capture -> {
              SpanAttribute other = attributes.remove(capture.key());
              addIfAbsent(
                  capture.key(),
                  typeOf(capture),
                  sourceOf(capture),
                  other == null ? Requirement.RECOMMENDED : other.requirement());
            });
  }

  private static AttributeType typeOf(Capture capture) {
    return capture.value().attribute() == null
        ? AttributeType.STRING
        : capture.value().attribute().type();
  }

  private String sourceOf(Capture capture) {
    String root =
        capture.ofResult()
            ? "result"
            : "parameter " + span.parameters().get(capture.parameter()).name();
    return InputNames.of(root, capture.path());
  }

  private void fixed(String key, @Nullable String value) {
    fixed(key, value, Requirement.RECOMMENDED);
  }

  private void fixed(String key, @Nullable String value, Requirement requirement) {
    if (value != null) {
      attributes.put(
          key,
          new SpanAttribute(
              key, AttributeType.STRING, "annotation", value, requirement, /* content= */ false));
    }
  }

  private void addIfAbsent(String key, AttributeType type, String source, Requirement requirement) {
    boolean content = WellKnownKeys.isContent(key);
    attributes.putIfAbsent(key, new SpanAttribute(key, type, source, "", requirement, content));
  }
}
