package io.spanloom.internal.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys with a known prefix of their issuer, up to a hyphen or underscore. */
final class IssuedKeys {

  private static final int LONGEST_PREFIX = 8;
  private static final int LONG_PART = 16;
  private static final int LONG_KEY = 40;
  private static final int SHORT_KEY = 12;
  private static final int SHORT_PART = 7;

  /**
   * What must follow the prefix. {@code strict} ones are also parts of names, as {@code sk-learn},
   * so that their keys must be longer. {@code base64} ones have slashes too, between which nothing
   * may be long.
   */
  private record Issue(boolean strict, boolean base64, List<String> next) {

    static Issue ambiguous(String... next) {
      return new Issue(true, false, List.of(next));
    }

    static Issue distinct(String... next) {
      return new Issue(false, false, List.of(next));
    }
  }

  /** A table with open addressing: hyphens and underscores are frequent, and few are prefixes'. */
  private static final int SLOTS = 1024;

  private static final long[] CODES = new long[SLOTS];
  private static final Issue[] ISSUES = new Issue[SLOTS];

  /** By the last character of a prefix, which ones are before it, by their lowest six bits. */
  private static final long[] BEFORE_LAST = new long[128];

  static {
    String distinct =
        "gsk_ xai- pplx- r8_ npm_ pypi- ghp_ gho_ ghu_ ghs_ ghr_ glpat- gldt- glrt- glft- glcbt-"
            + " glptt- glimt- glagent- gloas- glsoat- xoxb- xoxa- xoxp- xoxr- xoxs- xoxe- xoxc-"
            + " xoxd- xapp- shpat_ shpss_ shpca_ shppa_ figd_ figu_ glsa_ GOCSPX- xkeysib-"
            + " xsmtpsib- PMAK- NRAK- NRJS- NRII- CFPAT- BBDC- sntrys_ sntryu_ rubygems_ tvly-"
            + " nvapi- csk- pcsk_ rnd_ sq0atp- sq0csp- EZAK- EZTK- FLWSECK- aio_ flyv1_ fm1_ fm2_"
            + " dnkey- oy2- vercel_ sgp_ rdme_ tfp_ tskey- kgat_ lsk_ hf_ e2b_ jina_ ntn_ nfp_ rpa_"
            + " sbp_ phc_ phx_";
    String ambiguous = "sk- key- pa- fw_ fc- pul- re_ glc_ fo1_ fal_ vck_ m0- dt0c01-";
    for (String prefix : distinct.split(" ", -1)) {
      put(prefix, Issue.distinct());
    }
    for (String prefix : ambiguous.split(" ", -1)) {
      put(prefix, Issue.ambiguous());
    }
    put("sk_", Issue.ambiguous("live_", "test_"));
    put("pk_", Issue.ambiguous("live_", "test_"));
    put("rk_", Issue.ambiguous("live_", "test_"));
    put("pk-", Issue.ambiguous("lf-"));
    put("sb_", Issue.ambiguous("secret_"));
    put("github_", Issue.ambiguous("pat_"));
    put("lin_", Issue.ambiguous("api_", "oauth_"));
    put("lsv2_", Issue.ambiguous("pt_", "sk_"));
    put("apify_", Issue.ambiguous("api_"));
    put("dop_", Issue.distinct("v1_"));
    put("doo_", Issue.distinct("v1_"));
    put("dor_", Issue.distinct("v1_"));
    put("tgp_", Issue.distinct("v1_"));
    put("dckr_", Issue.distinct("pat_", "oat_"));
    put("pscale_", Issue.distinct("tkn_", "pw_", "oauth_"));
    put("duffel_", Issue.distinct("live_", "test_"));
    put("shippo_", Issue.distinct("live_", "test_"));
    put("whsec_", new Issue(false, true, List.of()));
    put("ops_", Issue.ambiguous("eyJ"));
    put("secret_", Issue.ambiguous());
    put("AGE-", Issue.distinct("SECRET-KEY-"));
  }

  private IssuedKeys() {}

  private static void put(String prefix, Issue issue) {
    int separator = prefix.length() - 1;
    BEFORE_LAST[prefix.charAt(separator - 1)] |= 1L << prefix.charAt(separator - 2);
    long code = code(prefix);
    int slot = slot(code);
    while (CODES[slot] != 0) {
      slot = (slot + 1) % SLOTS;
    }
    CODES[slot] = code;
    ISSUES[slot] = issue;
  }

