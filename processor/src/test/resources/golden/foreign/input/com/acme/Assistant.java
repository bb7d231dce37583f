package com.acme;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolMemoryId;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.ToolCallId;
import java.util.List;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.ToolParam;

/** Tools of an existing code base, known by the annotations that it has. */
class Assistant {

  @Tool({"Finds judgments.", "Newest first."})
  @Attribute(key = "app.hits", path = "size()")
  List<String> findJudgments(
      @P("what to look for") String query,
      @P(value = "the most results to return", required = false) Integer limit,
      @ToolMemoryId String memory) {
    return List.of();
  }

  @org.springframework.ai.tool.annotation.Tool(name = "weather", description = "Tells the weather.")
  String forecast(
      @ToolParam(description = "the city", required = false) String city, ToolContext context) {
    return "";
  }

  /** Adds what the annotation does not say. */
  @Tool(name = "sum")
  int add(int a, int b, @ToolCallId String id) {
    return a + b;
  }

  /** Opens a span of another kind. */
  @Task
  @Tool("Thinks.")
  void think() {}

  @io.spanloom.annotations.Tool(type = "extension")
  @Tool(name = "both", value = "Is known by both.")
  void known() {}
}
