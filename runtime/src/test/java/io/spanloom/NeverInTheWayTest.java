package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.cost.PriceTable;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.convention.AttributeMappings;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.settings.RetrievalSettings;
import io.spanloom.internal.settings.Settings;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, the traced program sees its own results and exceptions, unchanged. */
class NeverInTheWayTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void theUsersExceptionArrivesUnchanged() {
    IllegalStateException own = new IllegalStateException("mail jane@example.com");

    Throwable caught = catchThrowable(() -> fail(own));

    assertThat(caught).isSameAs(own);
    assertThat(own.getSuppressed()).isEmpty();
    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool fail java.lang.IllegalStateException ERROR\n");
    assertThat(recorded.span("execute_tool fail").getEvents())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getName()).isEqualTo("exception");
              assertThat(event.getAttributes().asMap().toString())
                  .contains("java.lang.IllegalStateException", "NeverInTheWayTest")
                  .doesNotContain("mail");
            });
  }

  @Test
  void anExceptionThatCannotBeReadStillEndsTheSpan() {
    RuntimeException hostile =
        new RuntimeException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException("not even this");
          }
        };

    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

    assertThat(catchThrowable(() -> fail(hostile))).isSameAs(hostile);

    assertThat(recorded.tree()).isEqualTo("execute_tool fail ERROR\n");
    assertThat(Tracing.failureCount()).isEqualTo(1);
  }

  @Test
  void theUsersResultIsTheSameObject() {
    Object result = new Object();

    assertThat(echo(result)).isSameAs(result);
    assertThat(recorded.tree()).isEqualTo("echo\n");
  }

  @Test
  void anAdapterThatThrowsIsInvisibleToTheCaller() {
    Response response = new Response(ModelSdk.BREAKS_ADAPTER, "x", List.of(), TokenUsage.of(1, 1));

    assertThat(complete(new Request(ModelSdk.BREAKS_ADAPTER, List.of()), response))
        .isSameAs(response);

    assertThat(recorded.tree()).isEqualTo("chat\n");
    assertThat(Tracing.failureCount()).isPositive();
  }

  @Test
  void anAdapterThatCannotNameTheErrorDoesNotHideIt() {
    RuntimeException own = new UnsupportedOperationException("not today");

    assertThat(catchThrowable(() -> refuse(new Request("m", List.of()), own))).isSameAs(own);

    assertThat(recorded.tree("error.type"))
        .isEqualTo("chat m java.lang.UnsupportedOperationException ERROR\n");
    assertThat(Tracing.failureCount()).isEqualTo(1);
  }

  @Test
  void theProvidersNameOfAnErrorIsItsType() {
    RuntimeException own = new IllegalStateException("try again");

    assertThat(catchThrowable(() -> refuse(new Request("m", List.of()), own))).isSameAs(own);

    assertThat(recorded.tree("error.type")).isEqualTo("chat m model_overloaded ERROR\n");
  }

  @Test
  void aConventionThatThrowsCostsOnlyItsOwnAttributes() {
    Tracing.install(
        recorded.sdk(),
        new Settings(
            List.of(new Broken(), Conventions.byDefault().get(1)),
            ContentSettings.of(ContentMode.NO_CONTENT).withMaxLength(1000),
            true,
            PriceTable.bundled(),
            List.of(),
            List.of(),
            new RetrievalSettings(15, false)));

    assertThat(complete(new Request("m", List.of()), Response.saying("hi"))).isNotNull();

    assertThat(recorded.tree("gen_ai.response.id")).isEqualTo("chat m response-1\n");
    assertThat(Tracing.failureCount()).isPositive();
  }

  @Test
  void anExceptionThatCannotBeReadCostsOnlyItsOwnRecord() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

    assertThat(catchThrowable(this::failsUnreadably)).isSameAs(UNREADABLE_FAILURE);

    assertThat(recorded.tree("spanloom.total.tool_calls"))
        .isEqualTo("invoke_agent failsUnreadably 0 ERROR\n");
    assertThat(Tracing.failureCount()).isEqualTo(1);
  }

  @Test
  void contentThatCannotBeReadCostsOnlyItself() {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).contentToString(true).build());

    assertThat(unreadable()).isSameAs(UNREADABLE);

    assertThat(recorded.tree("spanloom.total.tool_calls")).isEqualTo("invoke_agent unreadable 0\n");
    assertThat(Tracing.failureCount()).isEqualTo(1);
  }

  @Test
  void anAccessorThatThrowsCostsItsAttribute() {
    assertThat(inspect(new Moody())).isEqualTo("fine");

    assertThat(recorded.tree()).isEqualTo("inspect\n");
    assertThat(Tracing.failureCount()).isEqualTo(1);
  }

  @Test
  void aLeakedScopeEndsWithTheMethodThatLeakedIt() {
    leak();
    echo("after");

    assertThat(recorded.tree()).isEqualTo("leak\necho\n");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void recursionKeepsItsPairs() {
    assertThat(factorial(4)).isEqualTo(24);

    assertThat(recorded.tree())
        .isEqualTo(
            """
            factorial
              factorial
                factorial
                  factorial
            """);
  }

  @Test
  void aStackOverflowLeavesNothingBehind() throws Exception {
    // Loads what recording an error needs: the agent cannot transform classes without a stack.
    assertThat(catchThrowable(() -> fail(new IllegalStateException("first")))).isNotNull();

    FutureTask<Throwable> overflowing =
        new FutureTask<>(
            () -> {
              Throwable thrown = catchThrowable(() -> endless(0));
              echo("after");
              return thrown;
            });
    new Thread(null, overflowing, "small stack", 256 * 1024).start();

    assertThat(overflowing.get()).isInstanceOf(StackOverflowError.class);

    assertThat(recorded.spans())
        .last()
        .satisfies(
            span -> {
              assertThat(span.getName()).isEqualTo("echo");
              assertThat(span.getParentSpanContext().isValid()).isFalse();
            });
  }

  @Test
  void argumentsAreThoseOfTheCallEvenIfTheBodyReassignsThem() {
    reassigning("given");

    assertThat(recorded.tree("app.value")).isEqualTo("reassigning given\n");
  }

  @Test
  void aClosedSdkIsNoProblem() {
    recorded.sdk().close();

    assertThat(echo("still here")).isEqualTo("still here");
  }

  @Task(kind = Task.Kind.STEP)
  Object echo(Object value) {
    return value;
  }

  /** Fails. */
  @Tool
  void fail(@SuppressWarnings("NoJsonForm") RuntimeException exception) {
    throw exception;
  }

  @LlmCall
  Response complete(Request request, Response response) {
    return response;
  }

  @LlmCall
  Response refuse(Request request, RuntimeException failure) {
    throw failure;
  }

  @Task
  String inspect(@Attribute(key = "app.mood", path = "mood") Moody moody) {
    return "fine";
  }

  @Task
  @SuppressWarnings("MustBeClosedChecker") // the leak is the point
  void leak() {
    Scope leaked = recorded.sdk().getTracer("test").spanBuilder("leaked").startSpan().makeCurrent();
    assertThat(leaked).isNotNull();
  }

  @Task
  long factorial(long n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  @Task
  int endless(int depth) {
    return endless(depth + 1) + 1;
  }

  @Task
  void reassigning(@Attribute(key = "app.value") String value) {
    value = "changed";
    assertThat(value).isEqualTo("changed");
  }

  static final class Moody {
    String getMood() {
      throw new IllegalStateException("not in the mood");
    }
  }

  /** Throws wherever it is asked. */
  private static final class Broken implements Convention {

    @Override
    public String id() {
      return "broken";
    }

    @Override
    public AttributeMappings keys() {
      throw new IllegalStateException("broken");
    }

    @Override
    public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
      throw new IllegalStateException("broken");
    }

    @Override
    public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
      throw new IllegalStateException("broken");
    }
  }

  private static final Object UNREADABLE =
      new Object() {
        @Override
        public String toString() {
          throw new AssertionError("not this way");
        }
      };

  @Agent
  Object unreadable() {
    return UNREADABLE;
  }

  private static final RuntimeException UNREADABLE_FAILURE =
      new RuntimeException() {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
          throw new IllegalStateException("not even this");
        }
      };

  @Agent
  void failsUnreadably() {
    throw UNREADABLE_FAILURE;
  }
}
