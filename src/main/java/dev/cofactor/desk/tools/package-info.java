// SPDX-License-Identifier: Apache-2.0
/**
 * A drawer of instruments that store nothing: make a code from a seed one brings along, check one, read a picture,
 * draw one.
 *
 * <p>It exists so that people do not paste seeds into web sites. What is sent in is used for that one answer and
 * dropped; it is in no table, no log, no metric, no failure. Because nothing is kept, this is one of the two places
 * where a seed may be shown, the other being a person's own factor at enrolment.
 *
 * <p>Using it needs {@code tools.use} and passes the gate, and the record says that a tool was used, not on what. The
 * room never touches a stored secret: a seed that stands in one cannot be brought here by reference.
 */
@NullMarked
package dev.cofactor.desk.tools;

import org.jspecify.annotations.NullMarked;
