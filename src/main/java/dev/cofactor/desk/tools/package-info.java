// SPDX-License-Identifier: Apache-2.0
/**
 * A drawer of instruments that store nothing: make a seed, compute the codes of one that is brought along, check a code, draw a
 * picture. Programs use it; there is no page.
 *
 * <p>It exists so that people do not paste seeds into web sites. What is sent in is used for that one answer and
 * dropped; it is in no table, no log, no metric, no failure. Because nothing is kept, this is one of the two places
 * where a seed may be shown, the other being a person's own factor at enrolment.
 *
 * <p>Using it needs {@code tools.use} and passes the gate, and the record says that a tool was used, not on what. The
 * room never opens a stored secret: a seed that stands in one cannot be brought here by reference. The one instrument that keeps
 * something makes a seed that nobody sees, and hands it to {@code seeds}. See {@code src/docs/tools.md} and ADR 59.
 */
@NullMarked
package dev.cofactor.desk.tools;

import org.jspecify.annotations.NullMarked;
