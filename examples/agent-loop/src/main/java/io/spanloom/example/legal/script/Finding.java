package io.spanloom.example.legal.script;

/** An authority that a search brought up. */
record Finding(String citation, String name, String text) {}
