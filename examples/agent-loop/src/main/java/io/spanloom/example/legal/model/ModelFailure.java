package io.spanloom.example.legal.model;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;

/** Words for a model call that failed, on one line, with what to do next. */
public final class ModelFailure {

  private ModelFailure() {}

  /** What went wrong at an address. */
  public static String describe(OpenAIException failure, ModelAddress address) {
    if (failure instanceof OpenAIServiceException exception) {
      return "Cannot get an answer from model %s: status %d, %s. %s"
          .formatted(address, exception.statusCode(), message(exception), nextStep(exception));
    }
    if (failure instanceof OpenAIIoException) {
      return "Cannot reach model %s: %s. Check OPENAI_BASE_URL and the network."
          .formatted(address, rootMessage(failure));
    }
    return "Cannot understand the answer of model %s: %s. Check that OPENAI_BASE_URL is an OpenAI-compatible endpoint."
        .formatted(address, message(failure));
  }

  private static String nextStep(OpenAIServiceException exception) {
    return switch (exception.statusCode()) {
      case 401, 403 -> "Check OPENAI_API_KEY.";
      case 404 -> "Check OPENAI_BASE_URL and OPENAI_MODEL.";
      case 429 -> "Wait, or check the limits of the account.";
      default -> exception.statusCode() < 500 ? "Check OPENAI_MODEL." : "Try again later.";
    };
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return message(root);
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip().replaceFirst("\\.$", "");
  }
}
