package io.spanloom.internal.metric;

import io.opentelemetry.api.common.Attributes;
import io.spanloom.internal.convention.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one call's measurements.
 *
 * @param identity what the call's span is started with
 * @param session the attributes of the session that the user wants on metrics
 * @param serverAddress the server asked, or {@code null}
 * @param serverPort the server's port, or {@code null}
 * @param responseModel the model that answered, or {@code null}
 * @param errorType why the call failed, or {@code null} if it did not
 */
public record Measured(
    Identity identity,
    Attributes session,
    @Nullable String serverAddress,
    @Nullable Long serverPort,
    @Nullable String responseModel,
    @Nullable String errorType) {

  /** A call of which the outcome is not known yet. */
  public static Measured started(
      Identity identity,
      Attributes session,
      @Nullable String serverAddress,
      @Nullable Long serverPort) {
    return new Measured(identity, session, serverAddress, serverPort, null, null);
  }

  /** The same call with its outcome. */
  public Measured ended(@Nullable String model, @Nullable String error) {
    return model == null && error == null
        ? this
        : new Measured(identity, session, serverAddress, serverPort, model, error);
  }

  /** How many characters of text it holds. */
  public int length() {
    int length = identity.length() + length(serverAddress) + length(responseModel);
    for (Object value : session.asMap().values()) {
      length += value instanceof String text ? text.length() : 0;
    }
    return length + length(errorType);
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
