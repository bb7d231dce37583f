package io.spanloom.benchmarks.session;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import io.spanloom.benchmarks.model.ChatSdk;
import java.util.List;

/** An agent whose session is as long as wanted. */
final class WovenSession {

  private static final ChatSdk.Request REQUEST =
      new ChatSdk.Request("gpt-4.1-mini", 0.2, 1024, List.of());
  private static final ChatSdk.Usage USAGE = new ChatSdk.Usage(100, 0, 10, 0);

  /** Calls a tool so many times. */
  @Agent
  int callTools(@SessionId String session, int times) {
    int length = 0;
    for (int i = 0; i < times; i++) {
      length += search("title").length();
    }
    return length;
  }

  /** Calls a model so many times and none of the tools that it asks for. */
  @Agent
  int callModel(@SessionId String session, int times) {
    int length = 0;
    for (int i = 0; i < times; i++) {
      length += ask(REQUEST, i).id().length();
    }
    return length;
  }

  /** Searches the library. */
  @Tool
  String search(String field) {
    return field;
  }

  @LlmCall
  ChatSdk.Response ask(ChatSdk.Request request, int number) {
    ChatSdk.Call call = new ChatSdk.Call("call_" + number, "search", "{\"field\":\"title\"}");
    ChatSdk.Message message = new ChatSdk.Message("assistant", null, List.of(call), null);
    return new ChatSdk.Response("chatcmpl-1", "gpt-4.1-mini", "tool_calls", message, USAGE);
  }
}
