package it;

final class Plain {}
