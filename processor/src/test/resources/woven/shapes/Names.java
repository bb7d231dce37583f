package shapes;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import java.util.List;

/** Names that clash with those of generated code or of the pointcut language. */
class Names {
  record Frame(String failure, List<String> results, String Default) {
    String getDefault() {
      return Default;
    }
  }

  @Task
  @Attribute(key = "app.result", path = "failure")
  Frame clashing(
      @Attribute(key = "app.failure", path = "failure")
          @Attribute(key = "app.default", path = "default")
          Frame frame,
      String failure,
      String thrown,
      Object result,
      @Attribute(key = "app.item", path = "results[1]") Frame item,
      String CLASHING) {
    return frame;
  }

  @Task
  String execution(String target, String args, String and, String or, String not, String within) {
    return target;
  }

  @Task
  int within(int execution) {
    return execution;
  }

  @Task
  String var(String record, String sealed, String permits) {
    return record;
  }

  /** Looks up. */
  @Tool
  String caseLookup(@ToolCallId String Frame, @SessionId long String, @Attribute(key = "a.b") int SpanSpec) {
    return Frame;
  }

  @Task
  void caseLookup_(@Attribute(key = "a.b") int a, @Attribute(key = "a_b") int b) {}

  @LlmCall(model = "small \"quoted\" $S */ model")
  Object llm(Object request, String prompt, Frame frame) {
    return request;
  }
}
