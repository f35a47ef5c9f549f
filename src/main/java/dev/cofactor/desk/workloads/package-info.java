// SPDX-License-Identifier: Apache-2.0
/**
 * Programs that others vouch for: a job of a build server, a pod of a cluster, whoever shows a JWT of an issuer that we trust
 * for this. They keep no secret of ours, so none of theirs can be stolen for longer than that token is good.
 *
 * <p>A federation says: whoever this issuer vouches for, to this audience, on these conditions, is that service. A token lets
 * in exactly one service or nobody. It is signed by an algorithm on the federation's list, in time to the second, and meant
 * for us alone; every claim that the federation names is as it says, and a star reaches over no slash.
 *
 * <p>Whether the federation and the service stand is looked up for every request, and asked again by the gate with every
 * decision. Changing, suspending and ending are changes that pass the gate. The room issues no token, and nothing of one is
 * stored, logged or repeated; it never fetches a code.
 */
@NullMarked
package dev.cofactor.desk.workloads;

import org.jspecify.annotations.NullMarked;
