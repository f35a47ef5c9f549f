// SPDX-License-Identifier: Apache-2.0
/**
 * Secrets and their templates: which fields a login has, what is open and what is sealed, how a value comes in, is
 * overwritten and goes.
 *
 * <p>An open field (title, URL, user name) is searchable text; everything else is sealed under a data key of its own
 * and revealed one field at a time. A seed is write-only from the moment it is typed: it can be overwritten and cannot
 * be read back, by nobody, through no endpoint, log or error. Before it is stored it is proved with a code, so that a
 * mistyped one is found while its owner still has the login page open.
 *
 * <p>Custody is kept here: who could ever have known a seed, because they typed it or saw its picture, as against who
 * only got codes. When such a person leaves, {@code people} asks for the list.
 *
 * <p>Edits need the version they were made from. The room never decides who may and never computes a code.
 */
@NullMarked
package dev.cofactor.desk.secrets;

import org.jspecify.annotations.NullMarked;
