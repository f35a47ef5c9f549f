// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.mandates.Agent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How agents are spoken of outside. */
final class AgentJson {
    private AgentJson() {}

    /** What is not given stays, and a new one needs a name. */
    record Named(@Nullable String name, @Nullable Boolean active) {
        DisplayName required() {
            return named().orElseThrow(() -> AgentRefused.invalid("an agent has a name"));
        }

        AgentDesk.Edit edit() {
            return new AgentDesk.Edit(named(), Optional.ofNullable(active));
        }

        private Optional<DisplayName> named() {
            return Optional.ofNullable(name).map(DisplayName::of);
        }
    }

    record Listed(String id, String name, boolean active) {
        static Listed of(Agent agent) {
            return new Listed(agent.id().toString(), agent.name(), agent.active());
        }
    }

    record Listing(List<Listed> agents) {
        static Listing of(List<Agent> agents) {
            return new Listing(agents.stream().map(Listed::of).toList());
        }
    }

    record Shown(String id, String name, boolean active, List<DelegationJson.Listed> delegations) {
        static Shown of(Agent agent, List<DelegationJson.Listed> delegations) {
            return new Shown(agent.id().toString(), agent.name(), agent.active(), delegations);
        }
    }
}
