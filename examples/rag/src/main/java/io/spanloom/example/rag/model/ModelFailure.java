package io.spanloom.example.rag.model;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Words for a model call that failed, on one line, with what to do next. */
public final class ModelFailure {

  private ModelFailure() {}

  /** What went wrong at an address. */
  public static String describe(RuntimeException failure, ModelAddress address) {
    HttpException exception = cause(failure, HttpException.class);
    if (exception != null) {
      return "Cannot get an answer from model %s: status %d, %s. %s"
          .formatted(address, exception.statusCode(), message(exception), nextStep(failure));
    }
    IOException broken = cause(failure, IOException.class);
    if (broken != null) {
      return "Cannot reach model %s: %s. Check OPENAI_BASE_URL and the network."
          .formatted(address, message(broken));
    }
    return "Cannot understand the answer of model %s: %s. Check that OPENAI_BASE_URL is an OpenAI-compatible endpoint."
        .formatted(address, message(failure));
  }

  private static String nextStep(RuntimeException failure) {
    if (failure instanceof AuthenticationException) {
      return "Check OPENAI_API_KEY.";
    }
    if (failure instanceof ModelNotFoundException) {
      return "Check OPENAI_BASE_URL and OPENAI_MODEL.";
    }
    if (failure instanceof RateLimitException) {
      return "Wait, or check the limits of the account.";
    }
    return failure instanceof InternalServerException ? "Try again later." : "Check OPENAI_MODEL.";
  }

  private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
    Throwable at = failure;
    while (at != null && !type.isInstance(at)) {
      at = at.getCause();
    }
    return type.cast(at);
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip().replaceFirst("\\.$", "");
  }
}
