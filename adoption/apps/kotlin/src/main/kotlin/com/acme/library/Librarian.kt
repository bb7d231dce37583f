package com.acme.library

import com.openai.client.OpenAIClient
import com.openai.models.chat.completions.ChatCompletion
import com.openai.models.chat.completions.ChatCompletionCreateParams
import com.openai.models.chat.completions.ChatCompletionToolMessageParam
import io.spanloom.annotations.Agent
import io.spanloom.annotations.LlmCall
import io.spanloom.annotations.SessionId
import io.spanloom.annotations.Steps

class Librarian(private val client: OpenAIClient, private val catalogue: Catalogue) {

  @Agent("librarian", steps = Steps.AUTO)
  fun answer(@SessionId reader: String, question: String): String {
    val conversation =
        ChatCompletionCreateParams.builder()
            .model("gpt-4.1-mini")
            .tools(catalogue.tools())
            .addUserMessage(question)
    while (true) {
      val message = ask(conversation.build()).choices().first().message()
      val calls = message.toolCalls().orElse(listOf()).map { it.asFunction() }
      if (calls.isEmpty()) return message.content().orElse("")
      conversation.addMessage(message)
      for (call in calls) {
        conversation.addMessage(
            ChatCompletionToolMessageParam.builder()
                .toolCallId(call.id())
                .content(catalogue.call(call))
                .build())
      }
    }
  }

  @LlmCall
  fun ask(request: ChatCompletionCreateParams): ChatCompletion =
      client.chat().completions().create(request)
}
