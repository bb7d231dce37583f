package io.spanloom.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The redactor reads each character a bounded number of times, whatever the text. Counts the
 * characters read, for time cannot decide a test.
 */
class RedactorGrowthTest {

  /** The most that any text costs: a separator after which an issuer's key is looked for. */
  private static final int MOST_READS = 80;

  /** Where each character is read so seldom, what a text is cut into may change the number. */
  private static final long FEW_READS = 24;

  private static final int LENGTH = 400;

  /** What makes each of the detectors look further, whole or in part. */
  private static final List<String> TRIGGERS =
      List.of(
          // numbers
          "1",
          "12",
          "123",
          "1234",
          "4111",
          "4111111111111111",
          "+1",
          "+",
          "(",
          "(555)",
          "078-05",
          "555",
          "192.168",
          "DE89",
          "AB12",
          "0",
          "9".repeat(40),
          "0",
          "020 7946 0958",
          "020 ",
          "06 12 ",
          "12 34 ",
          "1234567",
          "12345678 ",
          "phone 1234567",
          "call ",
          "phone",
          "0044 ",
          "+44 20 ",
          "\u00a0",
          "\u2011",
          "1.2.3.4",
          "version 1.2.3.4 ",
          "\u96fb\u8a71",
          // e-mail
          "@",
          "a@",
          "@a",
          "a@b.c",
          "a@b.co",
          "é@é",
          "@é",
          "%40",
          "a%40",
          "a%40a.co",
          "%2540",
          "\\u0040",
          "\"a b\"@",
          "a@a.co:a/",
          ".co",
          // IP addresses of version 6
          ":",
          "::",
          "a:",
          "1::",
          "::1",
          "f:f",
          "abcde:",
          // tokens and keys
          "bearer",
          "Bearer",
          "BEARER",
          "bearer a",
          "bearer a1",
          "eyJ",
          "eyJaaaaaaaa",
          "eyJaaaaaaaa.eyJaaaaaaaa",
          "sk-",
          "sk_live_",
          "pk_test_",
          "ghp_",
          "github_pat_",
          "xoxb-",
          "xoxb-1",
          "glpat-",
          "hf_",
          "npm_",
          "AKIA",
          "ASIA",
          "AIza",
          "K",
          "S",
          "z",
          "J",
          "w",
          "B",
          "basic ",
          "Basic dXNlcjpwYXNz",
          "by '",
          "SK0a",
          "SG.a1",
          "ya29.",
          "dapi1",
          "EAA1",
          "MTk4.",
          "a1",
          "a1/",
          "12345678:AA",
          "-----BEGIN PRIVATE KEY-----",
          "-----BEGIN RSA PRIVATE KEY-----a",
          "-----",
          "-----END ",
          "://",
          "https://a:",
          "http://a:b@c",
          "https://hooks.slack.com/services/",
          "--password ",
          "--password",
          "-u a:",
          "-p ",
          "mysql -p",
          "--",
          // secrets by their names
          "=",
          "password",
          "password=",
          "passwd: ",
          "token=",
          "api_key=",
          "secret: a1",
          "token=a1b2c3d4",
          "token: ",
          "pwd=\"",
          "password=\"a ",
          "passphrase: a b ",
          "password is ",
          "pwd ",
          "(\"password\", \"",
          "value=\"",
          "key=\"password\" value=\"a",
          "pw",
          "sig=",
          "<password>",
          "<a b=\">",
          "<password>a",
          "authorization: ",
          "authorization: a ",
          "authorization: a b=",
          "cookie: a=",
          "&quot;",
          "password&quot;:&quot;",
          "%3D",
          "password%3D",
          "\u5bc6\u7801\uff1a",
          "\uff1a",
          "=>",
          ":=",
          // what JSON escapes, and what nothing is looked for in
          "\"",
          "\\",
          "\\\"",
          "\n",
          "{\"",
          "a",
          "é",
          "\ud83d\ude00");

  private static final List<String> SEPARATORS =
      List.of(
          "", " ", "  ", "\t", "-", "--", "_", ".", "..", "/", "~", "+", "@", ":", "=", "\"", "\\",
          "'", ",", "%", "(", ")", "\n");

