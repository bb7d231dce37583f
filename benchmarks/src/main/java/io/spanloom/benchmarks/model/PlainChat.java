package io.spanloom.benchmarks.model;

/** The model call without tracing. */
final class PlainChat {

  private final ChatSdk.Response response = Chat.response();

  ChatSdk.Response complete(ChatSdk.Request request) {
    return response;
  }
}
