package io.spanloom.example.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.rag.model.ModelAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void withoutAnAddressOrAKeyTheModelIsEmbedded() throws UsageException {
    Settings settings = Settings.from(Map.of("OPENAI_MODEL", "gpt-5-mini"));

    assertThat(settings.realModel()).isNull();
    assertThat(settings.modelName()).isEqualTo("gpt-5-mini");
  }

  @Test
  void aKeyAloneMeansOpenAi() throws UsageException {
    assertThat(Settings.from(Map.of("OPENAI_API_KEY", "sk-1")).realModel())
        .isEqualTo(new ModelAddress("https://api.openai.com/v1", "sk-1", "gpt-4.1-mini"));
  }

  @Test
  void anAddressAloneNeedsNoKey() throws UsageException {
    Map<String, String> environment =
        Map.of("OPENAI_BASE_URL", "http://localhost:11434/v1", "OPENAI_MODEL", "llama3.2");

    assertThat(Settings.from(environment).realModel())
        .isEqualTo(new ModelAddress("http://localhost:11434/v1", "none", "llama3.2"));
  }

  @Test
  void theKeyIsNeverPrinted() throws UsageException {
    assertThat(Settings.from(Map.of("OPENAI_API_KEY", "sk-secret")).toString())
        .contains("api.openai.com")
        .doesNotContain("sk-secret");
  }
}
