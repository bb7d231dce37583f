package io.spanloom.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlobalTelemetryTest {

  @BeforeEach
  @AfterEach
  void reset() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void lookingDoesNotKeepTheProgramFromSettingItsOwn() {
    assertThat(GlobalTelemetry.find()).isNull();
    assertThat(GlobalTelemetry.isSet()).isFalse();

    try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().buildAndRegisterGlobal()) {
      assertThat(sdk).isNotNull();
      assertThat(GlobalTelemetry.find()).isNotNull();
    }
  }

  @Test
  void aGlobalThatRecordsNothingIsAsGoodAsNone() {
    GlobalOpenTelemetry.set(OpenTelemetry.noop());

    assertThat(GlobalTelemetry.find()).isNull();
    assertThat(GlobalTelemetry.find()).isNull();
    assertThat(GlobalTelemetry.isSet()).isTrue();
  }
}
