package it;

import io.spanloom.annotations.Task;

final class Rehearsal {

  @Task
  void rehearse() {}
}
