package io.spanloom.maven.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What must not be printed: values of headers, whoever repeats them, and passwords in addresses.
 */
final class Secrets {

  private static final String MASK = "****";
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+@");
  private static final int SHORTEST = 4;

  private final List<String> values = new ArrayList<>();

  Secrets(Iterable<String> headerValues) {
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
