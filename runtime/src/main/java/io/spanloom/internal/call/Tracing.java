package io.spanloom.internal.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.spanloom.cost.PriceTable;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.llm.Adapters;
import io.spanloom.internal.llm.Integrations;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.metric.InstrumentationScope;
import io.spanloom.internal.metric.Metrics;
import io.spanloom.internal.observed.ResultWrappers;
import io.spanloom.internal.sampling.SamplerPrediction;
import io.spanloom.internal.session.Sessions;
import io.spanloom.internal.settings.RetrievalSettings;
import io.spanloom.internal.settings.Settings;
import io.spanloom.internal.weaving.UnwovenModules;
import io.spanloom.result.ResultWrapper;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tracer in force with everything spans are made by. */
public final class Tracing {

  private static final String INSTRUMENTATION = InstrumentationScope.NAME;
  private static final System.Logger LOG = System.getLogger(INSTRUMENTATION);

  /**
   * Set once tracing is on, and never unset: frames pushed and popped in pairs rely on every method
   * entered after that moment having pushed one.
   */
  private static volatile @Nullable Tracing current;

  private final Tracer tracer;
  private final EventLogger events;
  private final Settings settings;
  private final ContentPolicy content;
  private final ContentPolicy eventContent;
  private final Failures failures;
  private final Conventions conventions;
  private final @Nullable Metrics metrics;
  private final Map<SpanRole, EventForm> eventForms;
  private final Map<SpanRole, EventForm> exceptionForms;
  private final Adapters adapters;
  private final ResultWrappers wrappers;
  private final Sessions sessions;
  private final SamplerPrediction sampling;
  private final SpecCache specs = new SpecCache();

  private Tracing(
      OpenTelemetry openTelemetry,
      Settings settings,
      SamplerPrediction sampling,
      Failures failures) {
    this.sampling = sampling;
    this.settings = settings;
    this.content = settings.content().onSpans();
    this.eventContent = settings.content().inEvents();
    this.failures = failures;
    Consumer<Throwable> ofConventions =
        failure -> failures.report(Failures.Kind.CONVENTION, "a convention's keys", failure);
    this.conventions = new Conventions(settings.conventions(), ofConventions);
    this.eventForms = EventForm.of(settings.conventions(), ofConventions);
    this.exceptionForms = EventForm.ofExceptions(settings.conventions(), ofConventions);
    this.adapters = Adapters.load(failures);
    this.wrappers =
        ResultWrappers.with(Integrations.find(ResultWrapper.class, ResultWrapper::type, failures));
    String schemaUrl = conventions.schemaUrl();
    this.tracer = tracer(openTelemetry, schemaUrl);
    this.events = new EventLogger(logger(openTelemetry, schemaUrl));
    this.metrics =
        Metrics.of(
            openTelemetry.getMeterProvider(),
            schemaUrl,
            settings.conventions().stream().map(Convention::id).toList(),
            settings.metricAttributes(),
            text -> LOG.log(System.Logger.Level.WARNING, text));
    this.sessions =
        new Sessions(settings.baggage(), conventions, settings.content().freeText(), metrics);
    failures.countIn(metrics);
    failures.becomeCurrent();
  }

  private static Tracer tracer(OpenTelemetry openTelemetry, @Nullable String schemaUrl) {
    TracerBuilder builder = openTelemetry.getTracerProvider().tracerBuilder(INSTRUMENTATION);
    if (InstrumentationScope.VERSION != null) {
      builder.setInstrumentationVersion(InstrumentationScope.VERSION);
    }
    return (schemaUrl == null ? builder : builder.setSchemaUrl(schemaUrl)).build();
  }

  private static Logger logger(OpenTelemetry openTelemetry, @Nullable String schemaUrl) {
    LoggerBuilder builder = openTelemetry.getLogsBridge().loggerBuilder(INSTRUMENTATION);
    if (InstrumentationScope.VERSION != null) {
      builder.setInstrumentationVersion(InstrumentationScope.VERSION);
    }
    return (schemaUrl == null ? builder : builder.setSchemaUrl(schemaUrl)).build();
  }

  /** Traces with the given OpenTelemetry from now on, of whose sampler nothing is known. */
  public static void install(OpenTelemetry openTelemetry, Settings settings) {
    install(openTelemetry, settings, SamplerPrediction.UNKNOWN);
  }

  /** Traces with the given OpenTelemetry from now on. */
  public static void install(
      OpenTelemetry openTelemetry, Settings settings, SamplerPrediction sampling) {
    current = new Tracing(openTelemetry, settings, sampling, new Failures());
    UnwovenModules.warnOnce(loader(), text -> LOG.log(System.Logger.Level.WARNING, text));
  }

  private static ClassLoader loader() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? Tracing.class.getClassLoader() : ofThread;
  }

  /** The tracing in force, or {@code null} while there is no OpenTelemetry to trace with. */
  public static @Nullable Tracing currentOrNull() {
    Tracing tracing = current;
    return tracing != null ? tracing : fromGlobal();
  }

  /** How often Spanloom itself failed since tracing was switched on. */
  public static long failureCount() {
    Tracing tracing = current;
    return tracing == null ? 0 : tracing.failures.total();
  }

  /** Like {@link #currentOrNull}, without looking for a global OpenTelemetry. */
  public static @Nullable Tracing installed() {
    return current;
  }

  private static @Nullable Tracing fromGlobal() {
    OpenTelemetry global = GlobalTelemetry.find();
    if (global == null) {
      return null;
    }
    synchronized (Tracing.class) {
      if (current == null) {
        current =
            new Tracing(
                global, Settings.fromEnvironment(null), SamplerPrediction.UNKNOWN, new Failures());
      }
      return current;
    }
  }

  /** The specs of spans from code. */
  public SpecCache specs() {
    return specs;
  }

  public Tracer tracer() {
    return tracer;
  }

  public Conventions conventions() {
    return conventions;
  }

  /** {@code null} where nobody reads metrics. */
  @Nullable Metrics metrics() {
    return metrics;
  }

  /** What span attributes may hold of content. */
  public ContentPolicy content() {
    return content;
  }

  /** What events may hold of content. */
  public ContentPolicy eventContent() {
    return eventContent;
  }

  /** Whether content is recorded anywhere. */
  public boolean wantsContent() {
    return content.allowed() || eventContent.allowed();
  }

  /** How a call of that role is told of in events. */
  EventForm eventForm(SpanRole role) {
    return Objects.requireNonNull(eventForms.get(role));
  }

  /** The event for exceptions of calls of that role, or {@code null} if there is none. */
  @Nullable EventForm exceptionForm(SpanRole role) {
    return exceptionForms.get(role);
  }

  /** What events are emitted with. */
  public EventLogger events() {
    return events;
  }

  public Settings settings() {
    return settings;
  }

  public boolean reparentTools() {
    return settings.reparentTools();
  }

  public PriceTable prices() {
    return settings.prices();
  }

  /** How much is recorded of documents and embeddings. */
  public RetrievalSettings retrieval() {
    return settings.retrieval();
  }

  public Adapters adapters() {
    return adapters;
  }

  SamplerPrediction sampling() {
    return sampling;
  }

  public ResultWrappers wrappers() {
    return wrappers;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Failures failures() {
    return failures;
  }
}
