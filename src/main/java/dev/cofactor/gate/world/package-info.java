// SPDX-License-Identifier: Apache-2.0
/**
 * What decisions are taken on: the edition in force, and of each asker who and where he is, for one version of the world;
 * and what an asker has done for it so far, which is never kept.
 *
 * <p>Facts are remembered for as long as their world lasts, and compared with it when something is recorded. A proof, a grant
 * and a session are read anew each time, and settled as claims under the lock. Nothing here decides anything.
 */
@NullMarked
package dev.cofactor.gate.world;

import org.jspecify.annotations.NullMarked;
