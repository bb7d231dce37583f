package io.spanloom.example.legal.corpus;

/**
 * One result of a search.
 *
 * @param score how well it fits the query; comparable within one search only
 */
public record Hit(String citation, String name, String text, double score) {}
