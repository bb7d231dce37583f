package io.spanloom.example.rag;

/** A question, and on whose behalf it is asked. */
record Asked(String question, String tenant, String feature) {}
