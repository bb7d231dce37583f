package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.call.AnnouncedToolCalls;
import io.spanloom.internal.call.Tracing;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the program may call throws nothing of ours, whatever it is given and whatever is broken.
 */
class EntryPointsTest {

  /** Where {@code null} is refused: when tracing is switched on, not while it runs. */
  private static final Set<Class<?>> CONFIGURATION =
      Set.of(
          Spanloom.class,
          SpanloomOptions.class,
          JudgeSampler.Builder.class,
          SpanloomOptions.Builder.class);

  /** What there is to trace with. */
  enum Sdk {
    ABSENT(OpenTelemetry::noop),
    CLOSED(
        () -> {
          OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().build();
          sdk.close();
          return sdk;
        }),
    BROKEN(() -> withProcessor(new Broken())),
    WORKING(() -> OpenTelemetrySdk.builder().build());

    private final Supplier<OpenTelemetry> openTelemetry;

    Sdk(Supplier<OpenTelemetry> openTelemetry) {
      this.openTelemetry = openTelemetry;
    }

    void install(SpanloomOptions options) {
      Spanloom.install(openTelemetry.get(), options);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPublicMethodBearsNull(Sdk sdk) throws Exception {
    sdk.install(SpanloomOptions.builder().build());
    Context before = Context.current();
    List<String> called = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    Deque<Object> receivers = new ArrayDeque<>();
    for (Class<?> type : publicApi()) {
      callAll(type, null, receivers, called);
    }
    while (!receivers.isEmpty()) {
      Object receiver = receivers.pop();
      if (seen.add(receiver.getClass())) {
        callAll(receiver.getClass(), receiver, receivers, called);
      }
    }

    assertThat(called)
        .contains("AgentContext.makeCurrent", "ToolCalls.announce", "ToolCalls.scope");
    assertThat(Context.current()).isSameAs(before);
  }

  @ParameterizedTest
  @EnumSource
  void advicePairsThatNeverWerePairsAreBorne(Sdk sdk) {
    sdk.install(SpanloomOptions.builder().build());
    SpanSpec spec = SpanSpec.tool("lonely").build();

    Frame.returned(spec);
    Frame.returned(spec, "result");
    Frame.returned(spec, null, (frame, result) -> {});
    Frame.returnedStage(spec, null, (frame, result) -> {});
    Frame.failed(spec, new IllegalStateException());
    AnnouncedToolCalls.announce(null, null, null);
    Frame frame = Frame.enter(spec);
    if (frame != null) {
      frame.sessionId(null);
      frame.userId(null);
      frame.toolCallId(null);
      frame.request(null);
      frame.input("a", (Object) null);
      frame.argument("a", (Object) null);
      frame.captureFailed(new IllegalStateException());
      frame.start();
    }
    Frame.failed(spec, null);

    assertThat(Context.current()).isSameAs(Context.root());
  }

  @ParameterizedTest
  @EnumSource
  void resultsErrorsAndInterruptionPassUnchanged(Sdk sdk) {
    sdk.install(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
    Object result = new Object();
    Error death = new Stop();

    Thread.currentThread().interrupt();
    assertThat(echo(result)).isSameAs(result);
    assertThat(catchThrowable(() -> stop(death))).isSameAs(death);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @ParameterizedTest
  @EnumSource
  void valuesTooLargeForTheHeapAreBorne(Sdk sdk) {
    sdk.install(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
    Object endless = new Endless();
    String large = "x".repeat(100_000_000);

    assertThat(echo(endless)).isSameAs(endless);
    assertThat(search(new Endless())).isInstanceOf(Endless.class);
    assertThat(echo(large)).isSameAs(large);
  }

  @Test
  void aBrokenSdkIsCounted() {
    Sdk.BROKEN.install(SpanloomOptions.builder().build());

    assertThat(echo("a")).isEqualTo("a");

    assertThat(Tracing.failureCount()).isPositive();
  }

  @Test
  void installingAnewInTheMiddleOfCallsEndsThemAsTheyBegan() {
    try (Recorded first = Recorded.withDefaults()) {
      try (Recorded second = reinstalling()) {
        echo("after");

        assertThat(first.tree()).isEqualTo("reinstalling\n");
        assertThat(second.tree()).isEqualTo("echo\n");
      }
    }
  }

  @Test
  void whatACallWasGivenIsNotHeldAfterIt() {
    try (Recorded recorded = Recorded.withDefaults()) {
      WeakReference<Object> given = echoed();
      for (int i = 0; i < 50 && given.get() != null; i++) {
        System.gc();
      }

      assertThat(given.get()).isNull();
      assertThat(recorded.tree()).isEqualTo("echo\n");
    }
  }

  private WeakReference<Object> echoed() {
    Object given = new byte[1000];
    assertThat(echo(given)).isSameAs(given);
    return new WeakReference<>(given);
  }

  private static void callAll(
      Class<?> type, Object receiver, Deque<Object> receivers, List<String> called)
      throws IllegalAccessException {
    for (Method method : type.getDeclaredMethods()) {
      boolean callable =
          Modifier.isPublic(method.getModifiers())
              && !method.isSynthetic()
              && Modifier.isStatic(method.getModifiers()) == (receiver == null);
      if (callable) {
        called.add(type.getSimpleName() + "." + method.getName());
        call(type, method, receiver, receivers);
      }
    }
  }

  private static void call(Class<?> type, Method method, Object receiver, Deque<Object> receivers)
      throws IllegalAccessException {
    Object[] nothing =
        Arrays.stream(method.getParameterTypes()).map(EntryPointsTest::nothing).toArray();
    try {
      Object result = method.invoke(receiver, nothing);
      if (result instanceof Scope scope) {
        scope.close();
      } else if (result != null && result.getClass().getPackageName().equals("io.spanloom")) {
        receivers.push(result);
      }
    } catch (InvocationTargetException thrown) {
      boolean isRejection =
          CONFIGURATION.contains(type)
              && (thrown.getCause() instanceof NullPointerException
                  || thrown.getCause() instanceof IllegalArgumentException);
      boolean ownCode =
          thrown.getCause() instanceof NullPointerException
              && Arrays.stream(method.getParameterTypes())
                  .anyMatch(parameter -> parameter.isAnnotationPresent(FunctionalInterface.class));
      assertThat(isRejection || ownCode).as(method + " threw " + thrown.getCause()).isTrue();
    }
  }

  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    return type == double.class ? (Object) Double.NaN : null;
  }

  private static List<? extends Class<?>> publicApi() {
    return new ClassFileImporter()
        .importUrl(Spanloom.class.getProtectionDomain().getCodeSource().getLocation()).stream()
            .filter(type -> type.getPackageName().equals("io.spanloom") && type.isTopLevelClass())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::reflect)
            .toList();
  }

  private static OpenTelemetry withProcessor(SpanProcessor processor) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(processor).build())
        .build();
  }

  @Task
  Object echo(Object value) {
    return value;
  }

  @Task
  void stop(Error error) {
    throw error;
  }

  /** Searches. */
  @Tool
  CharSequence search(CharSequence query) {
    return query;
  }

  @Task
  Recorded reinstalling() {
    return Recorded.withDefaults();
  }

  /** Like {@code ThreadDeath}: not even an exception. */
  private static final class Stop extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Text that no heap can hold. */
  private static final class Endless implements CharSequence {

    @Override
    public int length() {
      return Integer.MAX_VALUE;
    }

    @Override
    public char charAt(int index) {
      return 'x';
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return "x".repeat(end - start);
    }

    @Override
    public String toString() {
      throw new OutOfMemoryError("as the heap would");
    }
  }

  /** Fails with an error wherever the SDK lets it. */
  private static final class Broken implements SpanProcessor {

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      throw new Stop();
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
