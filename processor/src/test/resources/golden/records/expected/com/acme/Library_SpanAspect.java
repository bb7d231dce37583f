package com.acme;

import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.content.ObjectForms;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Library}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Library in Library.java")
@SuppressWarnings("deprecation")
final class Library_SpanAspect {
  /** What JSON says of the objects that the methods take and return. */
  private static final ObjectForms OBJECTS =
      ObjectForms.builder()
          .object(Library.Holder.class, Library_SpanAspect::readHolder, "name", "card")
          .secret(Library.Holder.class, "card")
          .value(Library.Isbn.class, Library_SpanAspect::readIsbn)
          .object(Library.Loan.class, Library_SpanAspect::readLoan, "days", "name", "pages",
              "reader")
          .secret(Library.Loan.class, "reader")
          .object(Library.Nothing.class, Library_SpanAspect::readNothing)
          .object(Library.Page.class, Library_SpanAspect::readPage, "items", "next", "mark")
          .object(Library.Query.class, Library_SpanAspect::readQuery, "q", "years", "isbn",
              "reader")
          .secret(Library.Query.class, "reader")
          .object(Library.Range.class, Library_SpanAspect::readRange, "from", "to")
          .object(Library.Reader.class, Library_SpanAspect::readReader, "name")
          .secret(Library.Reader.class, "name")
          .object(Library.Shelf.Closed.class, Library_SpanAspect::readClosed, "kind", "key")
          .object(Library.Shelf.Open.class, Library_SpanAspect::readOpen, "kind", "room", "below")
          .build();

