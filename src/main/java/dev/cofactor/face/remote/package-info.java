// SPDX-License-Identifier: Apache-2.0
/**
 * The command line's words that speak to a server over HTTP, as any program does: rules that are kept in version control are
 * compared, tried and put in force, other programs' exports are taken in, and the log is fetched and verified.
 *
 * <p>No framework and no database; nothing of the server is loaded. It knows what it may not know otherwise by no other door: the
 * server asks the policies as ever. A token is never an argument, standard output is data, and what the server says appears
 * on standard error without control characters.
 */
@NullMarked
package dev.cofactor.face.remote;

import org.jspecify.annotations.NullMarked;
