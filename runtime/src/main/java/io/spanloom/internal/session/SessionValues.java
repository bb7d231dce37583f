package io.spanloom.internal.session;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import java.util.Map;
import java.util.Set;
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

  /** Blank is as good as not said. */
  public SessionValues {
    sessionId = Identifier.of(sessionId);
    userId = Identifier.of(userId);
    tenant = Identifier.of(tenant);
    feature = Identifier.of(feature);
  }

  public static final SessionValues NONE =
      new SessionValues(null, null, null, null, Attributes.empty());

  /** The values of code in no session, in a run that is not recorded. */
  public static final SessionValues UNRECORDED =
      new SessionValues(null, null, null, null, Attributes.empty());

  private static final String TENANT_KEY = "app.tenant_id";
  private static final String FEATURE_KEY = "app.feature";
  private static final AttributeKey<String> TENANT = stringKey(TENANT_KEY);
  private static final AttributeKey<String> FEATURE = stringKey(FEATURE_KEY);

  private static final Set<String> KNOWN =
      Set.of(
          OpenInference.SESSION_ID,
          GenAi.CONVERSATION_ID,
          OpenInference.USER_ID,
          TENANT_KEY,
          FEATURE_KEY);

  public static SessionValues of(@Nullable String sessionId, @Nullable String userId) {
    return new SessionValues(sessionId, userId, null, null, Attributes.empty());
  }

  /** Values by their keys; those without a meaning are the application's own. */
  public static SessionValues of(Map<String, String> values) {
    AttributesBuilder own = Attributes.builder();
    values.forEach(
        (key, value) -> {
          if (!KNOWN.contains(key)) {
            own.put(key, value);
          }
        });
    String session = values.get(OpenInference.SESSION_ID);
    return new SessionValues(
        session == null ? values.get(GenAi.CONVERSATION_ID) : session,
        values.get(OpenInference.USER_ID),
        values.get(TENANT.getKey()),
        values.get(FEATURE.getKey()),
        own.build());
  }

  /** Whether the code is in no session, in a run that is not recorded. */
  @SuppressWarnings("ReferenceEquality") // a session may say nothing, and is one all the same
  public boolean isUnrecorded() {
    return this == UNRECORDED;
  }

  /** The value of a key as text, or {@code null}. */
  @Nullable String value(String key) {
    return switch (key) {
      case OpenInference.SESSION_ID, GenAi.CONVERSATION_ID -> sessionId;
      case OpenInference.USER_ID -> userId;
      case TENANT_KEY -> tenant;
      case FEATURE_KEY -> feature;
      default -> ownValue(key);
    };
  }

  private @Nullable String ownValue(String key) {
    for (Map.Entry<AttributeKey<?>, Object> entry : own.asMap().entrySet()) {
      if (entry.getKey().getKey().equals(key)) {
        return String.valueOf(entry.getValue());
      }
    }
    return null;
  }

  /** These values where they are set, the outer ones elsewhere. */
  public SessionValues within(SessionValues outer) {
    return new SessionValues(
        sessionId == null ? outer.sessionId : sessionId,
        userId == null ? outer.userId : userId,
        tenant == null ? outer.tenant : tenant,
        feature == null ? outer.feature : feature,
        outer.own.isEmpty() ? own : outer.own.toBuilder().putAll(own).build());
  }

  /**
   * The attributes that say so on spans.
   *
   * @param showsUsers whether spans may say which user they serve
   */
  public Attributes attributes(Conventions conventions, boolean showsUsers) {
    AttributesBuilder attributes = own.toBuilder();
    if (tenant != null) {
      attributes.put(TENANT, tenant);
    }
    if (feature != null) {
      attributes.put(FEATURE, feature);
    }
    conventions.session(sessionId, showsUsers ? userId : null, AttributeSink.into(attributes));
    return attributes.build();
  }
}
