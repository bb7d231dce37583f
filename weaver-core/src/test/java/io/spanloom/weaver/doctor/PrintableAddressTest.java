package io.spanloom.weaver.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://localhost:4318/v1/traces      | http://localhost:4318/v1/traces
          https://collector.acme.com           | https://collector.acme.com
          http://[::1]:4318/                   | http://[::1]:4318/
          http://my_host:4318/v1/traces        | http://my_host:4318/****
          localhost:4318                       | localhost:4318
          http://user:s3cret@host:1/in         | http://****@host:1/in
          http://s3cret@host/in                | http://****@host/in
          https://host/in?token=s3cret         | https://host/in?****
          https://host?s3cret#s3cret           | https://host?****#****
          http://user:p@s3cret@host:1/in       | http://****@host:1/****
          http://user:s3cret@my_host:1         | http://****@my_host:1
          http://user:s3 cret@host             | http://****@host
          http://user:s3cret@                  | http://****
          http://user:12/s3cret@host           | http://****
          http://user:#s3cret@host             | http://****
          http://user:%s3cret@host             | http://****@host
          user:s3cret@host:4317                | ****
          //user:s3cret@host                   | ****
          s3cret                               | ****
          http://s3cret:pass/x y               | http://****
          grpc://user:s3cret@host:4317         | grpc://****@host:4317
          https://host/k/sk-abcdefghij0123456  | https://host/k/****
          https://h/opentelemetry.proto.collector.trace.v1.TraceService/Export | https://h/opentelemetry.proto.collector.trace.v1.TraceService/Export
          """)
  void hidesWhatMayBeSecret(String address, String printed) {
    assertThat(PrintableAddress.of(address)).isEqualTo(printed).doesNotContain("s3cret", "cret@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/json", "10 seconds", "always_off", "otlp, console"})
  void wordsOfSettingsArePrinted(String word) {
    assertThat(PrintableAddress.word(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-0123456789abcdefgh",
        "user:s3cret@host",
        "a text that is far too long for a word"
      })
  void otherValuesAreNot(String value) {
    assertThat(PrintableAddress.word(value)).isEqualTo("****");
  }

  @Test
  void whatOthersRepeatIsKnown() {
    assertThat(PrintableAddress.secretsIn("http://user:p%40ss@host/?token=abc%20d&x=1"))
        .contains("user:p%40ss", "p%40ss", "p@ss", "abc%20d", "abc d");
    assertThat(PrintableAddress.secretsIn(null)).isEmpty();
  }
}
