package io.spanloom.adk;

import com.google.adk.models.BaseLlm;
import com.google.adk.models.BaseLlmConnection;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.Part;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.spanloom.Spans;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A model that answers what it is told, here or on another thread. */
final class ScriptedModel extends BaseLlm {

  private final Deque<Flowable<LlmResponse>> answers = new ArrayDeque<>();
  private final boolean elsewhere;

  private ScriptedModel(boolean elsewhere) {
    super("gemini-2.5-flash");
    this.elsewhere = elsewhere;
  }

  static ScriptedModel here() {
    return new ScriptedModel(false);
  }

  static ScriptedModel onAnotherThread() {
    return new ScriptedModel(true);
  }

  ScriptedModel answers(LlmResponse... parts) {
    answers.add(Flowable.fromArray(parts));
    return this;
  }

  ScriptedModel fails(Throwable failure) {
    answers.add(Flowable.error(failure));
    return this;
  }

  static LlmResponse text(String text) {
    return response(Part.fromText(text)).finishReason(new FinishReason("STOP")).build();
  }

  static LlmResponse calls(FunctionCall... calls) {
    return response(
            Arrays.stream(calls)
                .map(call -> Part.builder().functionCall(call).build())
                .toArray(Part[]::new))
        .finishReason(new FinishReason("STOP"))
        .build();
  }

  static FunctionCall call(String id, String tool, Map<String, Object> arguments) {
    return FunctionCall.builder().id(id).name(tool).args(arguments).build();
  }

  static FunctionCall callWithoutId(String tool, Map<String, Object> arguments) {
    return FunctionCall.builder().name(tool).args(arguments).build();
  }

  static LlmResponse.Builder response(Part... parts) {
    return LlmResponse.builder()
        .content(Content.builder().role("model").parts(List.of(parts)).build())
        .modelVersion("gemini-2.5-flash-001")
        .usageMetadata(
            GenerateContentResponseUsageMetadata.builder()
                .promptTokenCount(100)
                .candidatesTokenCount(20)
                .build());
  }

  @Override
  public Flowable<LlmResponse> generateContent(LlmRequest request, boolean stream) {
    Flowable<LlmResponse> answer =
        Flowable.defer(
            () -> {
              Spans.task("ask").run(() -> {});
              return answers.remove();
            });
    return elsewhere ? answer.subscribeOn(Schedulers.newThread()) : answer;
  }

  @Override
  public BaseLlmConnection connect(LlmRequest request) {
    throw new UnsupportedOperationException();
  }
}
