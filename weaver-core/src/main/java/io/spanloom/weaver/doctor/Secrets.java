package io.spanloom.weaver.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must not be printed: values of headers, and the users, passwords and query strings of
 * addresses, whoever repeats them.
 */
final class Secrets {

  private static final String MASK = PrintableAddress.MASK;

  /** Up to the last at sign: a password may have one itself. */
  private static final Pattern USER = Pattern.compile("(?<=://)[^/\\s]+@");

  private static final int SHORTEST = 4;

  private final List<String> values = new ArrayList<>();

  /**
   * Knows what to hide.
   *
   * @param addresses settings whose user information and query strings are hidden
   */
  Secrets(Iterable<String> headerValues, List<@Nullable String> addresses) {
    for (String address : addresses) {
      PrintableAddress.secretsIn(address).forEach(this::add);
    }
    for (String value : headerValues) {
      add(value);
      // "Bearer abc": an answer may quote the token alone.
      for (String part : value.split("[\\s:]+", -1)) {
        add(part);
      }
    }
    values.sort(Comparator.comparingInt(String::length).reversed());
  }

  private void add(String value) {
    if (value.length() >= SHORTEST && !value.matches("(?i)bearer|basic|token|apikey")) {
      values.add(value);
    }
  }

  String masked(String text) {
    String masked = USER.matcher(text).replaceAll(MASK + "@");
    for (String value : values) {
      masked = masked.replace(value, MASK);
    }
    return masked;
  }
}
