// SPDX-License-Identifier: Apache-2.0
/**
 * What the rules must keep saying: tests and invariants that policy authors write, and that are asked before every save.
 *
 * <p>A test is one question with its answer; an invariant says what never is, whoever asks, whenever and from wherever. A save
 * that breaks one which holds is refused with a counterexample, and so is an expectation that the rules in force break
 * already. One that is broken nevertheless, because people or places have moved or because a second person has let a save
 * pass, blocks no further save: the way back may need several.
 *
 * <p>They give nobody anything and take nothing from anybody: the gate never asks them. Writing them is a change under {@code
 * policy.edit} that moves the world, so that no save and no expectation pass each other unseen.
 */
@NullMarked
package dev.cofactor.desk.expectations;

import org.jspecify.annotations.NullMarked;
