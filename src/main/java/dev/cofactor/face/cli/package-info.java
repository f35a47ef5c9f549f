// SPDX-License-Identifier: Apache-2.0
/**
 * The command line for those who trust no server, this one included: verify an export, a receipt or a served log, open a
 * disaster bundle, run policy tests. No framework, no database, and no network but for one thing: a served log is read from
 * the address its user types, without redirects, within bounds of size and time.
 *
 * <p>It says what it found with the very rooms the server uses, so a verdict here is a verdict on the format and not on a
 * second implementation's opinion of it. Standard output is data only; words go to standard error, and repeat nothing of
 * what was read.
 *
 * <p>Exit codes are a contract: 0 ok, 1 does not verify or unexpected, 2 usage, 3 not authenticated, 4 denied, 5 approval
 * pending or timed out, 6 not found, 7 busy, 8 unreachable. Seeds come into its hands in one way only, by opening a bundle
 * with keys that its user brings.
 */
@NullMarked
package dev.cofactor.face.cli;

import org.jspecify.annotations.NullMarked;
