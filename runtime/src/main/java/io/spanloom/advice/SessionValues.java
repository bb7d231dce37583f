package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What every span of a session carries.
 *
 * @param sessionId the session, or {@code null}
 * @param userId the user, or {@code null}
 * @param tenant the tenant, {@code app.tenant_id}, or {@code null}
 * @param feature the feature, {@code app.feature}, or {@code null}
 * @param own the application's own attributes
 */
public record SessionValues(
    @Nullable String sessionId,
    @Nullable String userId,
    @Nullable String tenant,
    @Nullable String feature,
    Attributes own) {

  static final SessionValues NONE = new SessionValues(null, null, null, null, Attributes.empty());

  private static final AttributeKey<String> TENANT = stringKey("app.tenant_id");
  private static final AttributeKey<String> FEATURE = stringKey("app.feature");

  static SessionValues of(@Nullable String sessionId, @Nullable String userId) {
    return new SessionValues(sessionId, userId, null, null, Attributes.empty());
  }

  /** These values where they are set, the outer ones elsewhere. */
  SessionValues within(SessionValues outer) {
    return new SessionValues(
        sessionId == null ? outer.sessionId : sessionId,
        userId == null ? outer.userId : userId,
        tenant == null ? outer.tenant : tenant,
        feature == null ? outer.feature : feature,
        outer.own.isEmpty() ? own : outer.own.toBuilder().putAll(own).build());
  }

  Attributes attributes(Tracing tracing) {
    AttributesBuilder attributes = own.toBuilder();
    if (tenant != null) {
      attributes.put(TENANT, tenant);
    }
    if (feature != null) {
      attributes.put(FEATURE, feature);
    }
    tracing.conventions().session(sessionId, userId, Prepared.sink(attributes));
    return attributes.build();
  }
}
