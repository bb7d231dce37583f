package io.spanloom.weaver.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcDoctorTest {

  private static final TraceService SERVICE = new TraceService();
  private static final Server SERVER = server(SERVICE);

  private final List<String> lines = new ArrayList<>();

  private static Server server(BindableService service) {
    return Server.builder()
        .http(0)
        .service(GrpcService.builder().addService(service).build())
        .build();
  }

  @BeforeAll
  static void start() {
    SERVER.start().join();
  }

  @AfterAll
  static void stop() {
    SERVER.stop().join();
  }

  @BeforeEach
  void accept() {
    SERVICE.received.clear();
    SERVICE.failure = Status.OK;
    SERVICE.partial = ExportTracePartialSuccess.getDefaultInstance();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void deliversToARealGrpcServer(String compression) throws DoctorException {
    examine(Map.of("OTEL_EXPORTER_OTLP_COMPRESSION", compression));

    assertThat(SERVICE.received).hasSize(1);
    assertThat(SERVICE.received.get(0).getResourceSpans(0).getScopeSpans(0).getSpansCount())
        .isEqualTo(3);
    assertThat(lines).anyMatch(line -> line.startsWith("Answered: HTTP 200, grpc-status 0 OK"));
  }

  @Test
  void printsGrpcsStatusAndMessage() {
    SERVICE.failure = Status.UNAUTHENTICATED.withDescription("no key, ä %");

    assertThatThrownBy(() -> examine(Map.of()))
        .hasMessageContaining("grpc-status 16 UNAUTHENTICATED no key, ä %")
        .hasMessageContaining("OTEL_EXPORTER_OTLP_HEADERS");
  }

  @Test
  void serviceThatTakesNoTracesIsReported() {
    SERVICE.failure = Status.UNIMPLEMENTED;

    assertThatThrownBy(() -> examine(Map.of()))
        .hasMessageContaining("grpc-status 12 UNIMPLEMENTED")
        .hasMessageContaining("it takes no OTLP traces");
  }

  @Test
  void reportsRejectedSpans() {
    SERVICE.partial =
        ExportTracePartialSuccess.newBuilder().setRejectedSpans(3).setErrorMessage("full").build();

    assertThatThrownBy(() -> examine(Map.of()))
        .hasMessageContaining("rejected 3 of its 3 spans: full");
  }

  @Test
  void serverWithoutTheServiceIsNoReceiver() {
    Server other = server(new OtherService());
    other.start().join();
    try {
      assertThatThrownBy(() -> examine(other, Map.of()))
          .hasMessageContaining("it answered HTTP 404")
          .hasMessageContaining("It is no gRPC answer");
    } finally {
      other.stop().join();
    }
  }

  private void examine(Map<String, String> more) throws DoctorException {
    examine(SERVER, more);
  }

  private void examine(Server examined, Map<String, String> more) throws DoctorException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put(
        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + examined.activeLocalPort());
    Doctor.examine(
        new DoctorRequest(Map.of(), environment, "none", Duration.ofSeconds(1)), lines::add);
  }

  private static final class TraceService extends TraceServiceGrpc.TraceServiceImplBase {

    private final List<ExportTraceServiceRequest> received = new ArrayList<>();
    private Status failure = Status.OK;
    private ExportTracePartialSuccess partial = ExportTracePartialSuccess.getDefaultInstance();

    @Override
    public void export(
        ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> responses) {
      received.add(request);
      if (!failure.isOk()) {
        responses.onError(failure.asRuntimeException());
        return;
      }
      responses.onNext(ExportTraceServiceResponse.newBuilder().setPartialSuccess(partial).build());
      responses.onCompleted();
    }
  }

  private static final class OtherService extends LogsServiceGrpc.LogsServiceImplBase {}
}
