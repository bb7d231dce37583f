package io.spanloom.llm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a streamed message says beyond its text, each part with the place in the text at which it
 * came. Bounded: reasoning like text, the number of parts, and the data in them.
 */
final class StreamedParts {

  /** As many as a provider's own tools reasonably run for one answer. */
  private static final int MAX_PARTS = 128;

  private final int maxText;
  private final List<Placed> parts = new ArrayList<>(2);
  private int reasoned;
  private long kept;

  StreamedParts(int maxText) {
    this.maxText = maxText;
  }

  /** More of what the model thinks: it goes on with the part that came last if that is the same. */
  void reasoning(@Nullable String id, @Nullable String delta, @Nullable String signature, int at) {
    Placed last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    Thought thought =
        last != null && last.at == at && last.part instanceof Thought open && open.isSame(id)
            ? open
            : null;
    if (thought == null) {
      if (parts.size() >= MAX_PARTS) {
        return;
      }
      thought = new Thought();
      parts.add(new Placed(at, thought));
    }
    thought.id = id == null ? thought.id : id;
    if (delta != null) {
      int room = Math.max(0, Math.min(delta.length(), maxText - reasoned));
      thought.text.append(delta, 0, room);
      reasoned += room;
    }
    if (signature != null && signature.length() <= maxText) {
      thought.signature = signature;
    }
  }

  /** A piece of the text is a refusal: it goes on with the part that came last if that is one. */
  void refusal(int from, int to) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).part instanceof Refused refused && refused.to == from) {
      parts.set(last, new Placed(parts.get(last).at, new Refused(to)));
    } else if (parts.size() < MAX_PARTS) {
      parts.add(new Placed(from, new Refused(to)));
    }
  }

  /** A part that came in one piece. Data that could not be recorded is not kept. */
  void add(LlmPart part, int at) {
    if (parts.size() < MAX_PARTS) {
      parts.add(new Placed(at, bounded(part)));
    }
  }

  void addFirst(LlmPart part) {
    if (parts.size() < MAX_PARTS) {
      parts.add(0, new Placed(0, bounded(part)));
    }
  }

  private LlmPart bounded(LlmPart part) {
    if (part instanceof LlmPart.Text text) {
      int room = (int) Math.max(0, Math.min(text.text().length(), maxText - kept));
      kept += room;
      return new LlmPart.Text(text.text().substring(0, room), keptOrNull(text.signature()));
    }
    if (part instanceof LlmPart.Reasoning reasoning) {
      return new LlmPart.Reasoning(
          reasoning.id(),
          keptOrNull(reasoning.text()),
          keptOrNull(reasoning.signature()),
          keptOrNull(reasoning.encrypted()),
          reasoning.redacted());
    }
    if (part instanceof LlmPart.Blob blob && !keeps(blob.base64Length())) {
      return new LlmPart.Blob(
          blob.modality(), blob.mimeType(), Long.MAX_VALUE, () -> ""); // hidden as too long
    }
    return boundedJson(part);
  }

  private LlmPart boundedJson(LlmPart part) {
    if (part instanceof LlmPart.ServerToolCall call) {
      return new LlmPart.ServerToolCall(call.id(), call.name(), keptOrNull(call.arguments()));
    }
    if (part instanceof LlmPart.ServerToolResult result) {
      return new LlmPart.ServerToolResult(result.id(), result.name(), keptOrNull(result.result()));
    }
    return part instanceof LlmPart.Other other
        ? new LlmPart.Other(other.type(), keptOrNull(other.json()))
        : part;
  }

  private @Nullable String keptOrNull(@Nullable String text) {
    return text == null || keeps(text.length()) ? text : null;
  }

  private boolean keeps(long length) {
    boolean fits = kept + length <= maxText;
    kept += fits ? length : 0;
    return fits;
  }

  /** All parts in their order, with the pieces of the text between them. */
  List<LlmPart> with(String text) {
    List<LlmPart> all = new ArrayList<>(2 * parts.size() + 1);
    int from = 0;
    for (Placed placed : parts) {
      int at = Math.min(placed.at, text.length());
      addText(text, from, at, all);
      from = Math.max(from, at);
      if (placed.part instanceof Refused refused) {
        all.add(new LlmPart.Refusal(text.substring(from, refused.to)));
        from = refused.to;
      } else {
        all.add(placed.part instanceof Thought thought ? thought.whole() : (LlmPart) placed.part);
      }
    }
    addText(text, from, text.length(), all);
    return all;
  }

  private static void addText(String text, int from, int to, List<LlmPart> all) {
    if (to > from) {
      all.add(new LlmPart.Text(text.substring(from, to)));
    }
  }

  private record Placed(int at, Object part) {}

  /** A refusal, and where in the text it ends. */
  private record Refused(int to) {}

  private static final class Thought {

    private final StringBuilder text = new StringBuilder();
    private @Nullable String id;
    private @Nullable String signature;

    private boolean isSame(@Nullable String other) {
      return other == null || id == null || id.equals(other);
    }

    private LlmPart.Reasoning whole() {
      return new LlmPart.Reasoning(
          id, text.isEmpty() ? null : text.toString(), signature, null, false);
    }
  }
}
