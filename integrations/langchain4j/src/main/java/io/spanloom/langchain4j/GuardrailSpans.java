package io.spanloom.langchain4j;

import dev.langchain4j.guardrail.Guardrail;
import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import io.opentelemetry.context.Scope;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The spans of guardrails. */
@SuppressWarnings("try") // a scope is only there to be closed
final class GuardrailSpans {

  private static final String PASSED = "spanloom.guardrail.passed";
  private static final String OUTCOME = "spanloom.guardrail.outcome";
  private static final String REASON = "spanloom.guardrail.reason";

  private GuardrailSpans() {}

  /** Executes a guardrail in a span, unless the build has woven the guardrail. */
  static <R extends GuardrailResult<R>> R trace(Guardrail<?, R> guardrail, Supplier<R> validation) {
    Class<?> type = guardrail.getClass();
    if (WovenTools.hasAspect(type)) {
      return validation.get();
    }
    StartedSpan span = Spans.guardrail(name(type)).start();
    R result;
    try (Scope ignored = span.makeCurrent()) {
      result = validation.get();
    } catch (Throwable thrown) {
      span.fail(thrown);
      throw thrown;
    }
    end(span, result);
    return result;
  }

  /** A guardrail that stops something has done its work: that is no error of the span. */
  private static void end(StartedSpan span, GuardrailResult<?> result) {
    span.setAttribute(PASSED, result.isSuccess());
    span.setAttribute(OUTCOME, outcome(result));
    if (!result.isSuccess()) {
      span.setAttribute(REASON, result.toString());
    }
    span.end();
  }

  /** What follows of an output's failure: the model is asked again, or told why. */
  private static String outcome(GuardrailResult<?> result) {
    if (result instanceof OutputGuardrailResult output) {
      if (output.isReprompt()) {
        return "reprompt";
      }
      if (output.isRetry()) {
        return "retry";
      }
    }
    return result.result().name().toLowerCase(Locale.ROOT);
  }

  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    return name.isEmpty() ? type.getName() : name;
  }

  /** The factory that LangChain4j would use if this one were not there. */
  static <F> @Nullable F otherThan(F own, Class<F> type) {
    for (F factory : ServiceLoader.load(type)) {
      if (factory.getClass() != own.getClass()) {
        return factory;
      }
    }
    return null;
  }
}
