package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import com.openai.core.JsonField;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseStreamEvent;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;

/** Reads the events of a streamed response. */
@AutoService(LlmStreamAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ResponseEventAdapter implements LlmStreamAdapter<ResponseStreamEvent> {

  @Override
  public Class<ResponseStreamEvent> chunkType() {
    return ResponseStreamEvent.class;
  }

  @Override
  public void read(ResponseStreamEvent event, StreamedResponse response) {
    if (event.isOutputTextDelta()) {
      response.text(event.asOutputTextDelta()._delta().asKnown().orElse(null));
    } else if (event.isRefusalDelta()) {
      response.refusal(event.asRefusalDelta()._delta().asKnown().orElse(null));
    } else if (event.isReasoningTextDelta()) {
      var more = event.asReasoningTextDelta();
      response.reasoning(
          Json.text(Json.of(more._itemId())), Json.text(Json.of(more._delta())), null);
    } else if (event.isReasoningSummaryTextDelta()) {
      var more = event.asReasoningSummaryTextDelta();
      response.reasoning(
          Json.text(Json.of(more._itemId())), Json.text(Json.of(more._delta())), null);
    } else if (event.isError()) {
      response.errorType(event.asError()._code().asKnown().orElse("error"));
    } else {
      readToolCall(event, response);
      readState(event, response);
    }
  }

  /** A call's name and id come first, then its arguments in parts. */
  private static void readToolCall(ResponseStreamEvent event, StreamedResponse response) {
    if (event.isOutputItemAdded()) {
      var added = event.asOutputItemAdded();
      JsonNode item = Json.of(added._item());
      if (ResponseItems.isForClient(item)) {
        response.toolCall(
            index(added._outputIndex()),
            Json.text(item, "call_id"),
            ResponseItems.toolName(item),
            null);
      }
    } else if (event.isFunctionCallArgumentsDelta()) {
      var more = event.asFunctionCallArgumentsDelta();
      argumentsOf(more._outputIndex(), more._delta(), response);
    } else if (event.isCustomToolCallInputDelta()) {
      var more = event.asCustomToolCallInputDelta();
      argumentsOf(more._outputIndex(), more._delta(), response);
    } else if (event.isOutputItemDone()) {
      var done = event.asOutputItemDone();
      response.toolCallComplete(index(done._outputIndex()));
      readPart(Json.of(done._item()), response);
    }
  }

  private static void argumentsOf(
      JsonField<Long> outputIndex, JsonField<String> delta, StreamedResponse response) {
    response.toolCall(index(outputIndex), null, null, delta.asKnown().orElse(null));
  }

  /** What OpenAI's own tools did comes whole; text, reasoning and calls came bit by bit. */
  private static void readPart(JsonNode item, StreamedResponse response) {
    String type = Json.text(item, "type");
    if (type == null || ResponseItems.isForClient(item)) {
      return;
    }
    switch (type) {
      case "message", "reasoning" -> {}
      default -> ResponseItems.parts(item, type).forEach(response::part);
    }
  }

  private static int index(JsonField<Long> outputIndex) {
    return outputIndex.asKnown().orElse(0L).intValue();
  }

  /** Where the response stands as a whole; only the last event has figures. */
  private static void readState(ResponseStreamEvent event, StreamedResponse response) {
    if (event.isCreated()) {
      state(event.asCreated()._response(), response);
    } else if (event.isCompleted()) {
      state(event.asCompleted()._response(), response);
    } else if (event.isIncomplete()) {
      state(event.asIncomplete()._response(), response);
    } else if (event.isFailed()) {
      state(event.asFailed()._response(), response);
    }
  }

  private static void state(JsonField<Response> field, StreamedResponse response) {
    field
        .asKnown()
        .map(ResponsesResponse::new)
        .ifPresent(
            read -> {
              response.id(read.id());
              response.model(read.model());
              response.usage(read.usage());
              response.serviceTier(read.serviceTier());
              response.errorType(read.errorType());
              read.finishReasons().forEach(response::finishReason);
            });
  }
}
