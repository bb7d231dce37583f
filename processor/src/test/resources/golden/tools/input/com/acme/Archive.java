package com.acme;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Tools with arguments of every shape. */
public class Archive {

  @Target(ElementType.TYPE_USE)
  @interface Nullable {}

  enum Court {
    SUPREME,
    APPEAL
  }

  /**
   * A span of days.
   *
   * @param from the first day
   * @param to the last day; open without it
   */
  record Period(LocalDate from, Optional<LocalDate> to) {}

  /** A condition. */
  sealed interface Filter {}

  /**
   * Both conditions hold.
   *
   * @param left one
   * @param right the other
   */
  record And(Filter left, Filter right) implements Filter {}

  record Decided(Period when, Set<Court> by) implements Filter {}

  /** A bean, filled by its setters. */
  public static class Cites extends Base {
    /** The citation, exactly as found. */
    private String citation = "";

    private boolean exact;
    private transient int hits;

    public String getCitation() {
      return citation;
    }

    public void setCitation(String value) {
      citation = value;
    }

    /**
     * Sets it.
     *
     * @param exact whether no other spelling will do
     */
    public void setExact(boolean exact) {
      this.exact = exact;
    }

    public boolean isExact() {
      return exact && hits >= 0;
    }
  }

  /** What all beans have. */
  public static class Base {
    /** For the log. */
    @Nullable public String note;
  }

  /** Made by its constructor alone. */
  static final class Money {
    private final BigDecimal amount;
    private final String currency;

    /**
     * @param amount how much
     * @param currency of which, as three letters
     */
    Money(BigDecimal amount, String currency) {
      this.amount = amount;
      this.currency = currency;
    }

    public BigDecimal getAmount() {
      return amount;
    }

    public String currency() {
      return currency;
    }
  }

  record Page<T>(int number, List<T> items, @Nullable Page<T> next) {}

  /**
   * Finds decisions.
   *
   * @param callId never seen by the model
   * @param query what to look for,
   *     in {@code plain} words &amp; without operators
   * @param courts which courts
   * @param limit how many at most
   * @return the decisions
   */
  @Tool("archive_search")
  List<String> search(
      @ToolCallId String callId,
      @SessionId String session,
      String query,
      Set<Court> courts,
      @Nullable Integer limit,
      OptionalInt offset,
      Optional<Court> first) {
    return List.of(callId, session, query);
  }

  /** Finds decisions by condition. */
  @Tool("archive_filter")
  List<String> search(Filter filter) {
    return List.of(filter.toString());
  }

  /** Files a document. */
  @Tool
  void file(
      UUID id,
      URI source,
      Instant received,
      LocalDate dated,
      LocalDateTime heard,
      LocalTime opens,
      OffsetTime closes,
      Duration keep,
      Cites cites,
      Money fee,
      byte[] content,
      char shelf,
      byte copies,
      short pages,
      long size,
      double weight,
      boolean sealed,
      @Sensitive String client,
      @SuppressWarnings("NoJsonForm") InputStream body) {}

  /** Merges what is known of cases, by their names. */
  @Tool
  <T extends Comparable<T>> void merge(
      Map<String, Period> spans,
      Map<Court, List<Integer>> counts,
      EnumSet<Court> courts,
      Page<Period> page,
      Period[] others,
      int[][] matrix,
      Object extra,
      List<?> unknown) {}

  /** Says when it is. */
  @Tool
  void now() {}

  /** Runs what it is told to. */
  @Tool
  void dispatch(@Attribute(key = GenAi.TOOL_NAME) String name, String arguments) {}

  /** Used where tools are registered, in the same compilation. */
  static String definitions() {
    return Archive_Tools.NOW_NAME + Archive_Tools.NOW_DESCRIPTION + Archive_Tools.NOW_SCHEMA;
  }
}
