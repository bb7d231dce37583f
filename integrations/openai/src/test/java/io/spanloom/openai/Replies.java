package io.spanloom.openai;

/** Answers in the shapes of OpenAI's API reference. */
final class Replies {

  static final String FUNCTION_CALLS =
      """
      {
        "id": "resp_1", "object": "response", "created_at": 1760000000, "status": "completed",
        "error": null, "incomplete_details": null, "instructions": null,
        "model": "gpt-5-mini-2025-08-07", "parallel_tool_calls": true, "previous_response_id": null,
        "output": [
          {"type": "reasoning", "id": "rs_1", "summary": [
            {"type": "summary_text", "text": "Two shelves to look at."}]},
          {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed",
           "content": [{"type": "output_text", "text": "Let me look.", "annotations": []}]},
          {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "shelf_search",
           "arguments": "{\\"query\\":\\"shelf\\"}", "status": "completed"},
          {"type": "function_call", "id": "fc_2", "call_id": "call_2", "name": "shelf_search",
           "arguments": "{\\"query\\":\\"shelf\\"}", "status": "completed"}
        ],
        "temperature": 1.0, "tool_choice": "auto", "tools": [], "top_p": 1.0,
        "usage": {
          "input_tokens": 220, "input_tokens_details": {"cached_tokens": 128, "cache_write_tokens": 16},
          "output_tokens": 90, "output_tokens_details": {"reasoning_tokens": 64},
          "total_tokens": 310
        }
      }
      """;

  static final String RESPONSE =
      """
      {
        "id": "resp_2", "object": "response", "created_at": 1760000001, "status": "completed",
        "model": "gpt-5-mini-2025-08-07",
        "output": [
          {"type": "message", "id": "msg_2", "role": "assistant", "status": "completed",
           "content": [{"type": "output_text", "text": "{\\"title\\":\\"Walden\\"}", "annotations": []}]}
        ],
        "usage": {"input_tokens": 300, "output_tokens": 12, "total_tokens": 312}
      }
      """;

  static final String INCOMPLETE =
      """
      {
        "id": "resp_3", "object": "response", "created_at": 1760000002, "status": "incomplete",
        "incomplete_details": {"reason": "max_output_tokens"},
        "model": "gpt-5-mini-2025-08-07", "output": [],
        "usage": {"input_tokens": 300, "output_tokens": 16, "total_tokens": 316}
      }
      """;

  static final String FAILED =
      """
      {
        "id": "resp_4", "object": "response", "created_at": 1760000003, "status": "failed",
        "error": {"code": "server_error", "message": "The model failed to generate a response."},
        "incomplete_details": null, "model": "gpt-5-mini-2025-08-07", "output": [], "usage": null
      }
      """;

  static final String CHAT =
      """
      {
        "id": "chatcmpl-3", "object": "chat.completion", "created": 1760000004,
        "model": "gpt-4.1-mini-2025-04-14",
        "choices": [{
          "index": 0, "finish_reason": "stop", "logprobs": null,
          "message": {"role": "assistant", "content": "{\\"title\\":\\"Walden\\"}", "refusal": null}
        }],
        "usage": {"prompt_tokens": 190, "completion_tokens": 12, "total_tokens": 202,
                  "prompt_tokens_details": {"cached_tokens": 100, "cache_write_tokens": 50}}
      }
      """;

  static final String COMPLETION =
      """
      {
        "id": "cmpl-1", "object": "text_completion", "created": 1760000005,
        "model": "gpt-3.5-turbo-instruct",
        "choices": [{"text": " books.", "index": 0, "logprobs": null, "finish_reason": "length"}],
        "usage": {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}
      }
      """;

