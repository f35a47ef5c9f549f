// SPDX-License-Identifier: Apache-2.0
/**
 * What every answer has in common, whichever feature gives it.
 *
 * <p>Failures become {@code application/problem+json} in one class, and nothing else in the house writes a status for
 * them. No answer and no log line repeats what was sent; a fault of ours says that it is one, and gives the request's
 * id, which is the trace id. Security headers are set on everything.
 *
 * <p>{@code /api} takes an {@code Authorization} header and never a cookie; pages take a session cookie and never the
 * header. A request that changes something through a page must come from our own origin ({@code Origin}, {@code
 * Sec-Fetch-Site}) and carry the session's token. Links and redirects come from {@code cofactor.url}, never from the
 * {@code Host} header.
 *
 * <p>The room knows no feature and no table: others bring what checks a credential.
 */
@NullMarked
package dev.cofactor.face.http;

import org.jspecify.annotations.NullMarked;
