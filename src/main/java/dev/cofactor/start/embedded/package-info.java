// SPDX-License-Identifier: Apache-2.0
/**
 * The PostgreSQL that comes along, so that trying Cofactor needs one command. For evaluation only: with a database URL
 * set it is never touched.
 *
 * <p>It unpacks the server's binaries under the data directory, starts them bound to loopback with {@code
 * scram-sha-256} and full durability, and hands back an address and a credential made for this installation. One that
 * a killed process left running is recognised and adopted, or stopped; one that is not ours is left alone. PostgreSQL
 * refuses to run as root, and that is said in words before it is tried.
 *
 * <p>It runs before any bean exists and so may read the clock and make random values itself. It prints nothing, knows
 * no table, and stops what it started when the server stops.
 */
@NullMarked
package dev.cofactor.start.embedded;

import org.jspecify.annotations.NullMarked;
