package it;

import lombok.Value;

@Value
class Query {

  String author;
  int limit;
}
