// SPDX-License-Identifier: Apache-2.0
/**
 * The way in by single sign-on, as browsers and the provider see it: to the provider, back from it, linking on one's profile,
 * and where the provider says that somebody has signed out.
 *
 * <p>The pages hold no rule and read no token: they hand what came to {@code desk/sso} and show what became of it. Nothing
 * that came from the provider is repeated on a page. The cookie of the way there is dropped with every answer to the way
 * back, whatever became of it. A path to go on to is one of ours, or it is the start.
 *
 * <p>The provider's own call has no cookie and no header that would count: what it sends proves itself.
 */
@NullMarked
package dev.cofactor.face.porch;

import org.jspecify.annotations.NullMarked;
