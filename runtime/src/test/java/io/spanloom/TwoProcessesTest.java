package io.spanloom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.llm.LlmToolCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model is asked here, and the tool it asks for runs in another process. */
class TwoProcessesTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Process process;
  private static URI address;

  private final Recorded recorded =
      Recorded.with(SpanloomOptions.builder().baggage("session.id", "app.tenant_id").build());

  @BeforeAll
  static void start() throws IOException {
    process = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = output.readLine();
    while (line != null && !line.startsWith("port ")) {
      line = output.readLine();
    }
    assertThat(line).as("the other process's port").isNotNull();
    address = URI.create("http://localhost:" + line.substring("port ".length()) + "/");
  }

  @AfterAll
  static void stop() throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void aToolRunByAMessageBelongsToTheReasoningThatRequestedIt() {
    agent(
        () -> {
          reasoning("call_1", "search");
          try (Scope call = ToolCalls.scope("call_1")) {
            assertThat(call).isNotNull();
            send("search");
          }
        });

    SpanData reasoning = recorded.span("reasoning");
    assertThat(remote())
        .singleElement()
        .satisfies(
            tool ->
                assertThat(tool)
                    .contains(
                        entry("name", "execute_tool search"),
                        entry("trace", reasoning.getTraceId()),
                        entry("parent", reasoning.getSpanId()),
                        entry("link", recorded.span("chat m").getSpanId()),
                        entry(GenAi.TOOL_CALL_ID, "call_1"),
                        entry("tool.id", "call_1"),
                        entry("spanloom.tool_call.correlation", "explicit"),
                        entry("session.id", "s-1"),
                        entry(GenAi.CONVERSATION_ID, "s-1"),
                        entry("app.tenant_id", "acme & söhne"))
                    .doesNotContainKeys("user.id", "app.feature"));
  }

  @Test
  void theToolsHandlerMayBeTracedToo() {
    agent(
        () -> {
          reasoning("call_1", "search");
          try (Scope call = ToolCalls.scope("call_1")) {
            assertThat(call).isNotNull();
            send("handled");
          }
        });

    List<Map<String, String>> remote = remote();
    assertThat(remote)
        .extracting(span -> span.get("name") + " " + span.get(GenAi.TOOL_CALL_ID))
        .containsExactly("invoke_workflow handle null", "execute_tool search call_1");
    assertThat(remote.get(0)).containsEntry("parent", recorded.span("reasoning").getSpanId());
    assertThat(remote.get(1))
        .containsEntry("parent", remote.get(0).get("span"))
        .containsEntry("link", recorded.span("chat m").getSpanId())
        .containsEntry("session.id", "s-1");
  }

  @Test
  void aToolThatIsAStubHandsItsCallToTheToolOfItsName() {
    agent(
        () -> {
          reasoning("call_1", "search");
          search("statute");
        });

    SpanData stub = recorded.span("execute_tool search");
    assertThat(remote())
        .singleElement()
        .satisfies(
            tool ->
                assertThat(tool)
                    .contains(
                        entry("trace", stub.getTraceId()),
                        entry("parent", stub.getSpanId()),
                        entry("link", recorded.span("chat m").getSpanId()),
                        entry(GenAi.TOOL_CALL_ID, "call_1"),
                        entry("spanloom.tool_call.correlation", "explicit")));
  }

  @Test
  void aStubsCallIsNoOtherTools() {
    agent(
        () -> {
          reasoning("call_1", "lookup");
          lookup();
        });

    assertThat(remote())
        .singleElement()
        .satisfies(
            tool ->
                assertThat(tool)
                    .contains(
                        entry("name", "execute_tool translate"),
                        entry("parent", recorded.span("execute_tool lookup").getSpanId()))
                    .doesNotContainKeys(GenAi.TOOL_CALL_ID, "link"));
  }

  @Test
  void aMessageWithoutCallContinuesTheTraceAlone() {
    agent(() -> send("search"));

    assertThat(remote())
        .singleElement()
        .satisfies(
            tool ->
                assertThat(tool)
                    .contains(
                        entry("parent", recorded.span("invoke_agent agent").getSpanId()),
                        entry("session.id", "s-1"))
                    .doesNotContainKeys(GenAi.TOOL_CALL_ID, "link"));
  }

  @Agent("agent")
  void agent(Runnable body) {
    AgentContext context =
        AgentContext.builder()
            .sessionId("s-1")
            .userId("jane")
            .tenant("acme & söhne")
            .feature("research")
            .build();
    try (Scope scope = context.makeCurrent()) {
      assertThat(scope).isNotNull();
      body.run();
    }
  }

  @Task
  void reasoning(String id, String tool) {
    complete(new Request("m", List.of()), new LlmToolCall(id, tool, "{}"));
  }

  @LlmCall
  Response complete(Request request, LlmToolCall call) {
    return Response.asking(call);
  }

  /** Searches elsewhere. */
  @Tool
  String search(String query) {
    return send("search");
  }

  /** Looks up, with the help of another tool elsewhere. */
  @Tool
  String lookup() {
    return send("translate");
  }

  private static String send(String tool) {
    Map<String, String> headers = new HashMap<>();
    Propagation.inject(headers);
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("run/" + tool));
    headers.forEach(request::header);
    return body(request.build());
  }

  /** The other process's spans of this test's trace. */
  private List<Map<String, String>> remote() {
    String trace = recorded.span("invoke_agent agent").getTraceId();
    List<Map<String, String>> spans = new ArrayList<>();
    for (String line : body(HttpRequest.newBuilder(address.resolve("spans")).build()).split("\n")) {
      Map<String, String> span = new TreeMap<>();
      for (String property : line.split("\t")) {
        span.put(
            property.substring(0, property.indexOf('=')),
            property.substring(property.indexOf('=') + 1));
      }
      if (span.get("trace").equals(trace)) {
        spans.add(span);
      }
    }
    return spans;
  }

  private static String body(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same Java, class path and weaving agent as here. */
  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (argument.contains("aspectjweaver")) {
        command.add(argument);
      }
    }
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-Dspanloom.baggage=session.id, app.tenant_id");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(RemoteTools.class.getName());
    return command;
  }
}
