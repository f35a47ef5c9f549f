// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of one secret in use: its live code, its other fields one by one, its backup codes, its counter, and how it went
 * with what somebody had. The panel that slides over a list is filled from here.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule. A code
 * is handed to the script that asked for it, or stands on the page of whoever has no script; neither is kept by a cache. Nothing
 * leaves because a page was opened: every release is a form that somebody sent.
 */
@NullMarked
package dev.cofactor.face.panel;

import org.jspecify.annotations.NullMarked;
