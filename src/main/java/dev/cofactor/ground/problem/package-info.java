// SPDX-License-Identifier: Apache-2.0
/**
 * Failures the caller may be told about.
 *
 * <p>A {@link Problem} has a kind, a stable code in kebab case that programs compare, and a message in plain words:
 * lower case, no full stop. Every room may throw one, most through a subclass that names the failure ({@code
 * SeedUnknown}); which status and which document a kind becomes is decided once, in {@code http}.
 *
 * <p>What must hold: no message and no member of a problem ever contains what the caller sent, for callers send
 * secrets. A problem carries no stack trace, since refusals come in floods; its cause stays on the server. "Not there"
 * and "not yours to know of" are the same problem. Anything thrown that is not a problem is a fault of ours and is
 * told as nothing but that.
 */
@NullMarked
package dev.cofactor.ground.problem;

import org.jspecify.annotations.NullMarked;
