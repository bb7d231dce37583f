package io.spanloom.convention;

import io.spanloom.content.ContentPolicy;
import io.spanloom.content.RawJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares the bound of a value out among the texts of messages: short ones stay whole, long ones are
 * cut alike, and ids, names and roles are kept, so that no text costs a tool call its id.
 */
final class MessageBudget {

  /** More than the punctuation and member names of a message or part take. */
  private static final int STRUCTURE = 64;

  private static final List<String> TEXTS = List.of("content", "response", "arguments");

  private final ContentPolicy content;
  private final List<Integer> lengths = new ArrayList<>();
  private long budget;

  private MessageBudget(ContentPolicy content) {
    this.content = content;
    this.budget = content.settings().maxLength();
  }

  /** Cuts the messages' texts where they are. */
  static List<Map<String, Object>> fitted(
      List<Map<String, Object>> messages, ContentPolicy content) {
    new MessageBudget(content).fit(messages);
    return messages;
  }

  private void fit(List<Map<String, Object>> messages) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Map<String, Object> message : messages) {
      budget -= STRUCTURE;
      ((List<?>) message.getOrDefault("parts", List.of())).forEach(part -> add(part, parts));
    }
    int limit = limit();
    if (limit < Integer.MAX_VALUE) {
      parts.forEach(part -> cut(part, limit));
    }
  }

  @SuppressWarnings("unchecked") // parts are made as such maps
  private void add(Object part, List<Map<String, Object>> parts) {
    Map<String, Object> members = (Map<String, Object>) part;
    parts.add(members);
    budget -= STRUCTURE;
    members.forEach(
        (name, value) -> {
          if (TEXTS.contains(name)) {
            lengths.add(text(value).length());
          } else {
            budget -= text(value).length();
          }
        });
  }

  /** What each text may have; what short ones leave over goes to the others. */
  private int limit() {
    Collections.sort(lengths);
    long left = Math.max(0, budget);
    for (int i = 0; i < lengths.size(); i++) {
      long share = left / (lengths.size() - i);
      if (lengths.get(i) > share) {
        return (int) share;
      }
      left -= lengths.get(i);
    }
    return Integer.MAX_VALUE;
  }

  private void cut(Map<String, Object> part, int limit) {
    for (String name : TEXTS) {
      Object value = part.get(name);
      if (value != null && text(value).length() > limit) {
        part.put(name, head(redacted(value), limit));
      }
    }
  }

  /** Redacted before it is cut: half a secret is not recognised as one. */
  private @Nullable String redacted(Object value) {
    return value instanceof RawJson json ? content.json(json) : content.text(text(value));
  }

  private static String text(Object value) {
    return value instanceof RawJson json ? json.text() : value.toString();
  }

  /** The text's start, never half a character. */
  static String head(@Nullable String text, int limit) {
    if (text == null || text.length() <= limit) {
      return text == null ? "" : text;
    }
    boolean splits = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, splits ? limit - 1 : limit);
  }
}
