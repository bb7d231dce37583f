package com.acme.library;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.spanloom.langchain4j.Traced;
import io.spanloom.langchain4j.TracedAgents;
import io.spanloom.sdk.SpanloomSdk;
import java.util.List;

public final class LibraryApplication {

  private final ChatModel model;

  private LibraryApplication(ChatModel model) {
    this.model = model;
  }

  /** One agent after the other, then the first of them in the background, then two at once. */
  public static void main(String[] arguments) {
    try (SpanloomSdk sdk = SpanloomSdk.builder().serviceName("library").start()) {
      LibraryApplication application =
          new LibraryApplication(
              Traced.chatModel(
                  OpenAiChatModel.builder()
                      .baseUrl(System.getenv("MODEL_URL") + "/v1")
                      .apiKey(System.getenv("MODEL_API_KEY"))
                      .modelName("gpt-4.1-mini")
                      .build()));
      System.out.println(application.library(false).answer("reader-7", "Walden"));
      System.out.println(application.library(true).answer("reader-8", "Walden"));
      System.out.println(application.panel().judge("reader-9", "Walden"));
    }
    System.exit(0); // LangChain4j's threads would linger
  }

  private Agents.Library library(boolean async) {
    Agents.Finder finder =
        AgenticServices.agentBuilder(Agents.Finder.class)
            .chatModel(model)
            .tools(new Catalogue())
            .async(async)
            .build();
    Agents.Clerk clerk =
        AgenticServices.agentBuilder(Agents.Clerk.class)
            .chatModel(model)
            .tools(new Catalogue())
            .build();
    return AgenticServices.sequenceBuilder(Agents.Library.class)
        .subAgents(finder, clerk)
        .listener(TracedAgents.listener())
        .build();
  }

  private Agents.Panel panel() {
    return AgenticServices.parallelBuilder(Agents.Panel.class)
        .subAgents(critic(), critic())
        .output(scope -> List.of(scope.readState("opinion")))
        .listener(TracedAgents.listener())
        .build();
  }

  private Agents.Critic critic() {
    return AgenticServices.agentBuilder(Agents.Critic.class).chatModel(model).build();
  }
}
