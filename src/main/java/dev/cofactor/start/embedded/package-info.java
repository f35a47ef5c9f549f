// SPDX-License-Identifier: Apache-2.0
/**
 * The PostgreSQL that comes along, so that trying Cofactor needs one command. For evaluation only: with a database URL
 * set it is never touched.
 *
 * <p>It unpacks the server's binaries under the data directory, starts them bound to loopback with {@code
 * scram-sha-256} and full durability, and hands back an address and a credential made for this installation. A
 * PostgreSQL that a killed server left running on the same folder is told by its program and its folder, never by a
 * number in a file, and is dealt with first; any other is left alone. PostgreSQL refuses root, so for root it runs in
 * a user namespace, and where the machine forbids those, the failure says so.
 *
 * <p>It runs before any bean exists and so may read the clock and make random values itself. It prints nothing, knows
 * no table, and stops what it started when the server stops.
 */
@NullMarked
package dev.cofactor.start.embedded;

import org.jspecify.annotations.NullMarked;
