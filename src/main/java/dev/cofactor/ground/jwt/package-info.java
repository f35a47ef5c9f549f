// SPDX-License-Identifier: Apache-2.0
/**
 * Other people's tokens (RFC 7519): read strictly, and checked with the keys of whoever issued them.
 *
 * <p>A token has one spelling, no member twice, nothing encrypted or nested, and an algorithm of a closed list; each goes with
 * one kind of key. Its headers choose among keys that are known and can bring none along. Keys come from the issuer's own
 * address, which is asked through {@code outbound} when a key is missing or not fresh, at most twice a minute whatever comes,
 * or were handed to us. Two keys that a token could be signed with are none.
 *
 * <p>Remembered is that a signature was good, by hash, never what a token says and never a failure. The room is the only one
 * that knows jose4j, and uses of it the JSON reader, the keys and the check of a signature. It does not decide who is
 * trusted, for what, or when a token is in time; it makes no token; nothing of one is in a log or a failure.
 */
@NullMarked
package dev.cofactor.ground.jwt;

import org.jspecify.annotations.NullMarked;
