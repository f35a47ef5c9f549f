// SPDX-License-Identifier: Apache-2.0
/**
 * The outside shell: everything a request passes before a feature sees it, and the one place where failures get their
 * outside look.
 *
 * <p>It never repeats what a caller sent, neither in an answer nor in the log nor in a metric's label. It knows nothing
 * of secrets, sessions or policy.
 *
 * <p>Invariants: {@code /api} never sees a cookie, a page never sees an {@code Authorization} header; every answer of
 * ours carries {@code X-Request-Id}; nothing changes state through a page without Origin and token checked; no body is
 * parsed before its size is known to be allowed.
 */
@NullMarked
package dev.cofactor.face.http;

import org.jspecify.annotations.NullMarked;
