package com.acme.library

import com.openai.core.jsonMapper
import com.openai.models.FunctionDefinition
import com.openai.models.FunctionParameters
import com.openai.models.chat.completions.ChatCompletionFunctionTool
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall
import com.openai.models.chat.completions.ChatCompletionTool
import io.spanloom.annotations.Tool

private data class Finding(val title: String = "")

private data class Reservation(val title: String = "", val days: Int = 0)

class Catalogue {

  /** Finds the shelf a book is on. */
  @Tool("find_book")
  fun find(title: String): String = "$title is on shelf 12"

  /** Keeps a book for some days. */
  @Tool("reserve_book")
  fun reserve(title: String, days: Int): String = "$title is kept for $days days"

  fun call(call: ChatCompletionMessageFunctionToolCall): String =
      when (call.function().name()) {
        Catalogue_Tools.FIND_BOOK_NAME -> find(arguments<Finding>(call).title)
        else -> arguments<Reservation>(call).let { reserve(it.title, it.days) }
      }

  private inline fun <reified T : Any> arguments(call: ChatCompletionMessageFunctionToolCall): T =
      call.function().arguments(T::class.java)

  fun tools(): List<ChatCompletionTool> =
      listOf(
          tool(Catalogue_Tools.FIND_BOOK_NAME, Catalogue_Tools.FIND_BOOK_SCHEMA),
          tool(Catalogue_Tools.RESERVE_BOOK_NAME, Catalogue_Tools.RESERVE_BOOK_SCHEMA))

  private fun tool(name: String, schema: String): ChatCompletionTool =
      ChatCompletionTool.ofFunction(
          ChatCompletionFunctionTool.builder()
              .function(
                  FunctionDefinition.builder()
                      .name(name)
                      .parameters(
                          jsonMapper()
                              .readValue(schema, FunctionParameters::class.java))
                      .build())
              .build())
}
