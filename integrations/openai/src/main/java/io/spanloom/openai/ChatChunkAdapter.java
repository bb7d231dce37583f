package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of a chat completion.
 *
 * <p>Of several choices the first is put together; of the others only the finish reasons are kept.
 */
@AutoService(LlmStreamAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ChatChunkAdapter implements LlmStreamAdapter<ChatCompletionChunk> {

  @Override
  public Class<ChatCompletionChunk> chunkType() {
    return ChatCompletionChunk.class;
  }

  @Override
  public void read(ChatCompletionChunk chunk, StreamedResponse response) {
    response.id(chunk._id().asKnown().orElse(null));
    response.model(chunk._model().asKnown().orElse(null));
    for (Choice choice : chunk._choices().asKnown().orElse(List.of())) {
      int index = choice._index().asKnown().orElse(0L).intValue();
      if (index == 0) {
        choice._delta().asKnown().ifPresent(delta -> read(delta, response));
      }
      choice
          ._finishReason()
          .asKnown()
          .ifPresent(reason -> response.finishReason(index, reason.asString()));
    }
    response.usage(Usages.ofCompletion(chunk._usage()));
    response.serviceTier(Json.text(Json.of(chunk._serviceTier())));
  }

  private static void read(Delta delta, StreamedResponse response) {
    response.reasoning(reasoning(delta));
    response.text(delta._content().asKnown().orElse(null));
    response.refusal(delta._refusal().asKnown().orElse(null));
    for (Delta.ToolCall call : delta._toolCalls().asKnown().orElse(List.of())) {
      var function = call._function().asKnown();
      response.toolCall(
          call._index().asKnown().orElse(0L).intValue(),
          call._id().asKnown().orElse(null),
          function.flatMap(value -> value._name().asKnown()).orElse(null),
          function.flatMap(value -> value._arguments().asKnown()).orElse(null));
    }
  }

  /** OpenAI tells none here; servers that are only compatible do, by two names. */
  @SuppressWarnings("deprecation") // the class has a member that is, and says so of all
  private static @Nullable String reasoning(Delta delta) {
    JsonValue reasoning = delta._additionalProperties().get("reasoning_content");
    if (reasoning == null) {
      reasoning = delta._additionalProperties().get("reasoning");
    }
    return reasoning == null ? null : Json.text(Json.of(reasoning));
  }
}
