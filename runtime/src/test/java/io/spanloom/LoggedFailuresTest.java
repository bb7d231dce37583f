package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Scope;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Task;
import io.spanloom.content.ContentMode;
import io.spanloom.content.Preset;
import io.spanloom.internal.metric.Failures;
import io.spanloom.llm.TokenUsage;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails in tracing is logged by its type and place; no message gets into the log. */
class LoggedFailuresTest {

  private static final String SECRET = "patient Jane Doe, diagnosis F32.1";

  private final Logger logger = Logger.getLogger("io.spanloom");
  private final Printed log = new Printed();
  private Recorded recorded = Recorded.withDefaults();

  @BeforeEach
  void listen() {
    logger.addHandler(log);
  }

  @AfterEach
  void close() {
    logger.removeHandler(log);
    recorded.close();
  }

  @ParameterizedTest
  @EnumSource
  void anAccessorThatThrowsIsLoggedWithoutItsMessage(Preset preset) {
    install(SpanloomOptions.builder().preset(preset));

    inspect(new Moody());

    loggedWithoutSecret(
        "LoggedFailuresTest.inspect",
        Sad.class.getName(),
        "at io.spanloom.LoggedFailuresTest$Moody.getMood(LoggedFailuresTest.java:",
        "Caused by: java.lang.IllegalStateException");
  }

  @Test
  void anExceptionThatCannotBeReadIsLoggedByItsType() {
    inspect(new Hostile());

    loggedWithoutSecret("LoggedFailuresTest.inspect", Unreadable.class.getName());
  }

  @Test
  void anAdapterThatThrowsIsLoggedWithoutItsMessage() {
    Response response = new Response(ModelSdk.BREAKS_ADAPTER, "x", List.of(), TokenUsage.of(1, 1));
    complete(new Request(ModelSdk.BREAKS_ADAPTER, List.of()), response);

    loggedWithoutSecret(
        "LoggedFailuresTest.complete",
        "java.lang.IllegalStateException",
        "at io.spanloom.ModelSdk$Adapter.failIfAsked(ModelSdk.java:");
    assertThat(log.text()).doesNotContain("the adapter is broken");
  }

  @Test
  void aRedactionRuleThatThrowsIsLoggedWithoutItsMessage() {
    install(
        SpanloomOptions.builder()
            .content(ContentMode.SPAN_ONLY)
            .redactionRule(
                text -> {
                  throw new IllegalStateException(text);
                }));

    rank(SECRET);

    loggedWithoutSecret("a redaction rule", "java.lang.IllegalStateException");
  }

  @Test
  void documentsThatThrowAreLoggedWithoutTheirMessage() {
    install(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY));

    retrieve(
        new AbstractList<>() {
          @Override
          public String get(int index) {
            throw new IllegalStateException(SECRET);
          }

          @Override
          public int size() {
            return 3;
          }
        });

    assertThat(log.text()).doesNotContain(SECRET);
  }

  @Test
  void aJudgeThatThrowsIsLoggedWithoutItsMessage() {
    try (JudgeSampler judges = JudgeSampler.builder().ratio(1).build()) {
      judged(judges);
    }

    loggedWithoutSecret("judges", Sad.class.getName());
  }

  @Test
  @SuppressWarnings("try") // the scope is there to be closed
  void headersThatThrowAreLoggedWithoutTheirMessage() {
    Map<String, String> headers =
        new HashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public String put(String name, String value) {
            throw new Sad(SECRET);
          }
        };
    try (Scope call = ToolCalls.scope("call_1")) {
      Propagation.inject(headers);
    }

    loggedWithoutSecret("a message's headers", Sad.class.getName());
  }

  @Test
  void aPromiseThatThrowsIsLoggedWithoutItsMessage() {
    promise(
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw new Sad(SECRET);
          }
        });

    loggedWithoutSecret("LoggedFailuresTest.promise", Sad.class.getName());
  }

  @Test
  void whatIsThrownOutsideCallsIsLoggedWithoutItsMessage() {
    Failures.ofProgram("an operator", new Sad(SECRET));

    loggedWithoutSecret("an operator", Sad.class.getName());
  }

  @Test
  void theNameOfASpanFromCodeIsCut() {
    Spans.tool("t".repeat(100_000))
        .setAttribute(AttributeKey.stringKey("k"), "v")
        .request(new Request(ModelSdk.BREAKS_ADAPTER, List.of()))
        .call(() -> new Response(ModelSdk.BREAKS_ADAPTER, "x", List.of(), TokenUsage.of(1, 1)));

    assertThat(log.text()).hasSizeLessThan(10_000);
  }

  private void install(SpanloomOptions.Builder options) {
    recorded.close();
    recorded = Recorded.with(options.build());
  }

  private void loggedWithoutSecret(String... parts) {
    assertThat(log.text()).contains(parts).doesNotContain(SECRET, "Jane");
  }

  @Task
  CompletableFuture<String> promise(CompletableFuture<String> result) {
    return result;
  }

  @Task
  void judged(JudgeSampler judges) {
    judges.judge(
        evaluated -> {
          throw new Sad(SECRET);
        });
  }

  @Task
  String inspect(@Attribute(key = "app.mood", path = "mood") Moody moody) {
    return "fine";
  }

  @LlmCall
  Response complete(Request request, Response response) {
    return response;
  }

  @Task(kind = Task.Kind.STEP)
  String rank(String text) {
    return text;
  }

  @Retrieval
  List<String> retrieve(List<String> documents) {
    return documents;
  }

  static class Moody {
    String getMood() {
      throw new Sad(SECRET);
    }
  }

  static final class Hostile extends Moody {
    @Override
    String getMood() {
      throw new Unreadable();
    }
  }

  private static final class Sad extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Sad(String message) {
      super(message, new IllegalStateException(message));
      addSuppressed(new IllegalArgumentException(message));
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }

  /** Throws whatever it is asked. */
  private static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new Sad(SECRET);
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new Sad(SECRET);
    }

    @Override
    public synchronized Throwable getCause() {
      throw new Sad(SECRET);
    }

    @Override
    public String toString() {
      throw new Sad(SECRET);
    }
  }

  /** What a console or a file would show. */
  private static final class Printed extends Handler {

    private final StringBuffer text = new StringBuffer();

    @Override
    public void publish(LogRecord record) {
      text.append(new SimpleFormatter().format(record));
    }

    String text() {
      return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
