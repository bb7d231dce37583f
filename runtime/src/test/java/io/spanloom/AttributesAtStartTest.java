package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sampler sees of a span, and the span has in the end, of what is set before its start. */
class AttributesAtStartTest {

  private static final AttributeKey<String> FIELD = stringKey("app.field");
  private static final AttributeKey<String> NAME = stringKey(GenAi.TOOL_NAME);
  private static final AttributeKey<String> SESSION = stringKey(GenAi.CONVERSATION_ID);
  private static final SpanSpec UNPREPARED = SpanSpec.tool("search").build();

  private final RecordingSampler sampler = new RecordingSampler();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .setSampler(sampler)
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();

  @BeforeEach
  void install() {
    Spanloom.install(sdk);
  }

  @AfterEach
  void close() {
    sdk.close();
  }

  @Test
  void plainAttributes() {
    search("title");

    assertThat(sampler.name).isEqualTo("execute_tool search");
    assertThat(sampler.attributes.get(FIELD)).isEqualTo("title");
    assertThat(sampler.attributes.get(NAME)).isEqualTo("search");
    assertThat(span().getAttributes().get(FIELD)).isEqualTo("title");
  }

  @Test
  void anAttributeThatNamesTheSpan() {
    searchNamed("title", "find");

    assertFound();
  }

  @Test
  void anAttributeThatNamesTheSpanOfACallFromCode() {
    Spans.tool("search").setAttribute(FIELD, "title").setAttribute(NAME, "find").run(() -> {});

    assertFound();
  }

  private void assertFound() {
    assertThat(sampler.name).isEqualTo("execute_tool find");
    assertThat(sampler.attributes.get(FIELD)).isEqualTo("title");
    assertThat(sampler.attributes.get(NAME)).isEqualTo("find");
    assertThat(span().getName()).isEqualTo("execute_tool find");
    assertThat(span().getAttributes().get(FIELD)).isEqualTo("title");
    assertThat(span().getAttributes().get(NAME)).isEqualTo("find");
  }

  @Test
  void aNameThatTheSpecDoesNotProvideForLosesNothing() {
    Frame frame = Objects.requireNonNull(Frame.enter(UNPREPARED));
    frame.set(AttributeSlot.of(FIELD), "title");
    frame.set(AttributeSlot.of(NAME), "find");
    frame.start();
    Frame.returned(UNPREPARED);

    assertThat(sampler.attributes.get(FIELD)).isEqualTo("title");
    assertThat(sampler.attributes.get(NAME)).isEqualTo("find");
    assertThat(span().getName()).isEqualTo("execute_tool find");
    assertThat(span().getAttributes().get(FIELD)).isEqualTo("title");
    assertThat(span().getAttributes().get(NAME)).isEqualTo("find");
  }

  @Test
  void aCallsOwnAttributeWinsOverTheContexts() {
    try (Scope scope = AgentContext.builder().attribute(FIELD, "all").build().makeCurrent()) {
      assertThat(scope).isNotNull();
      searchIn("s-1", "title");
    }

    assertThat(sampler.attributes.get(FIELD)).isEqualTo("title");
    assertThat(sampler.attributes.get(SESSION)).isEqualTo("s-1");
    assertThat(span().getAttributes().get(FIELD)).isEqualTo("title");
  }

  @Test
  void anAttributeOfTheResultIsOnTheSpanAlone() {
    searchForResult("title");

    assertThat(sampler.attributes.get(FIELD)).isNull();
    assertThat(span().getAttributes().get(FIELD)).isEqualTo("title");
  }

  private SpanData span() {
    assertThat(spans.getFinishedSpanItems()).hasSize(1);
    return spans.getFinishedSpanItems().get(0);
  }

  /** Searches. */
  @Tool("search")
  private static void search(@Attribute(key = "app.field") String field) {}

  /** Searches. */
  @Tool("searchNamed")
  private static void searchNamed(
      @Attribute(key = "app.field") String field, @Attribute(key = GenAi.TOOL_NAME) String name) {}

  /** Searches. */
  @Tool("searchIn")
  private static void searchIn(
      @SessionId String session, @Attribute(key = "app.field") String field) {}

  /** Searches. */
  @Tool("searchForResult")
  @Attribute(key = "app.field")
  private static String searchForResult(String field) {
    return field;
  }

  /** Samples all spans, and remembers what it was asked last. */
  private static final class RecordingSampler implements Sampler {

    private String name = "";
    private Attributes attributes = Attributes.empty();

    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String spanName,
        SpanKind kind,
        Attributes known,
        List<LinkData> links) {
      name = spanName;
      attributes = known.toBuilder().build();
      return SamplingResult.recordAndSample();
    }

    @Override
    public String getDescription() {
      return "RecordingSampler";
    }
  }
}
