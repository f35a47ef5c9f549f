// SPDX-License-Identifier: Apache-2.0
/**
 * What follows from an edition before it is in force: who can do what, what a change gives and takes from whom,
 * whether the policy tests that came with it pass, and what looks like a mistake.
 *
 * <p>It asks the same engine that decides at the gate, many times, and never reasons about policies in a second way; a
 * preview that disagrees with a decision cannot be written. Facts (people, groups, secrets) are parameters.
 *
 * <p>It permits nothing and blocks nothing by itself: the desks show its findings before a save, and the gate uses
 * them to see whether a change gives its author a verb he lacked, in which case a second person must agree. Findings
 * name rules and ids; the sentences people read are made on the page.
 */
@NullMarked
package dev.cofactor.engine.foresight;

import org.jspecify.annotations.NullMarked;
