package io.spanloom.benchmarks.model;

import java.util.List;

/** One turn of a conversation: ten messages go to the model, three tool calls come back. */
final class Chat {

  static final String MODEL = "gpt-4.1-mini";

  private Chat() {}

  static ChatSdk.Request request() {
    return new ChatSdk.Request(
        MODEL,
        0.2,
        1024,
        List.of(
            message("system", "You help historians. Cite the letters that you rely on."),
            message("user", "What did Lovelace write of the engine in the notes?"),
            toolCalls("I look for the notes.", call(1, "search"), call(2, "search")),
            result(1, "Note A: the distinctive characteristic of the engine …"),
            result(2, "Note G: it can do whatever we know how to order it to perform …"),
            message("assistant", "She wrote of its limits in note G."),
            message("user", "And of music?"),
            toolCalls("I search the notes again.", call(3, "search")),
            result(3, "Note A: the engine might compose elaborate pieces of music …"),
            message("user", "Compare that with what Menabrea says.")));
  }

  static ChatSdk.Response response() {
    return new ChatSdk.Response(
        "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
        "gpt-4.1-mini-2025-04-14",
        "tool_calls",
        toolCalls("I compare both.", call(4, "search"), call(5, "fetch"), call(6, "compare")),
        new ChatSdk.Usage(1843, 1024, 112, 64));
  }

  private static ChatSdk.Message message(String role, String text) {
    return new ChatSdk.Message(role, text, List.of(), null);
  }

  private static ChatSdk.Message toolCalls(String text, ChatSdk.Call... calls) {
    return new ChatSdk.Message("assistant", text, List.of(calls), null);
  }

  private static ChatSdk.Message result(int call, String text) {
    return new ChatSdk.Message("tool", text, List.of(), id(call));
  }

  private static ChatSdk.Call call(int number, String name) {
    return new ChatSdk.Call(
        id(number), name, "{\"query\":\"the engine\",\"limit\":" + number + "}");
  }

  private static String id(int call) {
    return "call_Ji4NBSOlcv8mPQEOuPs7Tb0" + call;
  }
}
