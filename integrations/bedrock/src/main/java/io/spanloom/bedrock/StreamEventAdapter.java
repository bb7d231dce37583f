package io.spanloom.bedrock;

import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;

/** Puts an answer together from the events it is streamed in. */
@AutoService(LlmStreamAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class StreamEventAdapter implements LlmStreamAdapter<ConverseStreamOutput> {

  @Override
  public Class<ConverseStreamOutput> chunkType() {
    return ConverseStreamOutput.class;
  }

  @Override
  public void read(ConverseStreamOutput event, StreamedResponse response) {
    if (event instanceof ContentBlockStartEvent start) {
      SdkPojo call = Members.object(Members.object(start, "start"), "toolUse");
      if (call != null && !Messages.isServerTool(call)) {
        String id = Members.text(call, "toolUseId");
        response.toolCall(index(start), id, Members.text(call, "name"), null);
      }
    } else if (event instanceof ContentBlockDeltaEvent delta) {
      grew(index(delta), Members.object(delta, "delta"), response);
    } else if (event instanceof ContentBlockStopEvent stop) {
      response.toolCallComplete(index(stop));
    } else if (event instanceof MessageStopEvent stop) {
      response.finishReason(stop.stopReasonAsString());
    } else if (event instanceof ConverseStreamMetadataEvent metadata) {
      response.usage(Usage.of(Members.object(metadata, "usage")));
      response.serviceTier(Usage.serviceTier(metadata));
    }
  }

  private static void grew(int index, @Nullable SdkPojo delta, StreamedResponse response) {
    response.text(Members.text(delta, "text"));
    SdkPojo call = Members.object(delta, "toolUse");
    if (call != null) {
      response.toolCall(index, null, null, Members.text(call, "input"));
    }
    SdkPojo reasoning = Members.object(delta, "reasoningContent");
    if (reasoning != null) {
      if (Members.bytes(reasoning, "redactedContent") != null) {
        response.part(LlmPart.Reasoning.redacted(null));
      }
      response.reasoning(
          null, Members.text(reasoning, "text"), Members.text(reasoning, "signature"));
    }
  }

  private static int index(SdkPojo event) {
    return Objects.requireNonNullElse(Members.number(event, "contentBlockIndex"), 0L).intValue();
  }
}
