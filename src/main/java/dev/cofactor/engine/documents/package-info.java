// SPDX-License-Identifier: Apache-2.0
/**
 * JSON that rights hang on: read strictly, written in one spelling. What is not asked for may not be there, and what is
 * refused is named by its place, never by what stands there.
 */
@NullMarked
package dev.cofactor.engine.documents;

import org.jspecify.annotations.NullMarked;
