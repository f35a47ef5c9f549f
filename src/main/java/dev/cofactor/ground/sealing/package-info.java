// SPDX-License-Identifier: Apache-2.0
/**
 * The key hierarchy: seal a value, open it again. The only room that knows Tink.
 *
 * <p>Every value has a data key of its own, wrapped by the root key. Installation, secret, field, value id and purpose
 * are bound as associated data to both layers, and there is no overload that leaves them out: a row moved to another
 * place does not open. A root key comes from a file or a provider and never from the database.
 *
 * <p>{@code open(value, recorded)} is the only door to the values of an active secret, and it takes the proof that the
 * release is on the log. A person's own factors, the bodies of the log and seeds still under proof have doors typed by
 * purpose that open nothing else. Re-wrapping touches data keys only and sees no value.
 *
 * <p>It stores nothing, decides nothing, and never puts key or content into a name, a log line or an exception; an
 * opened value has no {@code equals} and prints as {@code [redacted]}. {@code codes}, {@code secrets}, {@code signin}
 * and {@code bundle} call it once the gate has let them.
 */
@NullMarked
package dev.cofactor.ground.sealing;

import org.jspecify.annotations.NullMarked;
