package com.acme;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import io.spanloom.internal.content.ObjectForms;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Clinic}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Clinic in Clinic.java")
final class Clinic_SpanAspect {
  /** What JSON says of the objects that the methods take and return. */
  private static final ObjectForms OBJECTS =
      ObjectForms.builder()
          .object(Clinic.Patient.class, Clinic_SpanAspect::readPatient, "ward", "name")
          .secret(Clinic.Patient.class, "name")
          .object(Clinic.Prompt.class, Clinic_SpanAspect::readPrompt, "text")
          .object(Clinic.Visit.class, Clinic_SpanAspect::readVisit, "patient", "number")
          .build();

  /** {@code Clinic.ask(Prompt, Prompt)} */
  private static final SpanSpec ASK =
      SpanSpec.llmCall("ask")
          .method("com.acme.Clinic", "ask")
          .provider("anthropic")
          .model("claude")
          .sensitiveInput()
          .sensitiveResult()
          .objects(OBJECTS)
          .build();

  private static final String ASK_EXECUTION =
      "execution(java.lang.String"
          + " com.acme.Clinic.ask(com.acme.Clinic.Prompt, com.acme.Clinic.Prompt))"
          + " && within(com.acme.Clinic)";

  /** {@code Clinic.book(Visit, String, Diagnosis, String)} */
  private static final SpanSpec BOOK =
      SpanSpec.tool("book")
          .method("com.acme.Clinic", "book")
          .description(Clinic_Tools.BOOK_DESCRIPTION)
          .sensitiveInput()
          .schema(Clinic_Tools.BOOK_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String BOOK_EXECUTION =
      "execution(void"
          + " com.acme.Clinic.book(com.acme.Clinic.Visit, java.lang.String,"
          + " com.acme.Clinic.Diagnosis, java.lang.String))"
          + " && within(com.acme.Clinic)";

  /** {@code Clinic.find(Patient, int)} */
  private static final SpanSpec FIND =
      SpanSpec.tool("find")
          .method("com.acme.Clinic", "find")
          .description(Clinic_Tools.FIND_DESCRIPTION)
          .sensitiveInput()
          .schema(Clinic_Tools.FIND_SCHEMA)
          .sensitiveResult()
          .objects(OBJECTS)
          .build();

  private static final String FIND_EXECUTION =
      "execution(com.acme.Clinic.Patient com.acme.Clinic.find(com.acme.Clinic.Patient, int))"
          + " && within(com.acme.Clinic)";

  private static final AttributeSlot<String> FIND_APP_WARD =
      AttributeSlot.of(AttributeKey.stringKey("app.ward"));

  /** {@code Clinic.note(String, Visit, String)} */
  private static final SpanSpec NOTE =
      SpanSpec.tool("note")
          .method("com.acme.Clinic", "note")
          .description(Clinic_Tools.NOTE_DESCRIPTION)
          .sensitiveInput()
          .schema(Clinic_Tools.NOTE_SCHEMA)
          .objects(OBJECTS)
          .build();

  private static final String NOTE_EXECUTION =
      "execution(void"
          + " com.acme.Clinic.note(java.lang.String, com.acme.Clinic.Visit, java.lang.String))"
          + " && within(com.acme.Clinic)";

  @AfterThrowing(pointcut = ASK_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void askFailed(Throwable thrown) {
    Frame.failed(ASK, thrown);
  }

  @AfterReturning(pointcut = ASK_EXECUTION, returning = "result", argNames = "result")
  public void askReturned(String result) {
    Frame.returned(ASK, result);
  }

  @Before(value = ASK_EXECUTION + " && args(*, prompt)", argNames = "prompt")
  public void beforeAsk(Clinic.Prompt prompt) {
    Frame frame = Frame.enter(ASK);
    if (frame == null) {
      return;
    }
    try {
      frame.request(prompt);
      if (frame.wantsInput()) {
        frame.input("prompt", prompt);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = BOOK_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void bookFailed(Throwable thrown) {
    Frame.failed(BOOK, thrown);
  }

  @AfterReturning(pointcut = BOOK_EXECUTION)
  public void bookReturned() {
    Frame.returned(BOOK);
  }

  @Before(
      value = BOOK_EXECUTION + " && args(visit, insurance, *, day)",
      argNames = "visit,insurance,day")
  public void beforeBook(Clinic.Visit visit, String insurance, String day) {
    Frame frame = Frame.enter(BOOK);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("visit", visit);
        frame.input("day", day);
        frame.secretArgument("insurance", insurance);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = FIND_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void findFailed(Throwable thrown) {
    Frame.failed(FIND, thrown);
  }

  @AfterReturning(pointcut = FIND_EXECUTION, returning = "result", argNames = "result")
  public void findReturned(Clinic.Patient result) {
    Frame.returned(FIND, result);
  }

  @Before(value = FIND_EXECUTION + " && args(like, limit)", argNames = "like,limit")
  public void beforeFind(Clinic.Patient like, int limit) {
    Frame frame = Frame.enter(FIND);
    if (frame == null) {
      return;
    }
    try {
      captureFindLike(frame, like);
      if (frame.wantsInput()) {
        frame.input("limit", limit);
        frame.argument("like", like);
        frame.argument("limit", limit);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static void captureFindLike(Frame frame, Clinic.Patient like) {
    if (like != null) {
      frame.set(FIND_APP_WARD, like.ward());
    }
  }

  @AfterThrowing(pointcut = NOTE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void noteFailed(Throwable thrown) {
    Frame.failed(NOTE, thrown);
  }

  @AfterReturning(pointcut = NOTE_EXECUTION)
  public void noteReturned() {
    Frame.returned(NOTE);
  }

  @Before(
      value = NOTE_EXECUTION + " && args(text, visit, ignored)",
      argNames = "text,visit,ignored")
  public void beforeNote(String text, Clinic.Visit visit, String ignored) {
    Frame frame = Frame.enter(NOTE);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
        captureNoteVisitInput(frame, visit);
        frame.argument("text", text);
        frame.argument("visit", visit);
        frame.argument("ignored", ignored);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private static void captureNoteVisitInput(Frame frame, Clinic.Visit visit) {
    if (visit != null) {
      frame.input("visit.number", visit.number());
    }
  }

  private static Object readPatient(Clinic.Patient value, int member) {
    return switch (member) {
      case 0 -> value.ward();
      default -> value.name();
    };
  }

  private static Object readPrompt(Clinic.Prompt value, int member) {
    return value.text();
  }

  private static Object readVisit(Clinic.Visit value, int member) {
    return switch (member) {
      case 0 -> value.patient();
      default -> value.number();
    };
  }
}
