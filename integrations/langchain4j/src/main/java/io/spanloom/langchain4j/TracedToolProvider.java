package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderResult;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Provides tools with spans. The provider's own result is handed on with executors that trace, so
 * that it keeps whatever else it says of the tools.
 */
final class TracedToolProvider implements InvocationHandler {

  private final Object provider; // a ToolProvider, which is in a module that may be missing

  private TracedToolProvider(Object provider) {
    this.provider = provider;
  }

  static ToolProvider of(ToolProvider provider) {
    return StandIns.is(provider, TracedToolProvider.class)
        ? provider
        : StandIns.of(ToolProvider.class, new TracedToolProvider(provider));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return Forwarding.objectMethod(proxy, provider, method, arguments);
    }
    Object result = Forwarding.invoke(provider, method, arguments);
    return method.getName().equals("provideTools") && result != null ? traced(result) : result;
  }

  private static Object traced(Object provided) {
    ToolProviderResult result = (ToolProviderResult) provided;
    return Internals.call(result, "aiServiceTools") == null
        ? old(result)
        : ProvidedTools.traced(result);
  }

  /** Before there were return behaviors by tool. */
  @SuppressWarnings("deprecation") // in the versions that have the newer method
  private static ToolProviderResult old(ToolProviderResult result) {
    Object immediate = Internals.call(result, "immediateReturnToolNames");
    Map<ToolSpecification, ToolExecutor> tools = TracedServices.tools(result.tools());
    return immediate == null
        ? new ToolProviderResult(tools)
        : ProvidedTools.returning(tools, immediate);
  }
}
