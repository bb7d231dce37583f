package com.acme.library;

interface Assistant {

  String chat(String question);
}
