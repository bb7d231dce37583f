package io.spanloom.internal.metric;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.spanloom.annotations.GenAi;
import io.spanloom.internal.convention.Identity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The attributes that measurements are recorded with: made once for each sort of call. */
final class Series {

  private static final AttributeKey<String> OPERATION = stringKey(GenAi.OPERATION_NAME);
  private static final AttributeKey<String> REQUEST_MODEL = stringKey(GenAi.REQUEST_MODEL);
  private static final AttributeKey<String> RESPONSE_MODEL = stringKey(GenAi.RESPONSE_MODEL);
  private static final AttributeKey<String> TOOL_NAME = stringKey(GenAi.TOOL_NAME);
  private static final AttributeKey<String> TOOL_TYPE = stringKey(GenAi.TOOL_TYPE);
  private static final AttributeKey<String> AGENT_NAME = stringKey(GenAi.AGENT_NAME);
  private static final AttributeKey<String> WORKFLOW_NAME = stringKey(GenAi.WORKFLOW_NAME);
  private static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  private static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  /** Beyond, everything is forgotten and made anew: names may be dynamic. */
  private static final int MAX_CACHED = 1000;

  /** Calls with longer texts are not remembered: names may be anything. */
  private static final int MAX_LENGTH = 8192;

  private final AttributeKey<String> provider;
  private final Cardinality cardinality;
  private final Map<Measured, Attributes> made = new ConcurrentHashMap<>();

  Series(MetricConvention convention, Cardinality cardinality) {
    this.provider = stringKey(convention.providerKey());
    this.cardinality = cardinality;
  }

  Attributes of(Measured measured) {
    Attributes cached = made.get(measured);
    if (cached != null) {
      return cached;
    }
    if (made.size() >= MAX_CACHED) {
      made.clear();
    }
    Attributes fresh = make(measured);
    if (measured.length() <= MAX_LENGTH) {
      made.put(measured, fresh);
    }
    return fresh;
  }

  private Attributes make(Measured measured) {
    Identity identity = measured.identity();
    AttributesBuilder series = Attributes.builder();
    put(series, OPERATION, identity.operation());
    identify(series, identity, measured);
    put(series, ERROR_TYPE, measured.errorType());
    measured
        .session()
        .forEach((key, value) -> put(series, stringKey(key.getKey()), String.valueOf(value)));
    return series.build();
  }

  private void identify(AttributesBuilder series, Identity identity, Measured measured) {
    switch (identity.role()) {
      case WORKFLOW -> put(series, WORKFLOW_NAME, identity.name());
      case AGENT -> put(series, AGENT_NAME, identity.name());
      case TOOL -> {
        put(series, TOOL_NAME, identity.name());
        put(series, TOOL_TYPE, identity.toolType());
        put(series, AGENT_NAME, identity.agentName());
      }
      default -> {
        put(series, provider, identity.provider());
        put(series, REQUEST_MODEL, identity.model());
        put(series, SERVER_ADDRESS, measured.serverAddress());
        if (measured.serverPort() != null) {
          series.put(SERVER_PORT, measured.serverPort());
        }
        put(series, RESPONSE_MODEL, measured.responseModel());
      }
    }
  }

  private void put(AttributesBuilder series, AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      series.put(key, cardinality.bounded(key.getKey(), value));
    }
  }
}
