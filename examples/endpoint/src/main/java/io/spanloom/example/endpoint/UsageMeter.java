package io.spanloom.example.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Counts tokens from the length of the text, and remembers recent prompts to tell how much of a new
 * one a prompt cache would have known.
 *
 * <p>The rule for cached tokens is the one OpenAI documents: prompts of 1,024 tokens and more, by
 * their longest known prefix, in steps of 128.
 */
final class UsageMeter {

  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int SMALLEST_CACHED_PREFIX = 1024;
  private static final int CACHE_STEP = 128;
  private static final int REMEMBERED_PROMPTS = 32;
  private static final Pattern REASONING_MODEL = Pattern.compile("(o\\d|gpt-5).*");

  private final Deque<String> recentPrompts = new ArrayDeque<>();

  Usage measure(String model, JsonNode request, ChatReply reply) {
    String prompt = model + request.path("tools") + request.path("messages");
    int reasoning =
        REASONING_MODEL.matcher(model).matches() ? tokens(reply.reasoning().length()) : 0;
    int spoken = reply.text().length();
    for (ChatReply.Call call : reply.calls()) {
      spoken += call.tool().length() + call.arguments().toString().length();
    }
    return new Usage(
        tokens(prompt.length()), cachedTokens(prompt), tokens(spoken) + reasoning, reasoning);
  }

  private synchronized int cachedTokens(String prompt) {
    int longest = 0;
    for (String known : recentPrompts) {
      longest = Math.max(longest, commonPrefix(known, prompt));
    }
    recentPrompts.addLast(prompt);
    if (recentPrompts.size() > REMEMBERED_PROMPTS) {
      recentPrompts.removeFirst();
    }
    int tokens = longest / CHARACTERS_PER_TOKEN / CACHE_STEP * CACHE_STEP;
    return tokens < SMALLEST_CACHED_PREFIX ? 0 : tokens;
  }

  private static int commonPrefix(String a, String b) {
    int end = Math.min(a.length(), b.length());
    int i = 0;
    while (i < end && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int tokens(int characters) {
    return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }
}