  /** {@code Library.card(List, Range, File)} */
  private static final SpanSpec CARD =
      SpanSpec.tool("card")
          .method("com.acme.Library", "card")
          .description(Library_Tools.CARD_DESCRIPTION)
          .sensitiveInput()
          .schema(Library_Tools.CARD_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String CARD_EXECUTION =
      "execution(void"
          + " com.acme.Library.card(java.util.List, com.acme.Library.Range, java.io.File))"
          + " && within(com.acme.Library) && !within(com.acme.Library..*)";

  /** {@code Library.hide(Token)} */
  private static final SpanSpec HIDE =
      SpanSpec.task("hide")
          .method("com.acme.Library", "hide")
          .build();

  private static final String HIDE_EXECUTION =
      "execution(com.acme.Library.Hidden com.acme.Library.hide(com.acme.Library.Token))"
          + " && within(com.acme.Library) && !within(com.acme.Library..*)";

  /** {@code Library.lend(Loan, Lazy, Service)} */
  private static final SpanSpec LEND =
      SpanSpec.tool("lend")
          .method("com.acme.Library", "lend")
          .description(Library_Tools.LEND_DESCRIPTION)
          .sensitiveInput()
          .schema(Library_Tools.LEND_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String LEND_EXECUTION =
      "execution(void"
          + " com.acme.Library.lend(com.acme.Library.Loan, com.acme.Library.Lazy, com.acme.Library.Service))"
          + " && within(com.acme.Library) && !within(com.acme.Library..*)";

  /** {@code Library.put(Shelf, Closed[])} */
  private static final SpanSpec PUT =
      SpanSpec.tool("put")
          .method("com.acme.Library", "put")
          .description(Library_Tools.PUT_DESCRIPTION)
          .schema(Library_Tools.PUT_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String PUT_EXECUTION =
      "execution(void"
          + " com.acme.Library.put(com.acme.Library.Shelf, com.acme.Library.Shelf.Closed[]))"
          + " && within(com.acme.Library) && !within(com.acme.Library..*)";

  /** {@code Library.readers(Page, Map)} */
  private static final SpanSpec READERS =
      SpanSpec.tool("readers")
          .method("com.acme.Library", "readers")
          .description(Library_Tools.READERS_DESCRIPTION)
          .sensitiveInput()
          .schema(Library_Tools.READERS_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String READERS_EXECUTION =
      "execution(void com.acme.Library.readers(com.acme.Library.Page, java.util.Map))"
          + " && within(com.acme.Library) && !within(com.acme.Library..*)";

  /** {@code Library.search(Query, List)} */
  private static final SpanSpec SEARCH =
      SpanSpec.tool("search")
          .method("com.acme.Library", "search")
          .description(Library_Tools.SEARCH_DESCRIPTION)
          .sensitiveInput()
          .schema(Library_Tools.SEARCH_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String SEARCH_EXECUTION =
      "execution(com.acme.Library.Page"
          + " com.acme.Library.search(com.acme.Library.Query, java.util.List))"
          + " && within(com.acme.Library) && !within(com.acme.Library..*)";

  @AfterThrowing(pointcut = CARD_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void cardFailed(Throwable thrown) {
    Frame.failed(CARD, thrown);
  }

  @AfterReturning(pointcut = CARD_EXECUTION)
  public void cardReturned() {
    Frame.returned(CARD);
  }

  @Before(value = CARD_EXECUTION + " && args(*, secret, file)", argNames = "secret,file")
  public void beforeCard(Library.Range secret, File file) {
    Frame frame = Frame.enter(CARD);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("file", file);
        frame.secretArgument("secret", secret);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = HIDE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void hideFailed(Throwable thrown) {
    Frame.failed(HIDE, thrown);
  }

  @AfterReturning(pointcut = HIDE_EXECUTION, returning = "result", argNames = "result")
  public void hideReturned(Object result) {
    Frame.returned(HIDE, result);
  }

  @Before(value = HIDE_EXECUTION + " && args(token)", argNames = "token")
  public void beforeHide(Object token) {
    Frame frame = Frame.enter(HIDE);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("token", token);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = LEND_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void lendFailed(Throwable thrown) {
    Frame.failed(LEND, thrown);
  }

  @AfterReturning(pointcut = LEND_EXECUTION)
  public void lendReturned() {
    Frame.returned(LEND);
  }

  @Before(value = LEND_EXECUTION + " && args(loan, lazy, service)", argNames = "loan,lazy,service")
  public void beforeLend(Library.Loan loan, Library.Lazy lazy, Library.Service service) {
    Frame frame = Frame.enter(LEND);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("loan", loan);
        frame.input("lazy", lazy);
        frame.input("service", service);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = PUT_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void putFailed(Throwable thrown) {
    Frame.failed(PUT, thrown);
  }

  @AfterReturning(pointcut = PUT_EXECUTION)
  public void putReturned() {
    Frame.returned(PUT);
  }

  @Before(value = PUT_EXECUTION + " && args(shelf, closed)", argNames = "shelf,closed")
  public void beforePut(Library.Shelf shelf, Library.Shelf.Closed[] closed) {
    Frame frame = Frame.enter(PUT);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("shelf", shelf);
        frame.input("closed", closed);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = READERS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void readersFailed(Throwable thrown) {
    Frame.failed(READERS, thrown);
  }

  @AfterReturning(pointcut = READERS_EXECUTION)
  public void readersReturned() {
    Frame.returned(READERS);
  }

  @Before(value = READERS_EXECUTION + " && args(page, holders)", argNames = "page,holders")
  public void beforeReaders(Library.Page<Library.Reader> page,
      Map<String, Optional<Library.Holder>> holders) {
    Frame frame = Frame.enter(READERS);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("page", page);
        frame.input("holders", holders);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = SEARCH_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void searchFailed(Throwable thrown) {
    Frame.failed(SEARCH, thrown);
  }

  @AfterReturning(pointcut = SEARCH_EXECUTION, returning = "result", argNames = "result")
  public void searchReturned(Library.Page<String> result) {
    Frame.returned(SEARCH, result);
  }

  @Before(value = SEARCH_EXECUTION + " && args(query, nothing)", argNames = "query,nothing")
  public void beforeSearch(Library.Query query, List<Library.Nothing> nothing) {
    Frame frame = Frame.enter(SEARCH);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("query", query);
        frame.input("nothing", nothing);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static Object readHolder(Library.Holder value, int member) {
    return switch (member) {
      case 0 -> value.name();
      default -> value.card();
    };
  }

  private static Object readIsbn(Library.Isbn value, int member) {
    return value.digits();
  }

  private static Object readLoan(Library.Loan value, int member) {
    return switch (member) {
      case 0 -> value.days;
      case 1 -> value.getTitle();
      case 2 -> value.getPages();
      default -> value.getReader();
    };
  }

  private static Object readNothing(Library.Nothing value, int member) {
    return null;
  }

  private static Object readPage(Library.Page<?> value, int member) {
    return switch (member) {
      case 0 -> value.items();
      case 1 -> value.next();
      default -> value.mark();
    };
  }

  private static Object readQuery(Library.Query value, int member) {
    return switch (member) {
      case 0 -> value.text();
      case 1 -> value.years();
      case 2 -> value.isbn();
      default -> value.reader();
    };
  }

  private static Object readRange(Library.Range value, int member) {
    return switch (member) {
      case 0 -> value.from();
      default -> value.to();
    };
  }

  private static Object readReader(Library.Reader value, int member) {
    return value.name();
  }

  private static Object readClosed(Library.Shelf.Closed value, int member) {
    return switch (member) {
      case 0 -> "closed";
      default -> value.key();
    };
  }

  private static Object readOpen(Library.Shelf.Open value, int member) {
    return switch (member) {
      case 0 -> "open";
      case 1 -> value.room();
      default -> value.below();
    };
  }
}
