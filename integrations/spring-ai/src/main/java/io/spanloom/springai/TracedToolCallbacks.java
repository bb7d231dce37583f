package io.spanloom.springai;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/**
 * A prompt whose tools are traced when they run: lambdas, methods of jars that nobody wove, tools
 * of MCP servers.
 *
 * <p>Options are built in other ways in each version of Spring AI. A proxy of their interface needs
 * none of them.
 */
final class TracedToolCallbacks {

  private TracedToolCallbacks() {}

  /** The same prompt, with tools that know the calls of the response. */
  static Prompt in(Prompt prompt, ChatResponse response) {
    if (!(prompt.getOptions() instanceof ToolCallingChatOptions options)
        || options.getToolCallbacks() == null
        || options.getToolCallbacks().isEmpty()) {
      return prompt;
    }
    RequestedCalls calls = new RequestedCalls(calls(response));
    List<ToolCallback> traced = new ArrayList<>();
    for (ToolCallback callback : options.getToolCallbacks()) {
      traced.add(new TracedToolCallback(callback, calls));
    }
    return new Prompt(prompt.getInstructions(), with(options, traced));
  }

  /** A manager runs the calls of the first generation that has any. */
  private static List<AssistantMessage.ToolCall> calls(ChatResponse response) {
    return response.getResults().stream()
        .map(generation -> generation.getOutput().getToolCalls())
        .filter(calls -> !calls.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static ToolCallingChatOptions with(
      ToolCallingChatOptions options, List<ToolCallback> callbacks) {
    return (ToolCallingChatOptions)
        Proxy.newProxyInstance(
            ToolCallingChatOptions.class.getClassLoader(),
            new Class<?>[] {ToolCallingChatOptions.class},
            (proxy, method, arguments) ->
                method.getName().equals("getToolCallbacks")
                    ? callbacks
                    : invoke(method, options, arguments));
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
