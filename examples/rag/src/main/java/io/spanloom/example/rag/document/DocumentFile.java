package io.spanloom.example.rag.document;

/**
 * One document.
 *
 * @param path where it is in the repository, with slashes
 */
record DocumentFile(String path, String markdown) {}
