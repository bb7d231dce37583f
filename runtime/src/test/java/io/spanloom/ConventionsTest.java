package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.content.ContentMode;
import io.spanloom.internal.convention.AttributeMapping;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.convention.WellKnown;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans carry what the chosen conventions define, and nothing else. */
class ConventionsTest {

  /** Lists and messages, which OpenInference spreads over keys of their own. */
  private static final Pattern SPREAD =
      Pattern.compile(
          "llm\\.(input|output)_messages\\.\\d+\\.message\\.(role|content|tool_call_id"
              + "|tool_calls\\.\\d+\\.tool_call\\.(id|function\\.name|function\\.arguments))"
              + "|llm\\.tools\\.\\d+\\.tool\\.json_schema"
              + "|embedding\\.embeddings\\.\\d+\\.embedding\\.text"
              + "|(retrieval\\.documents|reranker\\.(input|output)_documents)"
              + "\\.\\d+\\.document\\.(id|content|score|metadata)");

  private static final Map<String, SpanRole> ROLES =
      Map.ofEntries(
          Map.entry("invoke_workflow pipeline", SpanRole.WORKFLOW),
          Map.entry("invoke_agent librarian", SpanRole.AGENT),
          Map.entry("plan librarian", SpanRole.TASK),
          Map.entry("think", SpanRole.TASK),
          Map.entry("failing", SpanRole.TASK),
          Map.entry("chat gpt-4.1-mini", SpanRole.LLM),
          Map.entry("chat grok-4", SpanRole.LLM),
          Map.entry("execute_tool search", SpanRole.TOOL),
          Map.entry("execute_tool pages", SpanRole.TOOL),
          Map.entry("execute_tool shelves", SpanRole.TOOL),
          Map.entry("embeddings text-embedding-3-small", SpanRole.EMBEDDING),
          Map.entry("retrieval library", SpanRole.RETRIEVAL),
          Map.entry("retrieval shelves", SpanRole.RETRIEVAL),
          Map.entry("rerank rerank-3", SpanRole.RERANK),
          Map.entry("guardrail no_secrets", SpanRole.GUARDRAIL),
          Map.entry("evaluation helpfulness", SpanRole.EVALUATION));

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openinference",
        "genai",
        "genai-1.36",
        "genai-dev",
        "openinference,genai",
        "openinference,genai-1.36",
        "genai-1.36,genai-dev",
        "openinference,genai,genai-1.36,genai-dev"
      })
  void everyAttributeIsDefinedForItsSpanByAChosenConvention(String names) {
    trace(names.split(","));

    List<String> foreign = new ArrayList<>();
    for (SpanData span : recorded.spans()) {
      span.getAttributes()
          .forEach(
              (key, value) -> {
                SpanRole role = ROLES.get(span.getName());
                if (!isOurs(key)
                    && !isDefined(names, role, key)
                    && !isUnused(names, role, key.getKey())) {
                  foreign.add(span.getName() + ": " + key.getKey() + " " + key.getType());
                }
              });
    }
    assertThat(recorded.spans()).hasSize(18).allMatch(span -> ROLES.containsKey(span.getName()));
    assertThat(foreign).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openinference", "genai", "genai-1.36", "genai-dev"})
  void everyKeyOfAConventionIsRecordedSomewhere(String name) {
    trace(name);

    TreeSet<String> missing = new TreeSet<>();
    named(name).keys().mappings().forEach(use -> missing.add(use.key().getKey()));
    recorded.spans().forEach(span -> missing.removeAll(attributes(span).keySet()));
    missing.removeIf(key -> key.matches("llm\\.cost\\..*audio")); // no bundled price is for audio
    missing.remove(GenAi.TOOL_DEFINITIONS); // the tests' model is offered no tools
    assertThat(missing).isEmpty();
  }

  @Test
  void theTreeIsTheSameWhateverTheConventions() {
    trace("genai-1.36");
    String old = recorded.tree();
    trace("openinference");

    assertThat(recorded.tree())
        .isEqualTo(old)
        .isEqualTo(
            """
            invoke_workflow pipeline
              invoke_agent librarian
                plan librarian
                guardrail no_secrets
                think
                  chat gpt-4.1-mini
                    chat grok-4
                      chat grok-4
                  execute_tool search
                  execute_tool pages
                  execute_tool shelves
                embeddings text-embedding-3-small
                embeddings text-embedding-3-small
                retrieval library
                retrieval shelves
                rerank rerank-3
                evaluation helpfulness
            failing ERROR
            """);
  }

  @Test
  void versionsDifferInProviderTopKAndCacheTokens() {
    String[] keys = {
      "gen_ai.system",
      "gen_ai.provider.name",
      "gen_ai.request.top_k",
      "gen_ai.usage.cache_creation.input_tokens",
      "gen_ai.usage.cache_write.input_tokens"
    };
    trace("genai-1.36");
    assertThat(recorded.tree(keys))
        .contains("chat gpt-4.1-mini openai 40.0\n", "chat grok-4 xai\n");
    trace("genai");
    assertThat(recorded.tree(keys))
        .contains("chat gpt-4.1-mini openai 40.0 30\n", "chat grok-4 x_ai\n");
    trace("genai-dev");
    assertThat(recorded.tree(keys)).contains("chat gpt-4.1-mini openai 40 30\n");
  }

  @Test
  void whatAttributesTellGoesByTheConventionsOwnKeys() {
    trace("openinference");

    assertThat(attributes(recorded.span("chat gpt-4.1-mini")))
        .containsEntry(
            "llm.invocation_parameters",
            "{\"model\":\"gpt-4.1-mini\",\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"n\":2,"
                + "\"seed\":7,\"reasoning_effort\":\"low\",\"stop\":[\"END\"]}");
    assertThat(attributes(recorded.span("retrieval library")))
        .contains(
            entry("input.value", "a question"), entry("output.value", "[{\"id\":\"book-1\"}]"));
  }

  @Test
  void aMissingProviderIsOther() {
    recorded.close();
    recorded =
        Recorded.with(SpanloomOptions.builder().conventions("openinference", "genai").build());
    nameless();

    assertThat(attributes(recorded.span("chat m")))
        .containsEntry(GenAi.PROVIDER_NAME, "_OTHER")
        .doesNotContainKeys("llm.provider", "llm.system");
  }

  @Test
  void theTracerHasTheSchemaUrlTheConventionsAgreeOn() {
    assertThat(schemaUrl("openinference")).isNull();
    assertThat(schemaUrl("openinference", "genai"))
        .isEqualTo("https://opentelemetry.io/schemas/1.41.1");
    assertThat(schemaUrl("genai-1.36")).isEqualTo("https://opentelemetry.io/schemas/1.36.0");
    assertThat(schemaUrl("genai-dev"))
        .isEqualTo("https://opentelemetry.io/schemas/gen-ai-dev/1.42.0-dev");
    assertThat(schemaUrl("genai", "genai-1.36")).isNull();
  }

  @Test
  void anUnknownConventionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpanloomOptions.builder().conventions("genai-9"))
        .withMessageContaining("genai-1.36")
        .withMessageContaining("genai-9");
  }

  @Test
  void aLongTextDoesNotCostAToolCallItsId() {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder()
                .content(ContentMode.SPAN_ONLY)
                .maxContentLength(1000)
                .build());
    LlmToolCall first = new LlmToolCall("call_1", "search", "{\"q\":\"" + "a".repeat(3000) + "\"}");
    asking("b".repeat(5000), List.of(first, new LlmToolCall("call_2", "rank", "{\"n\":1}")));

    assertThat((String) attributes(recorded.span("chat long")).get(GenAi.OUTPUT_MESSAGES))
        .hasSizeLessThanOrEqualTo(1000)
        .contains("\"id\":\"call_1\",\"name\":\"search\"", "\"content\":\"" + "b".repeat(200))
        .contains("\"id\":\"call_2\",\"name\":\"rank\",\"arguments\":{\"n\":1}")
        .endsWith("\"finish_reason\":\"tool_call\"}]");
  }

  @LlmCall(model = "long")
  ModelSdk.Response asking(String text, List<LlmToolCall> calls) {
    return new ModelSdk.Response("m", text, calls, TokenUsage.of(1, 1));
  }

  @LlmCall(model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  void nameless() {}

  private void trace(String... names) {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder().conventions(names).content(ContentMode.SPAN_ONLY).build());
    new TenRoles().run();
  }

  private String schemaUrl(String... names) {
    trace(names);
    return recorded.spans().get(0).getInstrumentationScopeInfo().getSchemaUrl();
  }

  private static boolean isOurs(AttributeKey<?> key) {
    return key.getKey().startsWith("spanloom.") || key.getKey().startsWith("app.");
  }

  private static boolean isDefined(String names, SpanRole role, AttributeKey<?> key) {
    if (names.contains("openinference") && SPREAD.matcher(key.getKey()).matches()) {
      return true;
    }
    for (String name : names.split(",")) {
      for (AttributeMapping use : named(name).keys().mappings()) {
        if (use.key().equals(key) && use.roles().contains(role)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A user's own attribute that says what no chosen convention has a key for stays as it is. */
  private static boolean isUnused(String names, SpanRole role, String key) {
    List<Convention> chosen = Stream.of(names.split(",")).map(ConventionsTest::named).toList();
    SpanProperty property = WellKnown.fact(key);
    return TenRoles.TOLD.contains(key)
        && property != null
        && !new Conventions(chosen, failure -> {}).has(role, property);
  }

  private static Convention named(String name) {
    return Conventions.available().stream().filter(one -> one.id().equals(name)).findFirst().get();
  }
}
