package io.spanloom.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What JSON says of one of the program's classes, and how to read it.
 *
 * @param type the class, as generated code writes it
 * @param isValue whether an object is written as its one member's value
 */
public record ObjectForm(JavaType.Declared type, boolean isValue, List<Member> members) {

  public ObjectForm {
    members = List.copyOf(members);
  }

  /** The same with members secret that are so in either: of a generic class, there are several. */
  public ObjectForm with(ObjectForm other) {
    List<Member> joined = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      boolean secret = member.secret() || other.members().get(i).secret();
      joined.add(new Member(member.name(), member.accessor(), member.constant(), secret));
    }
    return new ObjectForm(type, isValue, joined);
  }

  /**
   * A member.
   *
   * @param name its name in JSON
   * @param accessor the field, or the call, that reads it; empty for what is the same for all
   *     objects
   * @param constant what is the same for all objects
   * @param secret whether its values must not leave the process
   */
  public record Member(String name, String accessor, String constant, boolean secret) {}
}
