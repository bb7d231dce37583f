package io.spanloom.example.legal.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.spanloom.example.endpoint.ChatMessage;
import io.spanloom.example.endpoint.ChatMessage.ToolCall;
import io.spanloom.example.endpoint.ChatRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the conversation has brought to light since the user's last message. */
record Dossier(String question, List<Step> steps) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Dossier read(ChatRequest request) {
    List<Step> steps = new ArrayList<>();
    Map<String, ToolCall> calls = new HashMap<>();
    for (ChatMessage message : request.messages()) {
      if (message.role().equals("user")) {
        steps.clear();
      }
      message.toolCalls().forEach(call -> calls.put(call.id(), call));
      ToolCall call = calls.get(message.toolCallId());
      if (message.role().equals("tool") && call != null) {
        steps.add(new Step(call.name(), call.arguments(), parse(message.content())));
      }
    }
    return new Dossier(request.lastUserText(), List.copyOf(steps));
  }

  /** How often a tool was called. */
  long attempts(String tool) {
    return steps.stream().filter(step -> step.tool().equals(tool)).count();
  }

  /** The last call of a tool that worked; null when there is none. */
  @Nullable Step success(String tool) {
    Step found = null;
    for (Step step : steps) {
      if (step.tool().equals(tool) && !step.failed()) {
        found = step;
      }
    }
    return found;
  }

  /** The last call of a tool, whatever came of it; null when there is none. */
  @Nullable Step last(String tool) {
    Step found = null;
    for (Step step : steps) {
      found = step.tool().equals(tool) ? step : found;
    }
    return found;
  }

  /** The best authorities of all searches by a tool, each once, best first. */
  List<Finding> findings(String tool, int most) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step.tool().equals(tool)) {
        for (JsonNode hit : step.result().path("hits")) {
          Finding finding = finding(hit);
          findings.putIfAbsent(finding.citation(), finding);
        }
      }
    }
    return findings.values().stream().limit(most).toList();
  }

  private static Finding finding(JsonNode hit) {
    return new Finding(
        hit.path("citation").asText(), hit.path("name").asText(), hit.path("text").asText());
  }

  private static JsonNode parse(String result) {
    try {
      return JSON.readTree(result);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
