// SPDX-License-Identifier: Apache-2.0
/**
 * Pages of changes that wait for a second person: which there are, what each would do and what its author would gain, and
 * the yes or no. There is no API beside them: nobody but a person who has proved a moment ago that it is he decides.
 *
 * <p>Opening a page changes nothing. Every answer about a change that has to wait is made here, for programs and for
 * browsers alike: it is accepted, not done, and there is a place where it is decided.
 */
@NullMarked
package dev.cofactor.face.changes;

import org.jspecify.annotations.NullMarked;
