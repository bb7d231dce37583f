package io.spanloom.bedrock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.document.VoidDocumentVisitor;

/** Writes the SDK's free-form documents as the JSON that they are sent as. */
final class DocumentJson implements VoidDocumentVisitor {

  private final StringBuilder json = new StringBuilder();

  private DocumentJson() {}

  static String write(Document document) {
    DocumentJson writer = new DocumentJson();
    document.accept(writer);
    return writer.json.toString();
  }

  @Override
  public void visitNull() {
    json.append("null");
  }

  @Override
  public void visitBoolean(Boolean value) {
    json.append(value);
  }

  @Override
  public void visitString(String value) {
    string(value);
  }

  @Override
  public void visitNumber(SdkNumber value) {
    json.append(value.stringValue());
  }

  @Override
  public void visitMap(Map<String, Document> members) {
    json.append('{');
    String separator = "";
    for (Map.Entry<String, Document> member : members.entrySet()) {
      json.append(separator);
      string(member.getKey());
      json.append(':');
      element(member.getValue());
      separator = ",";
    }
    json.append('}');
  }

  @Override
  public void visitList(List<Document> elements) {
    json.append('[');
    String separator = "";
    for (Document element : elements) {
      json.append(separator);
      element(element);
      separator = ",";
    }
    json.append(']');
  }

  private void element(@Nullable Document document) {
    if (document == null) {
      visitNull();
    } else {
      document.accept(this);
    }
  }

  private void string(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
