package com.acme.library;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.List;

/** What a model is asked, and what it is asked for. */
final class Agents {

  public interface Finder {

    @UserMessage("Where is {{title}}?")
    @Agent(name = "finder", description = "Finds books", outputKey = "shelf")
    String find(@V("title") String title);
  }

  public interface Clerk {

    @UserMessage("Keep {{title}}, which is here: {{shelf}}")
    @Agent(name = "clerk", description = "Keeps books", outputKey = "answer")
    String keep(@V("title") String title, @V("shelf") String shelf);
  }

  public interface Critic {

    @UserMessage("What do you think of {{title}}?")
    @Agent(name = "critic", description = "Judges books", outputKey = "opinion")
    String judge(@V("title") String title);
  }

  public interface Library {

    @Agent(name = "library", outputKey = "answer")
    String answer(@MemoryId String reader, @V("title") String title);
  }

  public interface Panel {

    @Agent(name = "panel", outputKey = "opinions")
    List<String> judge(@MemoryId String reader, @V("title") String title);
  }

  private Agents() {}
}
