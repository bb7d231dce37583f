package io.spanloom.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.ObjectMappers;
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

  private static final String MILLIONS = "'input_tokens': 1000000, 'output_tokens': 1000000";

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("test").maxRetries(0).build();

  private final Clerk clerk = new Clerk(client);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "claude-sonnet-4-20250514                     |" + MILLIONS + "| 18",
        "claude-sonnet-4@20250514                     |" + MILLIONS + "| 18",
        "us.anthropic.claude-sonnet-4-20250514-v1:0   |" + MILLIONS + "| 18",
        "claude-opus-4-6                              |" + MILLIONS + "| 30",
        "claude-opus-4-6-x                            |" + MILLIONS + "| ",
        "claude-haiku-4-5-20251001 |" + MILLIONS + ", 'service_tier': 'standard' | 6",
        "claude-haiku-4-5-20251001 |" + MILLIONS + ", 'service_tier': 'batch'    | 3",
        "claude-haiku-4-5-20251001 |" + MILLIONS + ", 'service_tier': 'priority' | ",
        "claude-haiku-4-5-20251001 |" + MILLIONS + ", 'speed': 'fast'            | ",
        "claude-opus-4-8           |" + MILLIONS + ", 'speed': 'fast'            | 60",
        // an hour costs twice the input price, minutes 1.25 times
        "claude-sonnet-4-20250514 | 'input_tokens': 0, 'output_tokens': 0, 'cache_creation_input_tokens': 1000000, 'cache_creation': {'ephemeral_5m_input_tokens': 0, 'ephemeral_1h_input_tokens': 1000000} | 6",
        "claude-sonnet-4-20250514 | 'input_tokens': 0, 'output_tokens': 0, 'cache_creation_input_tokens': 1000000, 'cache_creation': {'ephemeral_5m_input_tokens': 600000, 'ephemeral_1h_input_tokens': 400000} | 4.65",
        "claude-sonnet-4-20250514 | 'input_tokens': 0, 'output_tokens': 0, 'cache_creation_input_tokens': 1000000 | 3.75",
        "claude-sonnet-4-20250514 | 'input_tokens': 0, 'output_tokens': 0, 'cache_creation': {'ephemeral_5m_input_tokens': 600000, 'ephemeral_1h_input_tokens': 400000} | 4.65",
      })
  void isThatOfTheModelAndTierThatAnswered(
      String model, String usage, @Nullable Double total, RecordedSpans recorded) {
    reply(model, "{" + usage.replace('\'', '"') + "}");

    clerk.ask(Clerk.question().build());

    if (total == null) {
      assertThat(cost(recorded.spans().get(0))).isNull();
    } else {
      assertThat(cost(recorded.spans().get(0))).isCloseTo(total, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "{'input_tokens': -1, 'output_tokens': 5}",
        "{'input_tokens': '50', 'output_tokens': 5}",
        "{'input_tokens': " + FRACTION + ", 'output_tokens': 5}",
        "{'input_tokens': 99999999999999999999, 'output_tokens': 5}",
        "{'input_tokens': 50, 'output_tokens': 5, 'cache_read_input_tokens': -70}",
        "{'input_tokens': 9007199254740992, 'output_tokens': 5,"
            + " 'cache_read_input_tokens': 9007199254740992}",
        "{'input_tokens': 50, 'output_tokens': 5, 'cache_creation_input_tokens': 3,"
            + " 'cache_creation': {'ephemeral_1h_input_tokens': 4}}",
        "{'input_tokens': 50, 'output_tokens': 5,"
            + " 'output_tokens_details': {'thinking_tokens': 900}}",
      })
  void isAbsentWhereUsageCannotBeRight(String usage, RecordedSpans recorded) throws IOException {
    assumeTrue(!usage.contains(FRACTION) || keepsFractions(), "This SDK cuts fractions off");
    reply("claude-sonnet-4-20250514", usage.replace('\'', '"'));

    clerk.ask(Clerk.question().build());

    SpanData call = recorded.spans().get(0);
    call.getAttributes()
        .forEach(
            (key, value) -> {
              if (value instanceof Number number) {
                assertThat(number.doubleValue()).as(key.getKey()).isBetween(0.0, 1e5);
              }
            });
    assertThat(cost(call)).isNull();
  }

  private void reply(String model, String usage) {
    server.replies(
        Reply.json(
            """
            {
              "id": "m", "type": "message", "role": "assistant", "model": "%s",
              "content": [{"type": "text", "text": "x"}], "stop_reason": "end_turn",
              "stop_sequence": null, "usage": %s
            }
            """
                .formatted(model, usage)));
  }

  private static @Nullable Double cost(SpanData call) {
    return call.getAttributes().get(AttributeKey.doubleKey("llm.cost.total"));
  }

  /** The oldest SDKs read a fraction as the whole number below it. */
  private static boolean keepsFractions() throws IOException {
    return ObjectMappers.jsonMapper()
        .readValue(
            "{\"input_tokens\": " + FRACTION + "}", com.anthropic.models.messages.Usage.class)
        ._inputTokens()
        .asKnown()
        .isEmpty();
  }
}
