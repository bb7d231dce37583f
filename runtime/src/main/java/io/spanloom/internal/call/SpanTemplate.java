package io.spanloom.internal.call;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;

/** What spans of one identity have in common, computed once. */
public record SpanTemplate(Identity identity, String spanName, Attributes attributes) {

  /** The conventions have no key for it. */
  private static final AttributeKey<String> WORKFLOW_VERSION =
      stringKey("spanloom.workflow.version");

  public static SpanTemplate of(Conventions conventions, Identity identity) {
    AttributesBuilder attributes = Attributes.builder();
    conventions.identity(identity, AttributeSink.into(attributes));
    if (identity.role() == SpanRole.WORKFLOW && identity.version() != null) {
      attributes.put(WORKFLOW_VERSION, identity.version());
    }
    return new SpanTemplate(identity, identity.spanName(), attributes.build());
  }

  @SuppressWarnings("ReferenceEquality") // most often it is the very identity of the method
  public boolean isOf(Identity actual) {
    return identity == actual || identity.equals(actual);
  }
}
