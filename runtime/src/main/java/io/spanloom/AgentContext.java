package io.spanloom;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Scope;
import io.spanloom.internal.call.SessionScope;
import io.spanloom.internal.session.SessionValues;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what the running code works for: every span below carries it.
 *
 * <p>{@code session.id} and {@code gen_ai.conversation.id}, {@code user.id}, {@code app.tenant_id},
 * {@code app.feature}, and attributes of the application's own. Contexts nest: what an inner one
 * leaves out, the outer one says.
 */
public final class AgentContext {

  private final SessionValues values;

  /** The session of code that is in none; {@code null} if there is none to join. */
  private final @Nullable String defaultSession;

  private AgentContext(SessionValues values, @Nullable String defaultSession) {
    this.values = values;
    this.defaultSession = defaultSession;
  }

  /** A context that says nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes this the context of the running code until the scope is closed, on the same thread.
   *
   * <p>Tasks handed to other threads take it along, and keep it when the scope is closed. Within a
   * workflow or agent they keep it until that ends.
   *
   * <p>Without an OpenTelemetry to trace with it does nothing.
   */
  public Scope makeCurrent() {
    return SessionScope.enter(values, defaultSession);
  }

  /** Collects what the context says; {@code null} or blank leaves it to the outer one. */
  public static final class Builder {

    private @Nullable String sessionId;
    private @Nullable String defaultSession;
    private @Nullable String userId;
    private @Nullable String tenant;
    private @Nullable String feature;
    private final AttributesBuilder own = Attributes.builder();

    private Builder() {}

    /** The session (conversation), as the application or the provider issued it. */
    public Builder sessionId(@Nullable String id) {
      this.sessionId = id;
      return this;
    }

    /** The session, unless the code runs in one already; for frameworks that have ids of theirs. */
    public Builder defaultSessionId(@Nullable String id) {
      this.defaultSession = id;
      return this;
    }

    /** The user served. */
    public Builder userId(@Nullable String id) {
      this.userId = id;
      return this;
    }

    /** The tenant served. */
    public Builder tenant(@Nullable String id) {
      this.tenant = id;
      return this;
    }

    /** The feature that runs. */
    public Builder feature(@Nullable String name) {
      this.feature = name;
      return this;
    }

    /** An attribute of the application's own. */
    public <T> Builder attribute(AttributeKey<T> key, @Nullable T value) {
      if (value != null) {
        own.put(key, value);
      }
      return this;
    }

    /** The context. */
    public AgentContext build() {
      return new AgentContext(
          new SessionValues(sessionId, userId, tenant, feature, own.build()), defaultSession);
    }
  }
}
