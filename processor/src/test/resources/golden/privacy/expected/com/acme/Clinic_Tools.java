package com.acme;

import javax.annotation.processing.Generated;

/** What a model is told of the tools of {@code Clinic}. */
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Clinic in Clinic.java")
final class Clinic_Tools {
  /** The name of {@code Clinic.book(Visit, String, Diagnosis, String)}. */
  public static final String BOOK_NAME = "book";

  /** What {@code Clinic.book(Visit, String, Diagnosis, String)} does. */
  public static final String BOOK_DESCRIPTION = "Books a visit.";

  /**
   * The arguments of {@code Clinic.book(Visit, String, Diagnosis, String)}, as JSON Schema 2020-12.
   */
  public static final String BOOK_SCHEMA =
      """
      {"type":"object",\
      "properties":{"visit":{"type":"object",\
      "properties":{"patient":{"type":"object",\
      "properties":{"ward":{"type":"string"},"name":{"type":"string"}},\
      "required":["ward","name"],"additionalProperties":false},\
      "number":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["patient","number"],"additionalProperties":false,\
      "description":"Holds no secret itself, but one inside."},\
      "insurance":{"type":"string"},\
      "diagnosis":{"type":"object","properties":{"code":{"type":"string"}},\
      "required":["code"],"additionalProperties":false},"day":{"type":"string"}},\
      "required":["visit","insurance","diagnosis","day"],"additionalProperties":false}\
      """;

  /** The name of {@code Clinic.find(Patient, int)}. */
  public static final String FIND_NAME = "find";

  /** What {@code Clinic.find(Patient, int)} does. */
  public static final String FIND_DESCRIPTION = "Looks a patient up.";

  /** The arguments of {@code Clinic.find(Patient, int)}, as JSON Schema 2020-12. */
  public static final String FIND_SCHEMA =
      """
      {"type":"object",\
      "properties":{"like":{"type":"object",\
      "properties":{"ward":{"type":"string"},"name":{"type":"string"}},\
      "required":["ward","name"],"additionalProperties":false},\
      "limit":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["like","limit"],"additionalProperties":false}\
      """;

  /** The name of {@code Clinic.note(String, Visit, String)}. */
  public static final String NOTE_NAME = "note";

  /** What {@code Clinic.note(String, Visit, String)} does. */
  public static final String NOTE_DESCRIPTION = "Notes something down.";

  /** The arguments of {@code Clinic.note(String, Visit, String)}, as JSON Schema 2020-12. */
  public static final String NOTE_SCHEMA =
      """
      {"type":"object",\
      "properties":{"text":{"type":"string"},\
      "visit":{"type":"object",\
      "properties":{"patient":{"type":"object",\
      "properties":{"ward":{"type":"string"},"name":{"type":"string"}},\
      "required":["ward","name"],"additionalProperties":false},\
      "number":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["patient","number"],"additionalProperties":false,\
      "description":"Holds no secret itself, but one inside."},\
      "ignored":{"type":"string"}},"required":["text","visit","ignored"],\
      "additionalProperties":false}\
      """;

  private Clinic_Tools() {
  }
}
