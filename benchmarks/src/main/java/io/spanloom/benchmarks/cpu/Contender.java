package io.spanloom.benchmarks.cpu;

import io.spanloom.benchmarks.call.Telemetry;
import java.util.ArrayList;
import java.util.List;

/**
 * What one JVM measures.
 *
 * @param before whether by the classes of another build
 */
record Contender(Subject subject, Telemetry telemetry, Form form, boolean before) {

  /**
   * All that there are.
   *
   * @param compares whether another build is measured too; by hand both are the same
   */
  static List<Contender> all(boolean compares) {
    List<Contender> all = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      for (Telemetry state : subject.states()) {
        for (Form form : subject.forms()) {
          all.add(new Contender(subject, state, form, false));
          if (compares && !form.byHand()) {
            all.add(new Contender(subject, state, form, true));
          }
        }
      }
    }
    return all;
  }

  /** What is measured, in words. */
  String title() {
    return title(subject, telemetry);
  }

  static String title(Subject subject, Telemetry state) {
    return subject.title() + (state == Telemetry.SAMPLED ? ", sampled" : ", not sampled");
  }
}
