package io.spanloom.benchmarks.model;

import io.spanloom.annotations.LlmCall;

/** A model call as a user of Spanloom writes it. */
final class WovenChat {

  private final ChatSdk.Response response = Chat.response();

  @LlmCall
  ChatSdk.Response complete(ChatSdk.Request request) {
    return response;
  }
}
