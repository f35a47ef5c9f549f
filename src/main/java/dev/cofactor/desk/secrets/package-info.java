// SPDX-License-Identifier: Apache-2.0
/**
 * Secrets and what is in them: made from a template, kept in folders, edited, moved, tagged, deleted and brought back.
 *
 * <p>An open field (title, URL, user name) is searchable text; everything else is sealed under a data key of its own and
 * revealed one field at a time, after the record of it is on the log. An edit adds a value and moves the row's version;
 * the last ten earlier values of a field may be revealed under the same right, earlier seeds and backup codes never.
 *
 * <p>Edits need the version they were made from. How seeds and backup codes come in is {@code seeds}'; who may do anything
 * is the gate's.
 */
@NullMarked
package dev.cofactor.desk.secrets;

import org.jspecify.annotations.NullMarked;
