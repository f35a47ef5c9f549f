// SPDX-License-Identifier: Apache-2.0
/**
 * The sealed disaster bundle: what is needed to go on when the installation is gone, sealed to keys that are not on the server.
 *
 * <p>Somebody proposes one, a second person agrees, always; owners, holders and administrators are told in that transaction. Then
 * it is made, once: each seed and backup code is opened after its own release is recorded and goes straight under the bundle's
 * key, of which each holder gets a share, sealed to the key that he made himself and registered here. That key is forgotten, the
 * file kept nowhere. What was agreed to is compared at each step: a secret that came later is not in it, one that has changed
 * stops it.
 *
 * <p>It is opened by {@code cofactor bundle open}, without a server. Its list of uses comes back here, is believed as far as
 * holders together have signed it, takes backup codes out of their pools and has the holders known as those who could have known
 * the seeds.
 *
 * <p>Seeds that count are in no bundle. This room never reads a bundle, and knows no key that opens one.
 */
@NullMarked
package dev.cofactor.desk.bundle;

import org.jspecify.annotations.NullMarked;