  /** Three components: 0.5, -1 and 2, as numbers and as base64 of little-endian floats. */
  static final String EMBEDDINGS =
      """
      {
        "object": "list", "model": "text-embedding-3-small",
        "data": [
          {"object": "embedding", "index": 0, "embedding": "AAAAPwAAgL8AAABA"},
          {"object": "embedding", "index": 1, "embedding": [0.5, -1.0, 2.0]}
        ],
        "usage": {"prompt_tokens": 9, "total_tokens": 9}
      }
      """;

  private Replies() {}

  /** A chat completion in chunks; the last has the figures, as {@code include_usage} asks for. */
  static String[] chunks() {
    return new String[] {
      chunk("{\"role\":\"assistant\",\"content\":\"Let \"}", null),
      chunk("{\"content\":\"me look.\"}", null),
      chunk(
          """
          {"tool_calls":[{"index":0,"id":"call_1","type":"function",\
          "function":{"name":"shelf_search","arguments":""}}]}""",
          null),
      chunk(
          "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"query\\\":\"}}]}",
          null),
      chunk(
          "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"shelf\\\"}\"}}]}", null),
      chunk(
          """
          {"tool_calls":[{"index":1,"id":"call_2","type":"function",\
          "function":{"name":"shelf_search","arguments":"{\\"query\\":\\"shelf\\"}"}}]}""",
          null),
      chunk("{}", "tool_calls"),
      """
      data: {"id":"chatcmpl-9","object":"chat.completion.chunk","created":1760000000,\
      "model":"gpt-4.1-mini-2025-04-14","choices":[],"usage":{"prompt_tokens":20,\
      "completion_tokens":30,"total_tokens":50,"completion_tokens_details":{"reasoning_tokens":4}}}""",
      "data: [DONE]"
    };
  }

  static String chunk(String delta, String finishReason) {
    return "data: {\"id\":\"chatcmpl-9\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,"
        + "\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + (finishReason == null ? "null" : "\"" + finishReason + "\"")
        + "}]}";
  }

  /** A response in events. */
  static String[] events() {
    return new String[] {
      event("response.created", "\"response\":" + state("in_progress", "null")),
      event(
          "response.output_item.added",
          "\"output_index\":0,\"item\":{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"assistant\",\"status\":\"in_progress\",\"content\":[]}"),
      event(
          "response.output_text.delta",
          "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"Let me \""),
      event(
          "response.output_text.delta",
          "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"look.\""),
      event(
          "response.output_item.added",
          "\"output_index\":1,\"item\":{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":\"call_1\",\"name\":\"shelf_search\",\"arguments\":\"\",\"status\":\"in_progress\"}"),
      event(
          "response.function_call_arguments.delta",
          "\"item_id\":\"fc_1\",\"output_index\":1,\"delta\":\"{\\\"query\\\":\""),
      event(
          "response.function_call_arguments.delta",
          "\"item_id\":\"fc_1\",\"output_index\":1,\"delta\":\"\\\"shelf\\\"}\""),
      event(
          "response.output_item.done",
          "\"output_index\":1,\"item\":{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":\"call_1\",\"name\":\"shelf_search\",\"arguments\":\"{\\\"query\\\":\\\"shelf\\\"}\",\"status\":\"completed\"}"),
      event(
          "response.completed",
          "\"response\":"
              + state(
                  "completed",
                  "{\"input_tokens\":40,\"input_tokens_details\":{\"cached_tokens\":8},\"output_tokens\":20,\"output_tokens_details\":{\"reasoning_tokens\":6},\"total_tokens\":60}"))
    };
  }

  static String event(String type, String members) {
    return "event: "
        + type
        + "\ndata: {\"type\":\""
        + type
        + "\",\"sequence_number\":1,"
        + members
        + "}";
  }

  static String state(String status, String usage) {
    return "{\"id\":\"resp_9\",\"object\":\"response\",\"created_at\":1760000000,\"status\":\""
        + status
        + "\",\"model\":\"gpt-5-mini-2025-08-07\",\"output\":[],\"usage\":"
        + usage
        + "}";
  }
}
