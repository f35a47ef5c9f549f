// SPDX-License-Identifier: Apache-2.0
/**
 * The second person. A change by which its author, or a credential shown to him, would gain a right he lacks on something
 * that is there already waits until another person who holds the right to that change has said yes; so does taking away
 * whoever could have objected.
 *
 * <p>Every desk whose changes can do so has them made here instead of at the gate. The change is done, the author's rights
 * before and after are compared under the head's lock, and if he has gained all is taken back and kept as a proposal. So
 * what is judged is what would be, and not what somebody thought it would be. Where nobody else has held that right for
 * seven days it passes, and everybody who looks after the installation is told.
 *
 * <p>A proposal is bound by the hash in its event: a row that says anything else is done by nobody. Whoever decides is a
 * person in a session who has proved a moment ago that it is he, and never the author. It is done through the desk that
 * knows how, under the world of that moment, and once.
 *
 * <p>It is also asked here whether anybody would be left who can edit policies.
 */
@NullMarked
package dev.cofactor.desk.proposals;

import org.jspecify.annotations.NullMarked;
