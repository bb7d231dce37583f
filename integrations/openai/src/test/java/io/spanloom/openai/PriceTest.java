package io.spanloom.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import com.openai.models.completions.CompletionUsage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call costs, through the SDK and whatever a server answers. */
@ExtendWith(SpanloomExtension.class)
class PriceTest {

  private static final String FRACTION = "50.5";

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .maxRetries(0)
          .build();

  private final Clerk clerk = new Clerk(client);

  @ParameterizedTest
  @CsvSource({
    "gpt-4.1-mini-2025-04-14, , 2.0",
    "openai/gpt-4.1-mini, , 2.0",
    "models/gemini-2.5-flash, , 2.8",
    "gpt-5-2025-08-07, default, 11.25",
    "gpt-5-2025-08-07, flex, 5.625",
    "gpt-5-2025-08-07, priority, 22.5",
    "gpt-5-2025-08-07, scale, ",
    "gpt-4o-mini-foo, , ",
    "ft:gpt-4.1-mini-2025-04-14:acme::x, , ",
  })
  void isThatOfTheModelAndTierThatAnswered(
      String model, @Nullable String tier, @Nullable Double total, RecordedSpans recorded) {
    String stated = tier == null ? "null" : "\"" + tier + "\"";
    reply(
        model,
        "\"service_tier\": " + stated + ",",
        "{\"prompt_tokens\": 1000000, \"completion_tokens\": 1000000, \"total_tokens\": 2000000}");

    clerk.answer("?");

    assertThat(cost(call(recorded))).isEqualTo(total);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "\"none\"",
        "{\"prompt_tokens\": 7}",
        "{\"prompt_tokens\": null, \"completion_tokens\": 5}",
        "{\"prompt_tokens\": -1, \"completion_tokens\": -1, \"total_tokens\": -1}",
        "{\"prompt_tokens\": \"50\", \"completion_tokens\": \"5\"}",
        "{\"prompt_tokens\": " + FRACTION + ", \"completion_tokens\": 5}",
        "{\"prompt_tokens\": 99999999999999999999, \"completion_tokens\": 5}",
        "{\"prompt_tokens\": 1e300, \"completion_tokens\": 5}",
        "{\"prompt_tokens\": true, \"completion_tokens\": 5}",
        "{\"prompt_tokens\": 50, \"completion_tokens\": 5,"
            + " \"prompt_tokens_details\": {\"cached_tokens\": 100000}}",
        "{\"prompt_tokens\": 50, \"completion_tokens\": 5,"
            + " \"prompt_tokens_details\": {\"cached_tokens\": \"ten\"}}",
        "{\"prompt_tokens\": 50, \"completion_tokens\": 5,"
            + " \"completion_tokens_details\": {\"reasoning_tokens\": 900}}",
      })
  void isAbsentWhereUsageCannotBeRight(String usage, RecordedSpans recorded) throws IOException {
    assumeTrue(!usage.contains(FRACTION) || keepsFractions(), "This SDK cuts fractions off");
    reply("gpt-4.1-mini-2025-04-14", "", usage);

    clerk.answer("?");

    for (SpanData span : recorded.spans()) {
      span.getAttributes()
          .forEach(
              (key, value) -> {
                if (value instanceof Number number) {
                  assertThat(number.doubleValue()).as(key.getKey()).isBetween(0.0, 1e6);
                }
              });
    }
    assertThat(cost(call(recorded))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prompt_tokens\": 50.0, \"completion_tokens\": 5.0, \"total_tokens\": 55.0}",
        "{\"prompt_tokens\": 50, \"completion_tokens\": 5,"
            + " \"prompt_tokens_details\": null, \"completion_tokens_details\": []}",
      })
  void isThereWhereOnlyTheFormIsOdd(String usage, RecordedSpans recorded) {
    reply("gpt-4.1-mini-2025-04-14", "", usage);

    clerk.answer("?");

    assertThat(cost(call(recorded))).isCloseTo((50 * 0.4 + 5 * 1.6) / 1e6, within(1e-12));
  }

  private void reply(String model, String more, String usage) {
    server.replies(
        Reply.json(
            """
            {
              "id": "c", "object": "chat.completion", "created": 1, "model": "%s", %s
              "choices": [{"index": 0, "finish_reason": "stop",
                "message": {"role": "assistant", "content": "x"}}],
              "usage": %s
            }
            """
                .formatted(model, more, usage)));
  }

  private static SpanData call(RecordedSpans recorded) {
    return recorded.spans().stream()
        .filter(span -> span.getName().startsWith("chat"))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Double cost(SpanData call) {
    return call.getAttributes().get(AttributeKey.doubleKey("llm.cost.total"));
  }

  /** The oldest SDKs read a fraction as the whole number below it. */
  private static boolean keepsFractions() throws IOException {
    String usage = "{\"prompt_tokens\": " + FRACTION + "}";
    return ObjectMappers.jsonMapper()
        .readValue(usage, CompletionUsage.class)
        ._promptTokens()
        .asKnown()
        .isEmpty();
  }
}
