package io.spanloom.weaver.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpTargetTest {

  @Test
  void withoutSettingsTheSdkForJavaSpeaksGrpc() throws DoctorException {
    OtlpTarget target = target(Map.of());

    assertThat(target.grpc()).isTrue();
    assertThat(target.url())
        .hasToString(
            "http://localhost:4317/opentelemetry.proto.collector.trace.v1.TraceService/Export");
    assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(target.gzip()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:1, http://h:1/v1/traces",
    "http://h:1/, http://h:1/v1/traces",
    "https://h/otlp, https://h/otlp/v1/traces",
    "https://h/otlp/, https://h/otlp/v1/traces",
  })
  void baseEndpointGetsThePathOfTraces(String endpoint, String url) throws DoctorException {
    assertThat(
            target(
                    Map.of(
                        "OTEL_EXPORTER_OTLP_PROTOCOL",
                        "http/protobuf",
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        endpoint))
                .url())
        .hasToString(url);
  }

  @Test
  void whatIsSetForTracesWins() throws DoctorException {
    OtlpTarget target =
        target(
            Map.of(
                "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:1",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces:2/in",
                "OTEL_EXPORTER_OTLP_HEADERS", "a=1",
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "b = 2%2C3 , c=d=e",
                "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "250",
                "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"));

    assertThat(target.url()).hasToString("http://traces:2/in");
    assertThat(target.headers()).containsOnly(Map.entry("b", "2,3"), Map.entry("c", "d=e"));
    assertThat(target.timeout()).isEqualTo(Duration.ofMillis(250));
    assertThat(target.gzip()).isTrue();
  }

  @Test
  void propertiesWinOverVariables() throws DoctorException {
    Settings settings =
        new Settings(
            Map.of("otel.exporter.otlp.endpoint", "http://property:1"),
            Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://variable:1"));

    assertThat(OtlpTarget.of(settings).host()).isEqualTo("property");
  }

  @ParameterizedTest
  @CsvSource({
    "PROTOCOL, http/json, The SDK for Java knows grpc and http/protobuf.",
    "ENDPOINT, localhost:4318, It has to be an address",
    "ENDPOINT, http://a b, It is no address",
    "TIMEOUT, soon, Milliseconds are meant",
    "COMPRESSION, zip, Known are gzip and none.",
    "HEADERS, secret, an entry without '='",
  })
  void illegalSettingsAreReportedWithTheirName(String name, String value, String message) {
    assertThatThrownBy(() -> target(Map.of("OTEL_EXPORTER_OTLP_" + name, value)))
        .isInstanceOf(DoctorException.class)
        .hasMessageStartingWith("Cannot export: OTEL_EXPORTER_OTLP_" + name)
        .hasMessageContaining(message);
  }

  private static OtlpTarget target(Map<String, String> environment) throws DoctorException {
    return OtlpTarget.of(new Settings(Map.of(), environment));
  }
}
