/** Stands in for the part of Gradle that runs inside javac. */
package org.gradle.internal.compiler.java;
