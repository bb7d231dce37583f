package com.acme;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import io.spanloom.internal.content.ObjectForms;
import java.io.InputStream;
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
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Archive}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Archive in Archive.java")
final class Archive_SpanAspect {
  /** What JSON says of the objects that the methods take and return. */
  private static final ObjectForms OBJECTS =
      ObjectForms.builder()
          .object(Archive.And.class, Archive_SpanAspect::readAnd, "left", "right")
          .object(Archive.Decided.class, Archive_SpanAspect::readDecided, "when", "by")
          .object(Archive.Money.class, Archive_SpanAspect::readMoney, "amount", "currency")
          .object(Archive.Page.class, Archive_SpanAspect::readPage, "number", "items", "next")
          .object(Archive.Period.class, Archive_SpanAspect::readPeriod, "from", "to")
          .build();

  /** {@code Archive.dispatch(String, String)} */
  private static final SpanSpec DISPATCH =
      SpanSpec.tool("dispatch")
          .method("com.acme.Archive", "dispatch")
          .description("Runs what it is told to.")
          .keepsAttributes()
          .build();

  private static final String DISPATCH_EXECUTION =
      "execution(void com.acme.Archive.dispatch(java.lang.String, java.lang.String))"
          + " && within(com.acme.Archive) && !within(com.acme.Archive..*)";

  private static final AttributeSlot<String> DISPATCH_GEN_AI_TOOL_NAME =
      AttributeSlot.of(AttributeKey.stringKey("gen_ai.tool.name"));

