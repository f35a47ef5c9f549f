// SPDX-License-Identifier: Apache-2.0
/**
 * Policies, and what they ask, in plain words: made from them and from names alone.
 *
 * <p>A sentence leaves nobody and nothing out, however long it gets, and alters no name. Whoever is told a step or a
 * condition without names is told it so that it gives nothing away: no policy, no group, no network.
 *
 * <p>The room decides nothing and shows nothing to anybody: it words what a desk above may show to its caller. Names are
 * looked up of all that some policies are about at once; what lies in a personal folder is called that and not by its name.
 */
@NullMarked
package dev.cofactor.desk.wording;

import org.jspecify.annotations.NullMarked;
