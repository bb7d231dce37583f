package io.spanloom.internal.convention;

import io.spanloom.internal.content.BoundedJson;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.RawJson;
import io.spanloom.llm.LlmPart;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a message as the GenAI conventions' schemas have it. */
sealed interface GenAiPart {

  /** Counts what it takes of the value's bound. */
  void count(MessageBudget budget);

  /** The least number of characters that it takes. */
  int minimum();

  /** Writes it as far as the bound allows; what its schema requires is there in any case. */
  void write(MessageBudget budget, BoundedJson out) throws IOException;

  /** Of most parts one text alone may be long. */
  record Simple(
      String type,
      @Nullable String id,
      @Nullable String name,
      String textName,
      @Nullable Object text,
      boolean textRequired)
      implements GenAiPart {

    @Override
    public void count(MessageBudget budget) {
      budget.structure();
      budget.kept(type);
      budget.kept(id);
      budget.kept(name);
      budget.text(text);
    }

    @Override
    public int minimum() {
      return MessageBudget.STRUCTURE + length(id) + length(name);
    }

    @Override
    public void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.required("type", type);
      if (id != null) {
        out.required("id", id);
      }
      if (name != null) {
        out.required("name", name);
      }
      if (text != null || textRequired) {
        out.required(textName, budget.fitted(text));
      }
      out.endObject();
    }
  }

  /**
   * What a model thought.
   *
   * @param text what may be shown of it
   * @param signature what may be shown of its signature
   */
  record Reasoning(@Nullable String id, Object text, LlmPart.@Nullable Blob signature)
      implements GenAiPart {

    @Override
    public void count(MessageBudget budget) {
      budget.structure();
      budget.kept(id);
      budget.text(text);
    }

    @Override
    public int minimum() {
      return MessageBudget.STRUCTURE + length(id);
    }

    @Override
    public void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.required("type", "reasoning");
      if (id != null) {
        out.required("id", id);
      }
      out.required("content", budget.fitted(text));
      if (signature != null && budget.takesData(signature.base64Length() + 16)) {
        out.required("signature", MessageBudget.data(signature));
      }
      out.endObject();
    }
  }

  /**
   * Media: data, where it is, or which file it is.
   *
   * @param name the member that tells
   * @param value the data, or a text
   */
  record Media(String type, String modality, @Nullable String mimeType, String name, Object value)
      implements GenAiPart {

    @Override
    public void count(MessageBudget budget) {
      budget.structure();
      budget.kept(type);
      budget.kept(modality);
      budget.kept(mimeType);
      if (value instanceof LlmPart.Blob) {
        budget.kept(ContentPolicy.MASK);
      } else {
        budget.text(value);
      }
    }

    @Override
    public int minimum() {
      return MessageBudget.STRUCTURE + length(mimeType) + ContentPolicy.MASK.length();
    }

    @Override
    public void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.required("type", type);
      if (mimeType != null) {
        out.required("mime_type", mimeType);
      }
      out.required("modality", modality);
      if (value instanceof LlmPart.Blob blob) {
        boolean fits = budget.takesData(blob.base64Length());
        out.required(name, fits ? MessageBudget.data(blob) : ContentPolicy.MASK);
      } else {
        out.required(name, budget.fitted(value));
      }
      out.endObject();
    }
  }

  /**
   * What a tool was asked, or answered, that the provider runs itself.
   *
   * @param tool the type of the part's details of the call
   * @param json what it was called with or returned, as far as it may be shown
   */
  record ServerTool(
      String type,
      @Nullable String id,
      @Nullable String name,
      String tool,
      String jsonName,
      @Nullable Object json)
      implements GenAiPart {

    @Override
    public void count(MessageBudget budget) {
      budget.structure();
      budget.structure();
      budget.kept(id);
      budget.kept(name);
      budget.kept(tool);
      budget.text(json);
    }

    @Override
    public int minimum() {
      return 2 * MessageBudget.STRUCTURE + length(id) + length(name) + length(tool);
    }

    @Override
    public void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.required("type", type);
      if (id != null) {
        out.required("id", id);
      }
      if (name != null) {
        out.required("name", name);
      }
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("type", tool);
      Object shown = budget.fitted(json);
      if (shown != null) {
        details.put(jsonName, shown);
      }
      out.required(type, details);
      out.endObject();
    }
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** JSON text, or what stands for it. */
  static @Nullable Object json(@Nullable String text, boolean hidden) {
    return text == null ? null : hidden ? ContentPolicy.MASK : new RawJson(text);
  }
}
