package io.spanloom.weaver.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which model call asked for each tool: by the tool span's link to it, else by the id of the tool
 * call, which the model call's output messages name.
 */
final class ToolRequests {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REQUESTED_ID =
      Pattern.compile(
          "llm\\.output_messages\\.\\d+\\.message\\.tool_calls\\.\\d+\\.tool_call\\.id");

  private final List<@Nullable String> callIds = new ArrayList<>();
  private final List<Integer> requesters = new ArrayList<>();

  ToolRequests(TraceTree tree, List<SpanRole> roles) {
    Map<String, Integer> requesterById = requestersById(tree, roles);
    for (int row = 0; row < tree.size(); row++) {
      boolean tool = roles.get(row) == SpanRole.TOOL;
      String callId = tool ? callId(tree.span(row)) : null;
      callIds.add(callId);
      int requester = tool ? linked(tree.span(row), tree, roles) : TraceTree.NONE;
      if (requester == TraceTree.NONE && callId != null) {
        requester = requesterById.getOrDefault(callId, TraceTree.NONE);
      }
      requesters.add(requester);
    }
  }

  /** The id of the call that a tool answers, if it is known. */
  @Nullable String callId(int row) {
    return callIds.get(row);
  }

  /** The row of the model call that asked for a tool, or {@link TraceTree#NONE}. */
  int requester(int row) {
    return requesters.get(row);
  }

  private static @Nullable String callId(Span tool) {
    return tool.text("gen_ai.tool.call.id", "tool_call.id", "tool.id", "llm.tool_call.id");
  }

  private static int linked(Span tool, TraceTree tree, List<SpanRole> roles) {
    for (Span.Link link : tool.links()) {
      int row = link.traceId().equals(tool.traceId()) ? tree.row(link.spanId()) : TraceTree.NONE;
      if (row != TraceTree.NONE && roles.get(row) == SpanRole.LLM) {
        return row;
      }
    }
    return TraceTree.NONE;
  }

  private static Map<String, Integer> requestersById(TraceTree tree, List<SpanRole> roles) {
    Map<String, Integer> requesters = new HashMap<>();
    for (int row = 0; row < tree.size(); row++) {
      if (roles.get(row) == SpanRole.LLM) {
        for (String id : requestedBy(tree.span(row))) {
          requesters.putIfAbsent(id, row);
        }
      }
    }
    return requesters;
  }

  private static List<String> requestedBy(Span modelCall) {
    List<String> ids = new ArrayList<>();
    modelCall
        .attributes()
        .forEach(
            (key, value) -> {
              if (REQUESTED_ID.matcher(key).matches() && value instanceof String id) {
                ids.add(id);
              }
            });
    if (modelCall.attributes().get("gen_ai.output.messages") instanceof String messages) {
      idsInMessages(messages, ids);
    }
    return ids;
  }

  /** Parts of type {@code tool_call}; messages cut short are no JSON and name nothing. */
  private static void idsInMessages(String messages, List<String> ids) {
    try {
      for (JsonNode message : JSON.readTree(messages)) {
        for (JsonNode part : message.path("parts")) {
          if (part.path("type").asText().equals("tool_call") && part.path("id").isTextual()) {
            ids.add(part.path("id").asText());
          }
        }
      }
    } catch (JsonProcessingException cutShort) {
      // The attributes of the other convention, or the link, may still tell.
    }
  }
}
