package io.spanloom.integrations.testing;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSchemasTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gen_ai.input.messages | [{'role':'user','parts':[{'type':'text'}]}]",
        "gen_ai.input.messages | [{'role':'user','parts':[{'type':'blob','content':''}]}]",
        "gen_ai.input.messages | [{'role':'tool','parts':[{'type':'tool_call_response','id':'1'}]}]",
        "gen_ai.input.messages | [{'parts':[]}]",
        "gen_ai.output.messages | [{'role':'assistant','parts':[]}]",
        "gen_ai.system_instructions | {'type':'text','content':'Be brief.'}",
        "gen_ai.tool.definitions | [{'type':'function','parameters':{}}]",
        "gen_ai.input.messages | [{",
      })
  void findsWhatDoesNotFollow(String key, String json) {
    assertThat(MessageSchemas.violations(attributes(key, json))).isNotEmpty();
  }

  @Test
  void acceptsWhatFollows() {
    assertThat(
            MessageSchemas.violations(
                attributes(
                    "gen_ai.output.messages",
                    "[{'role':'assistant','parts':[{'type':'text','content':'Hi'},"
                        + "{'type':'of_its_own'}],'finish_reason':'stop'}]")))
        .isEmpty();
  }

  private static Attributes attributes(String key, String json) {
    return Attributes.of(stringKey(key.trim()), json.replace('\'', '"'));
  }
}
