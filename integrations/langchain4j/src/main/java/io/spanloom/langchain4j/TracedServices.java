package io.spanloom.langchain4j;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traces AI services: proxies that LangChain4j makes of interfaces, so that no annotation on them
 * can be woven, and tools that are no methods of the program.
 *
 * <pre>{@code
 * Assistant assistant =
 *     TracedServices.build(
 *         "clerk", AiServices.builder(Assistant.class).chatModel(model).tools(new CaseSearch()));
 * }</pre>
 *
 * <p>Apart from {@link Traced}, for the core of LangChain4j lacks these types.
 */
public final class TracedServices {

  private TracedServices() {}

  /**
   * Builds an AI service whose methods have spans like {@code @Agent}'s, named after the interface.
   */
  public static <T> T build(AiServices<T> builder) {
    return build(null, builder);
  }

  /**
   * Builds an AI service whose methods have spans like {@code @Agent}'s. Its models and tools are
   * traced, too, with the ids of the tool calls, on whichever threads the service executes them;
   * none twice, if the build has woven them or the program has wrapped them. The memory's id is the
   * session unless there is one already.
   *
   * @param name the agent's name; {@code null} for the simple name of the interface
   */
  public static <T> T build(@Nullable String name, AiServices<T> builder) {
    Class<?> type = ServiceParts.trace(requireNonNull(builder, "builder"));
    T service = builder.build();
    return type == null
        ? service
        : ServiceProxy.of(service, type, name == null ? type.getSimpleName() : name);
  }

  /**
   * The provider, with spans like {@code @Tool}'s around the tools it provides: those of MCP
   * servers and others found at run time.
   */
  public static ToolProvider toolProvider(ToolProvider provider) {
    return TracedToolProvider.of(requireNonNull(provider, "provider"));
  }

  /** The tools, with a span like {@code @Tool}'s around each execution. */
  public static Map<ToolSpecification, ToolExecutor> tools(
      Map<ToolSpecification, ToolExecutor> tools) {
    Map<ToolSpecification, ToolExecutor> traced = new LinkedHashMap<>();
    tools.forEach(
        (tool, executor) -> traced.put(tool, TracedToolExecutor.of(tool.description(), executor)));
    return traced;
  }
}