  @Test
  void growsLinearlyWithOneTriggerRepeated() {
    for (String trigger : TRIGGERS) {
      for (String separator : SEPARATORS) {
        growsLinearly(trigger + separator, "");
        growsLinearly(separator + trigger, "@");
      }
    }
  }

  /** Every pair, in one of three ways: all three take a minute. */
  @Test
  void growsLinearlyWithTwoTriggersInTurn() {
    int way = 0;
    for (String one : TRIGGERS) {
      for (String other : TRIGGERS) {
        switch (way++ % 3) {
          case 0 -> growsLinearly(one + other, "x");
          case 1 -> growsLinearly(one + "-" + other + " ", "1");
          default -> growsLinearly(one + " " + other + ".", "=");
        }
      }
    }
  }

  /** Each of the many triggers could read the whole rest. */
  @Test
  void growsLinearlyWithTriggersBeforeALongRun() {
    List<String> runs = List.of("a", "1", "a1", "-", ".", "a.", " ", ":", "(", "é", "a@", "=");
    int next = 0;
    for (String trigger : TRIGGERS) {
      for (String separator : SEPARATORS) {
        for (int i = 0; i < 5; i++) { // seven are left out, other ones each time
          growsLinearly(trigger + separator, runs.get(next++ % runs.size()), "");
        }
      }
    }
  }

  /** Any characters that suggest something, in any order. */
  @Test
  void growsLinearlyWithRandomPieces() {
    Random random = new Random(20);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder piece = new StringBuilder();
      for (int part = random.nextInt(4); part >= 0; part--) {
        piece.append(TRIGGERS.get(random.nextInt(TRIGGERS.size())));
        piece.append(SEPARATORS.get(random.nextInt(SEPARATORS.size())));
      }
      growsLinearly(piece.toString(), "a");
    }
  }

  /** What stands behind the bound is read no further than one thing that starts before it. */
  @Test
  void readsLittleBehindTheBound() {
    Set<String> costly = new LinkedHashSet<>();
    for (String trigger : TRIGGERS) {
      CountingText text = new CountingText(repeated(trigger + " ", 100_000));
      new Scan().of(text, 100);
      if (text.read > 50_000) {
        costly.add(trigger);
      }
    }
    // What is found is replaced by something shorter, and so the bound is further on.
    assertThat(costly)
        .isSubsetOf("9".repeat(40), "4111", "4111111111111111", "a@b.co", "cookie: a=");
  }

  private static void growsLinearly(String piece, String end) {
    growsLinearly(piece, "", end);
  }

  private static void growsLinearly(String piece, String run, String end) {
    List<Long> reads = new ArrayList<>();
    for (int length = LENGTH; length <= 4 * LENGTH; length *= 2) {
      String text =
          run.isEmpty()
              ? repeated(piece, length)
              : repeated(piece, length / 2) + repeated(run, length / 2);
      reads.add(charactersRead(text + end));
    }
    String what = piece + ", then " + run + end;
    assertThat(reads.get(0)).as(what).isLessThan(MOST_READS * (LENGTH + 400L));
    for (int i = 1; i < reads.size(); i++) {
      long before = reads.get(i - 1);
      assertThat(reads.get(i))
          .as(what)
          .isLessThanOrEqualTo(Math.max(2 * before + before / 5 + 500, (FEW_READS * LENGTH) << i));
    }
  }

  /**
   * Whole pieces, in dozens: what the last one suggests may depend on where it is cut, and on
   * whether one piece in two or three was part of a finding.
   */
  private static String repeated(String piece, int length) {
    String dozen = piece.repeat(12);
    return dozen.repeat((length + dozen.length() - 1) / dozen.length());
  }

  private static long charactersRead(String text) {
    CountingText counted = new CountingText(text);
    new Scan().of(counted, Integer.MAX_VALUE);
    return counted.read;
  }

  private static final class CountingText implements CharSequence {

    private final String text;
    private long read;

    CountingText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      read++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      read += end - start;
      return text.subSequence(start, end);
    }
  }
}
