package io.spanloom.internal.role;

import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.convention.SpanRole;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The roles that calls can have. */
public final class CallRoles {

  private static final Map<SpanRole, CallRole> BY_SPAN_ROLE = new EnumMap<>(SpanRole.class);

  static {
    add(new RunRole(SpanRole.WORKFLOW));
    add(new RunRole(SpanRole.AGENT));
    add(new TaskRole());
    add(new ToolRole());
    add(new ModelCallRole());
    add(new DocumentsRole(SpanRole.RETRIEVAL));
    add(new DocumentsRole(SpanRole.RERANK));
    add(new EmbeddingRole());
    add(new GuardrailRole());
    add(new EvaluationRole());
  }

  private CallRoles() {}

  public static CallRole of(SpanRole spanRole) {
    return Objects.requireNonNull(BY_SPAN_ROLE.get(spanRole));
  }

  private static void add(CallRole role) {
    BY_SPAN_ROLE.put(role.spanRole(), role);
  }
}
