package io.spanloom.adoption;

import org.junit.jupiter.api.Test;

/** Programs without a framework, with a provider's SDK. */
class PlainJavaTest {

  @Test
  void tracesALoopOverOpenAisClient() throws Exception {
    Application.jar("openai-loop", "library-1.0.jar")
        .run(OpenAiScript.twoToolsThenAnswer())
        .printed(OpenAiScript.ANSWER)
        .exported(trace("gpt-4.1-mini", "openai"));
  }

  /** The SDK runs the tools, which are classes; the program has a global instance. */
  @Test
  void tracesALoopThatAnthropicsClientRuns() throws Exception {
    Application.jar("anthropic-loop", "library-1.0.jar")
        .run(AnthropicScript.twoToolsThenAnswer())
        .printed(AnthropicScript.ANSWER)
        .exported(trace("claude-sonnet-4-20250514", "anthropic"));
  }

  private static String trace(String model, String provider) {
    return """
        invoke_agent librarian | INTERNAL | session=reader-7
          step 1 | INTERNAL | session=reader-7
            chat %1$s | CLIENT | session=reader-7 | provider=%2$s | in=100 | out=20
            execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat %1$s
          step 2 | INTERNAL | session=reader-7
            chat %1$s | CLIENT | session=reader-7 | provider=%2$s | in=150 | out=20
            execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat %1$s
          step 3 | INTERNAL | session=reader-7
            chat %1$s | CLIENT | session=reader-7 | provider=%2$s | in=200 | out=20
        """
        .formatted(model, provider);
  }
}