  /**
   * {@code Archive.file(UUID, URI, Instant, LocalDate, LocalDateTime, LocalTime, OffsetTime,
   * Duration, Cites, Money, byte[], char, byte, short, long, double, boolean, String, InputStream)}
   */
  private static final SpanSpec FILE =
      SpanSpec.tool("file")
          .method("com.acme.Archive", "file")
          .description(Archive_Tools.FILE_DESCRIPTION)
          .sensitiveInput()
          .schema(Archive_Tools.FILE_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String FILE_EXECUTION =
      "execution(void"
          + " com.acme.Archive.file(java.util.UUID, java.net.URI, java.time.Instant,"
          + " java.time.LocalDate, java.time.LocalDateTime, java.time.LocalTime,"
          + " java.time.OffsetTime, java.time.Duration, com.acme.Archive.Cites,"
          + " com.acme.Archive.Money, byte[], char, byte, short, long, double, boolean,"
          + " java.lang.String, java.io.InputStream))"
          + " && within(com.acme.Archive) && !within(com.acme.Archive..*)";

  /** {@code Archive.merge(Map, Map, EnumSet, Page, Period[], int[][], Object, List)} */
  private static final SpanSpec MERGE =
      SpanSpec.tool("merge")
          .method("com.acme.Archive", "merge")
          .description(Archive_Tools.MERGE_DESCRIPTION)
          .schema(Archive_Tools.MERGE_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String MERGE_EXECUTION =
      "execution(void"
          + " com.acme.Archive.merge(java.util.Map, java.util.Map, java.util.EnumSet,"
          + " com.acme.Archive.Page, com.acme.Archive.Period[], int[][], java.lang.Object,"
          + " java.util.List))"
          + " && within(com.acme.Archive) && !within(com.acme.Archive..*)";

  /** {@code Archive.now()} */
  private static final SpanSpec NOW =
      SpanSpec.tool("now")
          .method("com.acme.Archive", "now")
          .description(Archive_Tools.NOW_DESCRIPTION)
          .schema(Archive_Tools.NOW_SCHEMA)
          .build();

  private static final String NOW_EXECUTION =
      "execution(void com.acme.Archive.now())"
          + " && within(com.acme.Archive) && !within(com.acme.Archive..*)";

  /** {@code Archive.search(Filter)} */
  private static final SpanSpec ARCHIVE_FILTER =
      SpanSpec.tool("archive_filter")
          .method("com.acme.Archive", "search")
          .description(Archive_Tools.ARCHIVE_FILTER_DESCRIPTION)
          .schema(Archive_Tools.ARCHIVE_FILTER_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String ARCHIVE_FILTER_EXECUTION =
      "execution(java.util.List com.acme.Archive.search(com.acme.Archive.Filter))"
          + " && within(com.acme.Archive) && !within(com.acme.Archive..*)";

  /** {@code Archive.search(String, String, String, Set, Integer, OptionalInt, Optional)} */
  private static final SpanSpec ARCHIVE_SEARCH =
      SpanSpec.tool("archive_search")
          .method("com.acme.Archive", "search")
          .description(Archive_Tools.ARCHIVE_SEARCH_DESCRIPTION)
          .schema(Archive_Tools.ARCHIVE_SEARCH_SCHEMA)
          .build();

  private static final String ARCHIVE_SEARCH_EXECUTION =
      "execution(java.util.List"
          + " com.acme.Archive.search(java.lang.String, java.lang.String, java.lang.String,"
          + " java.util.Set, java.lang.Integer, java.util.OptionalInt, java.util.Optional))"
          + " && within(com.acme.Archive) && !within(com.acme.Archive..*)";

  @AfterThrowing(pointcut = DISPATCH_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void dispatchFailed(Throwable thrown) {
    Frame.failed(DISPATCH, thrown);
  }

  @AfterReturning(pointcut = DISPATCH_EXECUTION)
  public void dispatchReturned() {
    Frame.returned(DISPATCH);
  }

  @Before(value = DISPATCH_EXECUTION + " && args(name, arguments)", argNames = "name,arguments")
  public void beforeDispatch(String name, String arguments) {
    Frame frame = Frame.enter(DISPATCH);
    if (frame == null) {
      return;
    }
    try {
      frame.set(DISPATCH_GEN_AI_TOOL_NAME, name);
      if (frame.wantsInput()) {
        frame.input("arguments", arguments);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = FILE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void fileFailed(Throwable thrown) {
    Frame.failed(FILE, thrown);
  }

  @AfterReturning(pointcut = FILE_EXECUTION)
  public void fileReturned() {
    Frame.returned(FILE);
  }

  @Before(
      value = FILE_EXECUTION
          + " && args(id, source, received, dated, heard, opens, closes, keep, cites, fee, content,"
          + " shelf, copies, pages, size, weight, sealed, client, body)",
      argNames =
          "id,source,received,dated,heard,opens,closes,keep,cites,fee,content,shelf,copies,pages,"
          + "size,weight,sealed,client,body")
  public void beforeFile(UUID id, URI source, Instant received, LocalDate dated,
      LocalDateTime heard, LocalTime opens, OffsetTime closes, Duration keep, Archive.Cites cites,
      Archive.Money fee, byte[] content, char shelf, byte copies, short pages, long size,
      double weight, boolean sealed, String client, InputStream body) {
    Frame frame = Frame.enter(FILE);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("id", id);
        frame.input("source", source);
        frame.input("received", received);
        frame.input("dated", dated);
        frame.input("heard", heard);
        frame.input("opens", opens);
        frame.input("closes", closes);
        frame.input("keep", keep);
        frame.input("cites", cites);
        frame.input("fee", fee);
        frame.input("content", content);
        frame.input("shelf", String.valueOf(shelf));
        frame.input("copies", copies);
        frame.input("pages", pages);
        frame.input("size", size);
        frame.input("weight", weight);
        frame.input("sealed", sealed);
        frame.input("body", body);
        frame.secretArgument("client", client);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = MERGE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void mergeFailed(Throwable thrown) {
    Frame.failed(MERGE, thrown);
  }

  @AfterReturning(pointcut = MERGE_EXECUTION)
  public void mergeReturned() {
    Frame.returned(MERGE);
  }

  @Before(
      value = MERGE_EXECUTION + " && args(spans, counts, courts, page, others, matrix, extra, unknown)",
      argNames = "spans,counts,courts,page,others,matrix,extra,unknown")
  public void beforeMerge(Map<String, Archive.Period> spans,
      Map<Archive.Court, List<Integer>> counts, EnumSet<Archive.Court> courts,
      Archive.Page<Archive.Period> page, Archive.Period[] others, int[][] matrix, Object extra,
      List<?> unknown) {
    Frame frame = Frame.enter(MERGE);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("spans", spans);
        frame.input("counts", counts);
        frame.input("courts", courts);
        frame.input("page", page);
        frame.input("others", others);
        frame.input("matrix", matrix);
        frame.input("extra", extra);
        frame.input("unknown", unknown);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = NOW_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void nowFailed(Throwable thrown) {
    Frame.failed(NOW, thrown);
  }

  @AfterReturning(pointcut = NOW_EXECUTION)
  public void nowReturned() {
    Frame.returned(NOW);
  }

  @Before(NOW_EXECUTION)
  public void beforeNow() {
    Frame frame = Frame.enter(NOW);
    if (frame == null) {
      return;
    }
    frame.start();
  }

  @AfterThrowing(pointcut = ARCHIVE_FILTER_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void searchFilterFailed(Throwable thrown) {
    Frame.failed(ARCHIVE_FILTER, thrown);
  }

  @AfterReturning(pointcut = ARCHIVE_FILTER_EXECUTION, returning = "result", argNames = "result")
  public void searchFilterReturned(List<String> result) {
    Frame.returned(ARCHIVE_FILTER, result);
  }

  @Before(value = ARCHIVE_FILTER_EXECUTION + " && args(filter)", argNames = "filter")
  public void beforeSearchFilter(Archive.Filter filter) {
    Frame frame = Frame.enter(ARCHIVE_FILTER);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("filter", filter);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = ARCHIVE_SEARCH_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void searchStringStringStringSetIntegerOptionalIntOptionalFailed(Throwable thrown) {
    Frame.failed(ARCHIVE_SEARCH, thrown);
  }

  @AfterReturning(pointcut = ARCHIVE_SEARCH_EXECUTION, returning = "result", argNames = "result")
  public void searchStringStringStringSetIntegerOptionalIntOptionalReturned(List<String> result) {
    Frame.returned(ARCHIVE_SEARCH, result);
  }

  @Before(
      value = ARCHIVE_SEARCH_EXECUTION + " && args(callId, session, query, courts, limit, offset, first)",
      argNames = "callId,session,query,courts,limit,offset,first")
  public void beforeSearchStringStringStringSetIntegerOptionalIntOptional(String callId,
      String session, String query, Set<Archive.Court> courts, Integer limit, OptionalInt offset,
      Optional<Archive.Court> first) {
    Frame frame = Frame.enter(ARCHIVE_SEARCH);
    if (frame == null) {
      return;
    }
    try {
      frame.toolCallId(callId);
      frame.sessionId(session);
      if (frame.wantsInput()) {
        frame.input("query", query);
        frame.input("courts", courts);
        frame.input("limit", limit);
        frame.input("offset", offset);
        frame.input("first", first);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static Object readAnd(Archive.And value, int member) {
    return switch (member) {
      case 0 -> value.left();
      default -> value.right();
    };
  }

  private static Object readDecided(Archive.Decided value, int member) {
    return switch (member) {
      case 0 -> value.when();
      default -> value.by();
    };
  }

  private static Object readMoney(Archive.Money value, int member) {
    return switch (member) {
      case 0 -> value.getAmount();
      default -> value.currency();
    };
  }

  private static Object readPage(Archive.Page<?> value, int member) {
    return switch (member) {
      case 0 -> value.number();
      case 1 -> value.items();
      default -> value.next();
    };
  }

  private static Object readPeriod(Archive.Period value, int member) {
    return switch (member) {
      case 0 -> value.from();
      default -> value.to();
    };
  }
}
