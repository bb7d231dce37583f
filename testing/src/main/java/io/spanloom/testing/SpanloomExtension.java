package io.spanloom.testing;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.SpanloomOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Records the spans of each test in memory, with a real OpenTelemetry SDK that is installed in
 * Spanloom before the test and closed after it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SpanloomExtension spanloom = SpanloomExtension.create();
 *
 * @Test
 * void asksTheModelOnce() {
 *   agent.answer("…");
 *
 *   assertThat(spanloom.trace())
 *       .hasRoot("invoke_agent researcher")
 *       .child("chat gpt-4.1-mini");
 * }
 * }</pre>
 *
 * <p>With {@code @ExtendWith(SpanloomExtension.class)}, a test gets a {@link RecordedSpans}
 * parameter instead. Spanloom has one SDK in a process: tests with this extension do not run in
 * parallel. Other extensions find the {@link RecordedSpans} of a running test in its store, in the
 * namespace of this class under that one. Runs under JUnit Jupiter 5.10 and later, and 6.
 */
public final class SpanloomExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private final SpanloomOptions options;
  private @Nullable RecordedSpans recorded;

  /** Records with Spanloom's default options, for {@code @ExtendWith}. */
  public SpanloomExtension() {
    this(SpanloomOptions.builder().build());
  }

  private SpanloomExtension(SpanloomOptions options) {
    this.options = requireNonNull(options, "options");
  }

  /** Records with Spanloom's default options. */
  public static SpanloomExtension create() {
    return new SpanloomExtension();
  }

  /** Records with these options of Spanloom. */
  public static SpanloomExtension with(SpanloomOptions options) {
    return new SpanloomExtension(options);
  }

  /**
   * What the running test has recorded.
   *
   * @throws IllegalStateException if no test is running
   */
  public RecordedSpans recorded() {
    if (recorded == null) {
      throw new IllegalStateException(
          "No test is running: SpanloomExtension records from before each test to after it. Register it with @RegisterExtension or @ExtendWith.");
    }
    return recorded;
  }

  /**
   * The only trace the running test has recorded.
   *
   * @throws AssertionError if there is none, or more than one
   */
  public Trace trace() {
    return recorded().trace();
  }

  /** The traces the running test has recorded, in the order of their starts. */
  public List<Trace> traces() {
    return recorded().traces();
  }

  /** The spans the running test has recorded, in the order of their starts. */
  public List<SpanData> spans() {
    return recorded().spans();
  }

  /** The SDK of the running test, for what makes spans beside Spanloom. */
  public OpenTelemetry openTelemetry() {
    return recorded().openTelemetry();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    recorded = RecordedSpans.start(options);
    context
        .getStore(ExtensionContext.Namespace.create(SpanloomExtension.class))
        .put(RecordedSpans.class, recorded);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    RecordedSpans ended = recorded;
    recorded = null;
    if (ended != null) {
      ended.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RecordedSpans.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return recorded();
  }
}
