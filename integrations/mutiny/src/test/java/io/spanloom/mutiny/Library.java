package io.spanloom.mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** Traced methods that return what they are given. */
@SuppressWarnings({"NoJsonForm", "DuplicateTool"}) // tools return what the tests give them
class Library {

  @Tool(value = "one", description = "Finds one.")
  <T> Uni<T> one(Uni<T> result) {
    return result;
  }

  @Tool(value = "many", description = "Finds many.")
  <T> Multi<T> many(Multi<T> result) {
    return result;
  }

  @Tool(value = "many", description = "Finds many.")
  <T> Multi<T> inTool(Supplier<Multi<T>> body) {
    return body.get();
  }

  @Tool(value = "publisher", description = "Finds many.")
  <T> Flow.Publisher<T> publisher(Flow.Publisher<T> result) {
    return result;
  }

  @Tool(value = "count", description = "Counts letters.")
  @Attribute(key = "app.letters", path = "length()")
  Uni<String> counted(Uni<String> result) {
    return result;
  }

  @LlmCall(model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  Multi<String> chat(Multi<String> result) {
    return result;
  }

  @Workflow("work")
  <T> T inWorkflow(Supplier<T> body) {
    return body.get();
  }
}
