// SPDX-License-Identifier: Apache-2.0
/**
 * Programs that act for people: agents, and the delegations by which a person lets one act for him.
 *
 * <p>Whoever may edit machines makes, names and suspends agents. A delegation is made by the person himself and by nobody
 * for him, from a session that stands: the agent, a label, an end at most {@code cofactor.delegation.max-days} away, and
 * address ranges if he wants them. One token ({@code cfa_…}) goes with it, shown once and stored as a hash; it is good as long
 * as the delegation is. The person ends it, or whoever may edit people or machines; it also ends with the person, and is good
 * for nothing while he or the agent is suspended. Ended, it gives nothing from the answer on, on any node.
 *
 * <p>What an agent may do is what the policies give to it and to the person alike, and of that only what an agent may ever do:
 * find things and take codes. It makes no credential, no delegation and no change, and decides nothing. The engine and the gate
 * see to that, not this room. On the log the actor is the agent, with the person it acted for.
 */
@NullMarked
package dev.cofactor.desk.agents;

import org.jspecify.annotations.NullMarked;
