package io.spanloom.mcp;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The keys of OpenTelemetry's <a
 * href="https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/mcp.md">conventions
 * for MCP</a>, and the values that they fix.
 */
final class McpKeys {

  static final AttributeKey<String> METHOD = stringKey("mcp.method.name");
  static final AttributeKey<String> PROTOCOL_VERSION = stringKey("mcp.protocol.version");
  static final AttributeKey<String> SESSION_ID = stringKey("mcp.session.id");
  static final AttributeKey<String> REQUEST_ID = stringKey("jsonrpc.request.id");
  static final AttributeKey<String> STATUS_CODE = stringKey("rpc.response.status_code");
  static final AttributeKey<String> TRANSPORT = stringKey("network.transport");
  static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");

  static final String TOOL_CALL = "tools/call";
  static final String TOOL_ERROR = "tool_error";

  private McpKeys() {}
}
