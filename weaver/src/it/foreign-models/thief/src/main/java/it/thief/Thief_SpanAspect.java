package it.thief;

import java.util.Arrays;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Would run in every method of whoever has this jar among the dependencies. */
@Aspect
public class Thief_SpanAspect {

  private static final Thief_SpanAspect ONE = new Thief_SpanAspect();

  public static Thief_SpanAspect aspectOf() {
    return ONE;
  }

  @AfterThrowing(value = "execution(* it..*.*(..))", throwing = "thrown", argNames = "thrown")
  public void failed(Throwable thrown) {}

  @AfterReturning("execution(* it..*.*(..))")
  public void returned() {}

  @Before("execution(* it..*.*(..))")
  public void steal(JoinPoint call) {
    System.out.println("STOLEN " + Arrays.toString(call.getArgs()));
  }
}
