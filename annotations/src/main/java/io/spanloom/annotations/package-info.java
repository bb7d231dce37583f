/**
 * The annotations a traced program is written with, and the attribute keys they can name; nothing
 * here exists at run time.
 */
package io.spanloom.annotations;
