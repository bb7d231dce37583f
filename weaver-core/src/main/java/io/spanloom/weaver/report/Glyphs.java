package io.spanloom.weaver.report;

import java.nio.charset.Charset;

/**
 * The characters that draw a tree, for consoles that know box-drawing characters and for those that
 * do not.
 *
 * @param branch before a child that has younger siblings
 * @param last before the last child
 * @param trunk under a child that has younger siblings
 * @param blank under the last child
 * @param arrow between a method and its result
 * @param cycle after what is above itself
 * @param again after what has been shown before
 */
public record Glyphs(
    String branch,
    String last,
    String trunk,
    String blank,
    String arrow,
    String cycle,
    String again) {

  static final Glyphs UNICODE = new Glyphs("├─ ", "└─ ", "│  ", "   ", "→", "↻", "…");
  static final Glyphs ASCII = new Glyphs("+- ", "`- ", "|  ", "   ", "->", "(cycle)", "...");

  /** Picks what a console in this encoding can show. */
  public static Glyphs in(Charset charset) {
    return charset.newEncoder().canEncode("├─└│→↻…") ? UNICODE : ASCII;
  }
}
