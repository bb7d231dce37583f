package com.acme.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionTool;
import io.spanloom.annotations.Tool;
import java.util.List;

public class Catalogue {

  record Finding(String title) {}

  record Reservation(String title, int days) {}

  /** Finds the shelf a book is on. */
  @Tool("find_book")
  String find(String title) {
    return title + " is on shelf 12";
  }

  /** Keeps a book for some days. */
  @Tool("reserve_book")
  String reserve(String title, int days) {
    return title + " is kept for " + days + " days";
  }

  String call(ChatCompletionMessageFunctionToolCall call) {
    if (call.function().name().equals(Catalogue_Tools.FIND_BOOK_NAME)) {
      return find(call.function().arguments(Finding.class).title());
    }
    Reservation reservation = call.function().arguments(Reservation.class);
    return reserve(reservation.title(), reservation.days());
  }

  List<ChatCompletionTool> tools() {
    return List.of(
        tool(Catalogue_Tools.FIND_BOOK_NAME, Catalogue_Tools.FIND_BOOK_SCHEMA),
        tool(Catalogue_Tools.RESERVE_BOOK_NAME, Catalogue_Tools.RESERVE_BOOK_SCHEMA));
  }

  private static ChatCompletionTool tool(String name, String schema) {
    return ChatCompletionTool.ofFunction(
        ChatCompletionFunctionTool.builder()
            .function(
                FunctionDefinition.builder().name(name).parameters(parameters(schema)).build())
            .build());
  }

  private static FunctionParameters parameters(String schema) {
    try {
      return ObjectMappers.jsonMapper().readValue(schema, FunctionParameters.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
