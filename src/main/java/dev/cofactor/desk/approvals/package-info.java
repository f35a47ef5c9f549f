// SPDX-License-Identifier: Apache-2.0
/**
 * Asking somebody: ask, approve, refuse, withdraw, revoke; and in an emergency not to ask, and to be looked at afterwards.
 *
 * <p>A person or a machine that meets a challenge opens a request here, one for each need; those whom the clause names are
 * told by ids, see exactly what would be given (who, what, how often, until when, why), and decide at a page, with a fresh
 * proof. The last yes writes a grant, and a grant is still judged by the policy each time it is used.
 *
 * <p>The desk releases nothing: who was approved passes the gate like anybody. Nobody approves for himself, nor the person for
 * whom an agent asks. Each step is one change under the head's lock, so it is on the log with its reason sealed, what
 * contradicts it comes too late, and a revocation forbids every fetch that starts after its answer. Time ends requests
 * and grants by itself; that it did is written down afterwards.
 */
@NullMarked
package dev.cofactor.desk.approvals;

import org.jspecify.annotations.NullMarked;
