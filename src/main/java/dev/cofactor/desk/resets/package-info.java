// SPDX-License-Identifier: Apache-2.0
/**
 * Taking somebody's second factors away, because he has lost them: apps, keys and recovery codes, all at once.
 *
 * <p>It is the shortest way around a second factor, so it asks for most: the right to it, another person than the one it is
 * done to, and a proof a few minutes old that it is really he who asks. A credential for programs proves nothing of the
 * kind, so there is no API beside the page. The person's sessions end in the same change, and he and every administrator
 * are told.
 *
 * <p>Nothing is seen here and nothing given: whoever was reset sets up a factor of his own at his next sign-in, if a rule
 * asks for one. The password stays; whoever has lost that too is let back from the host.
 */
@NullMarked
package dev.cofactor.desk.resets;

import org.jspecify.annotations.NullMarked;