  private static @Nullable Issue find(long code) {
    int slot = slot(code);
    while (CODES[slot] != 0) {
      if (CODES[slot] == code) {
        return ISSUES[slot];
      }
      slot = (slot + 1) % SLOTS;
    }
    return null;
  }

  private static int slot(long code) {
    return (int) ((code * 0x9E3779B97F4A7C15L) >>> 54);
  }

  /** Looks to both sides of a hyphen or underscore. */
  static int look(CharSequence text, int at, ScanState scan) {
    if (!mayEnd(text, at)) {
      return at + 1;
    }
    int start = at;
    long code = text.charAt(at) & 3;
    while (start > 0
        && at - start <= LONGEST_PREFIX
        && Texts.isAlphanumeric(text.charAt(start - 1))) {
      start--;
      code = (code << 7) | text.charAt(start);
    }
    int length = at - start;
    if (length < 2 || length > LONGEST_PREFIX || !Texts.startsWord(text, start)) {
      return at + 1;
    }
    Issue issue = find(code);
    if (issue == null || !goesOn(text, at + 1, issue)) {
      return at + 1;
    }
    int seen = end(text, at + 1, at + 1 + LONG_KEY);
    if (issue.base64()) {
      seen = base64End(text, at + 1, at + 1 + LONG_KEY);
    }
    boolean key =
        isRandom(text, at + 1, seen) || (!issue.strict() && isShortKey(text, at + 1, seen));
    if (!key) {
      return at + 1;
    }
    int end = base64End(text, at + 1, text.length());
    scan.found(start, end, "API_KEY");
    return end;
  }

  /** Two characters rule out nearly all that is before a hyphen or underscore. */
  private static boolean mayEnd(CharSequence text, int at) {
    return at > 1 && (BEFORE_LAST[text.charAt(at - 1) & 127] & (1L << text.charAt(at - 2))) != 0;
  }

  /** Up to eight characters and what separates, exactly, in a number. */
  private static long code(String prefix) {
    long code = 0;
    for (int at = prefix.length() - 1; at >= 0; at--) {
      // The hyphen and the underscore differ in their last two bits.
      code = at == prefix.length() - 1 ? prefix.charAt(at) & 3 : (code << 7) | prefix.charAt(at);
    }
    return code;
  }

  private static boolean goesOn(CharSequence text, int at, Issue issue) {
    for (String next : issue.next()) {
      if (Texts.isAt(text, at, next)) {
        return true;
      }
    }
    return issue.next().isEmpty();
  }

  /** Names have short parts, as {@code sk-some-feature-of-ours}; keys have long ones. */
  private static boolean isRandom(CharSequence text, int start, int end) {
    int part = 0;
    boolean digit = false;
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      part = Texts.isAlphanumeric(character) ? part + 1 : 0;
      digit |= Texts.isDigit(character);
      if (part >= LONG_PART) {
        return true;
      }
    }
    return digit && end - start >= LONG_KEY;
  }

  /** Nothing else starts like them: digits and letters in parts will do. */
  private static boolean isShortKey(CharSequence text, int start, int end) {
    int part = 0;
    int longest = 0;
    int digits = 0;
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      part = Texts.isAlphanumeric(character) ? part + 1 : 0;
      longest = Math.max(longest, part);
      digits += Texts.isDigit(character) ? 1 : 0;
    }
    return digits > 0 && end - start >= SHORT_KEY && longest >= SHORT_PART;
  }

  /** Some issuers' keys go on in base64. */
  private static int base64End(CharSequence text, int from, int limit) {
    int end = end(text, from, limit);
    while (end < Math.min(limit, text.length()) && "+/=".indexOf(text.charAt(end)) >= 0) {
      end = end(text, end + 1, limit);
    }
    return end;
  }

  /** Where letters, digits, hyphens and underscores end, at the limit at the latest. */
  static int end(CharSequence text, int from, int limit) {
    int end = from;
    int last = Math.min(limit, text.length());
    while (end < last && (Texts.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    return end;
  }
}
