// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of what a person proves himself with: his own second factors.
 *
 * <p>As in {@code web}, a page calls the face of a feature and holds no rule. A factor is set up, seen and removed by its own
 * person, in a session of his browser; no credential for programs leads here.
 */
@NullMarked
package dev.cofactor.face.self;

import org.jspecify.annotations.NullMarked;
