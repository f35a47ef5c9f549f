// SPDX-License-Identifier: Apache-2.0
/**
 * Asking somebody: request, approve, refuse, withdraw, revoke.
 *
 * <p>A person or a machine that meets a challenge opens a request here; those whom the clause names are told, see
 * exactly what would be granted (who, what, how often, until when, why), and decide. A yes writes a grant, and a grant
 * is still judged by the policy each time it is used. Requests expire.
 *
 * <p>The desk releases nothing: who was approved comes back with the request's id, as the same actor though perhaps
 * with a fresh token, and passes the gate like anybody. Nobody approves for himself. Each step is a {@code
 * gate.change}, so it is on the log with its reason sealed, and a revocation forbids every fetch that starts after its
 * answer.
 *
 * <p>Proposed changes that wait for a second person are decided here as well and applied by the gate.
 */
@NullMarked
package dev.cofactor.desk.approvals;

import org.jspecify.annotations.NullMarked;
