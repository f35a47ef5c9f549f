// SPDX-License-Identifier: Apache-2.0
/**
 * Those who are not people: services, their tokens, and workloads that bring a JWT of their own.
 *
 * <p>A token ({@code cft_…}) is shown once, stored as a hash, and belongs to one service; its rights may be narrower
 * than the service's, never wider. A workload's JWT works directly as bearer if its issuer is trusted and its token
 * claims match a federation; Cofactor issues none. That a signature was good is remembered (SHA-256 of the token to
 * its claims, until it expires or the issuer's keys change, at most 10,000, failures never); standing and groups are
 * looked up afresh each time.
 *
 * <p>An agent acts for a person and is bounded by that person. Issuer keys are fetched through {@code outbound}.
 * Creating, suspending and trusting are changes that pass the gate; a suspended token is refused by the next fetch on
 * any node. The room never fetches a code.
 */
@NullMarked
package dev.cofactor.desk.machines;

import org.jspecify.annotations.NullMarked;
