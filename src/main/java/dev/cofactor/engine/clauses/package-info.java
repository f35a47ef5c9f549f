// SPDX-License-Identifier: Apache-2.0
/**
 * What a policy asks besides who, what and where. Four kinds, and the difference between them carries the rest: {@code
 * when} is a fact that nobody can change now, and if it is not so the policy does not apply; {@code needs} is a step that
 * somebody can take, and if it is missing he is told so; a {@code limit} is counted where the record is made; {@code then}
 * is a duty that is carried out with the release.
 *
 * <p>Pure. Conditions have three answers: yes, no, and that nobody could find out; what the third means is the policy's to
 * say. There is no expression and no pattern beyond one {@code *}, so that all of it can be indexed, shown in a form and
 * analysed exactly.
 */
@NullMarked
package dev.cofactor.engine.clauses;

import org.jspecify.annotations.NullMarked;
