// SPDX-License-Identifier: Apache-2.0
/**
 * How the installation is, for whoever may edit its settings: whether the clocks agree, what the database is, how far the log
 * is signed, whether messages leave. Operators and their tools have health checks and metrics on a port of their own; this is
 * the same for a person who has no way there.
 *
 * <p>It looks, and changes nothing. It says numbers, times and words of closed lists: no address of a database, no name of a
 * file, nothing that a driver or another server said. Where something cannot be asked it says so, and the rest all the same.
 * What it says is of the server that answers; others may be in another state.
 */
@NullMarked
package dev.cofactor.desk.condition;

import org.jspecify.annotations.NullMarked;
