package io.spanloom.langchain4j;

import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolService;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Traces what an AI service is built of. */
final class ServiceParts {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom");

  private ServiceParts() {}

  /**
   * Replaces the models and tools of a service that is about to be built.
   *
   * @return the service's interface; {@code null} if this version of LangChain4j hides its parts
   */
  static @Nullable Class<?> trace(AiServices<?> builder) {
    Object parts = Internals.read(AiServices.class, "context", builder);
    if (!(parts instanceof AiServiceContext context)) {
      LOGGER.warning(
          "AiServices has no readable \"context\" in this version of LangChain4j, so the AI service"
              + " is not traced. Wrap its models and tools with Traced and TracedServices.");
      return null;
    }
    if (context.chatModel != null) {
      context.chatModel = Traced.chatModel(context.chatModel);
    }
    if (context.streamingChatModel != null) {
      context.streamingChatModel = Traced.streamingChatModel(context.streamingChatModel);
    }
    tools(context.toolService);
    return context.aiServiceClass;
  }

  private static void tools(ToolService service) {
    service.toolExecutors().replaceAll((name, executor) -> TracedToolExecutor.of(null, executor));
    providers(service);
    if (Internals.call(service, "executor") instanceof Executor executor) {
      service.executeToolsConcurrently(TaskExecutor.of(executor));
    }
  }

  @SuppressWarnings({"unchecked", "deprecation"}) // what the field holds, and the older methods
  private static void providers(ToolService service) {
    Object several = Internals.read(ToolService.class, "toolProviders", service);
    if (several instanceof Collection<?>) {
      Collection<ToolProvider> providers = (Collection<ToolProvider>) several;
      List<ToolProvider> traced = new ArrayList<>();
      providers.forEach(provider -> traced.add(TracedToolProvider.of(provider)));
      providers.clear();
      providers.addAll(traced);
    } else if (service.toolProvider() != null) {
      service.toolProvider(TracedToolProvider.of(service.toolProvider()));
    }
  }

  /** Executes tasks in the context of the code that hands them over. */
  private record TaskExecutor(Executor executor) implements Executor {

    static Executor of(Executor executor) {
      return executor instanceof TaskExecutor ? executor : new TaskExecutor(executor);
    }

    @Override
    public void execute(Runnable task) {
      executor.execute(Context.current().wrap(task));
    }
  }
}
