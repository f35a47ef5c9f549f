// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of the templates: which there are, what each asks of whoever adds a secret, and an editor that shows at once what
 * people will fill in and how its codes will look.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule: what a
 * template may be is said by the desk, and its refusal names the field. The editor is a document first: fields are added,
 * moved and taken out by buttons of its form, and nothing is kept before it is saved. What is shown as a preview is inert: it
 * has no names, is never sent, and holds no value of any secret.
 */
@NullMarked
package dev.cofactor.face.patterns;

import org.jspecify.annotations.NullMarked;
