// SPDX-License-Identifier: Apache-2.0
/**
 * The first steps of an installation, for whoever looks after it: from nothing to the first code, and then to sharing it.
 * They stand on My Secrets as long as one of them is open, or until their reader puts them away.
 *
 * <p>What is done is read from what is there: a secret, a code on the log, a colleague, a policy. Nothing is kept here but a
 * cookie that says that somebody wants to see them no more, and nothing is done here: each step leads to the page on which it
 * is taken, and whoever may not take it is refused there.
 *
 * <p>Called by templates of {@code shelf} alone, as {@code inject:firstSteps}.
 */
@NullMarked
package dev.cofactor.face.welcome;

import org.jspecify.annotations.NullMarked;
