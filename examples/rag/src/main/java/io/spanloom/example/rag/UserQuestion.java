package io.spanloom.example.rag;

/** A question of a tenant, asked in a feature of the program. */
record UserQuestion(String text, String tenant, String feature) {}
