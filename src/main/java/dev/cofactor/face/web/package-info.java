// SPDX-License-Identifier: Apache-2.0
/**
 * What all pages have in common, and those of the door: signing in, one's profile. One {@code …Pages} class for each
 * feature, its templates beside it, htmx and a few small modules in the browser. The rooms beside this
 * one hold the others.
 *
 * <p>A page calls the same face of a feature that the API's resource calls, so it can do nothing the API cannot, and
 * holds no rule: a button that is missing is a courtesy, for which the gate is asked, and the refusal is the gate's. It
 * opens nothing and knows no key.
 *
 * <p>Pages work as documents first: a form posts, a link leads somewhere, the back button goes back. Templates escape
 * what they print, scripts and styles come from our own origin only. A code arrives on
 * demand, is marked {@code no-store}, and goes when its step does. Time on the page is the server's.
 */
@NullMarked
package dev.cofactor.face.web;

import org.jspecify.annotations.NullMarked;
