package io.spanloom.adk;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.CallbackContext;
import com.google.adk.agents.InvocationContext;
import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig.StreamingMode;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.adk.models.Model;
import com.google.adk.plugins.BasePlugin;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.Content;
import io.opentelemetry.context.Context;
import io.reactivex.rxjava3.core.Maybe;
import io.spanloom.Spanloom;
import io.spanloom.adk.AgentSpan.ModelRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Traces the agents, model calls and tools of a runner.
 *
 * <pre>{@code
 * Runner runner = new InMemoryRunner(agent, "library", List.of(new SpanloomPlugin()));
 * }</pre>
 *
 * <p>Each call has one span, Spanloom's: the first plugin takes the place of ADK's tracer for all
 * runners. Runners without the plugin keep ADK's own spans. A tool's method that is annotated with
 * {@code @Tool} shares the span of the tool of that name.
 *
 * <p>The session and the user are those of ADK's session, unless the code around the run has set
 * others. The plugin changes nothing of what the callbacks are about.
 */
public final class SpanloomPlugin extends BasePlugin {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom.adk");
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  private final OpenSpans<AgentSpan> agents = new OpenSpans<>();
  private final OpenSpans<ToolSpan> tools = new OpenSpans<>();

  /** A plugin for any number of runners. */
  public SpanloomPlugin() {
    super("spanloom");
    if (Spanloom.isTracing()) {
      quietly(AdkTracer::install);
    }
  }

  /** If OpenTelemetry was not there before, it is now, or ADK has found none. */
  @Override
  public Maybe<Content> onUserMessageCallback(
      InvocationContext invocationContext, Content userMessage) {
    return quietly(AdkTracer::install);
  }

  @Override
  public Maybe<Content> beforeAgentCallback(BaseAgent agent, CallbackContext callbackContext) {
    return quietly(
        () -> {
          if (AdkSpan.in(Context.current()) instanceof AgentSpan span && !span.isStarted()) {
            InvocationContext run = callbackContext.invocationContext();
            agents.put(run, span);
            span.begin(agent, callbackContext, () -> agents.remove(run));
          }
        });
  }

  @Override
  public Maybe<LlmResponse> beforeModelCallback(
      CallbackContext callbackContext, LlmRequest.Builder llmRequest) {
    return quietly(
        () -> {
          AgentSpan agent = agents.get(callbackContext.invocationContext());
          if (agent != null) {
            LlmRequest request = llmRequest.build();
            agent.asks(request(request, callbackContext.invocationContext().agent()));
          }
        });
  }

  private static ModelRequest request(LlmRequest request, BaseAgent agent) {
    Model model = agent instanceof LlmAgent asking ? asking.resolvedModel() : null;
    String name = request.model().filter(known -> !known.isBlank()).orElse(null);
    if (name == null && model != null) {
      name = model.modelName().or(() -> model.model().map(llm -> llm.model())).orElse(null);
    }
    Class<?> type =
        model == null ? null : model.model().<Class<?>>map(Object::getClass).orElse(null);
    return new ModelRequest(request, Providers.name(type, name), name);
  }

  @Override
  public Maybe<LlmResponse> afterModelCallback(
      CallbackContext callbackContext, LlmResponse llmResponse) {
    return quietly(
        () -> {
          InvocationContext run = callbackContext.invocationContext();
          AgentSpan agent = agents.get(run);
          ModelSpan model = agent == null ? null : agent.model();
          if (agent != null && model != null) {
            model.answered(llmResponse, run.runConfig().streamingMode() != StreamingMode.NONE);
            if (!llmResponse.partial().orElse(false)) {
              agent.said(Texts.of(llmResponse.content()));
            }
          }
        });
  }

  @Override
  public Maybe<LlmResponse> onModelErrorCallback(
      CallbackContext callbackContext, LlmRequest.Builder llmRequest, Throwable error) {
    return quietly(
        () -> {
          AgentSpan agent = agents.get(callbackContext.invocationContext());
          ModelSpan model = agent == null ? null : agent.model();
          if (model != null) {
            model.onFailure(error);
          }
        });
  }

  @Override
  public Maybe<Map<String, Object>> beforeToolCallback(
      BaseTool tool, Map<String, Object> toolArgs, ToolContext toolContext) {
    return quietly(
        () -> {
          ToolSpan span = ToolSpan.onThread();
          if (span != null && !span.isStarted()) {
            tools.put(toolContext, span);
            span.begin(tool, toolArgs, toolContext, () -> tools.remove(toolContext));
          }
        });
  }

  @Override
  public Maybe<Map<String, Object>> afterToolCallback(
      BaseTool tool,
      Map<String, Object> toolArgs,
      ToolContext toolContext,
      Map<String, Object> result) {
    return quietly(
        () -> {
          ToolSpan span = tools.get(toolContext);
          if (span != null) {
            span.returned(result);
          }
        });
  }

  @Override
  public Maybe<Map<String, Object>> onToolErrorCallback(
      BaseTool tool, Map<String, Object> toolArgs, ToolContext toolContext, Throwable error) {
    return quietly(
        () -> {
          ToolSpan span = tools.get(toolContext);
          if (span != null) {
            span.onFailure(error);
          }
        });
  }

  /** What fails here must not reach the agent. */
  private static <T> Maybe<T> quietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError failure) {
      if (FAILED.compareAndSet(false, true)) {
        LOGGER.log(
            Level.WARNING,
            "An agent of ADK cannot be traced completely. Check that the version of ADK is supported.",
            failure);
      }
    }
    return Maybe.empty();
  }
}
