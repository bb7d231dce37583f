package io.spanloom.googlegenai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.types.Blob;
import com.google.genai.types.CodeExecutionResult;
import com.google.genai.types.Content;
import com.google.genai.types.ExecutableCode;
import com.google.genai.types.FileData;
import com.google.genai.types.Part;
import io.spanloom.llm.LlmPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of what is said, but for function calls and their results. */
final class Parts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CODE = "code_execution";

  /** The oldest version of the SDK that is supported has no signatures. */
  private static final boolean HAS_SIGNATURES =
      Arrays.stream(Part.class.getMethods())
          .anyMatch(method -> method.getName().equals("thoughtSignature"));

  private Parts() {}

  static List<LlmPart> read(Content content) {
    List<LlmPart> parts = new ArrayList<>();
    for (Part part : content.parts().orElse(List.of())) {
      LlmPart read = read(part);
      if (read != null) {
        parts.add(read);
      }
    }
    return parts;
  }

  /** The signature of the reasoning behind a part, as it goes over the wire. */
  static @Nullable String signature(Part part) {
    return HAS_SIGNATURES
        ? part.thoughtSignature()
            .map(signature -> Base64.getEncoder().encodeToString(signature))
            .orElse(null)
        : null;
  }

  private static @Nullable LlmPart read(Part part) {
    if (part.functionCall().isPresent() || part.functionResponse().isPresent()) {
      return null;
    }
    if (part.text().isPresent()) {
      return part.thought().orElse(false)
          ? new LlmPart.Reasoning(part.text().get(), signature(part))
          : text(part.text().get(), signature(part));
    }
    if (part.inlineData().isPresent()) {
      return data(part.inlineData().get());
    }
    if (part.fileData().isPresent()) {
      return file(part.fileData().get());
    }
    if (part.executableCode().isPresent()) {
      return code(part.executableCode().get());
    }
    return part.codeExecutionResult().isPresent()
        ? result(part.codeExecutionResult().get())
        : other(part);
  }

  /** A signature may come with an empty text, after all else. */
  private static @Nullable LlmPart text(String text, @Nullable String signature) {
    return text.isEmpty() && signature == null ? null : new LlmPart.Text(text, signature);
  }

  private static LlmPart data(Blob blob) {
    return LlmPart.Blob.ofBytes(
        null, blob.mimeType().orElse(null), blob.data().orElse(new byte[0]));
  }

  private static @Nullable LlmPart file(FileData file) {
    String type = file.mimeType().orElse(null);
    return file.fileUri()
        .map(uri -> LlmPart.ofUrl(LlmPart.modality(null, type), type, uri))
        .orElse(null);
  }

  private static LlmPart code(ExecutableCode code) {
    return new LlmPart.ServerToolCall(null, CODE, code.toJson());
  }

  private static LlmPart result(CodeExecutionResult result) {
    return new LlmPart.ServerToolResult(null, CODE, result.toJson());
  }

  /** What this does not know by the name of its member, as it goes over the wire. */
  private static @Nullable LlmPart other(Part part) {
    try {
      JsonNode read = JSON.readTree(part.toJson());
      Iterator<String> members = read.fieldNames();
      String kind = members.hasNext() ? members.next() : null;
      return kind == null ? null : new LlmPart.Other(kind, read.path(kind).toString());
    } catch (JsonProcessingException notWrittenByTheSdk) {
      return null;
    }
  }
}
