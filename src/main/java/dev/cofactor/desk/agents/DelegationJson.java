// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.mandates.Delegation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How delegations are spoken of outside. */
final class DelegationJson {
    private DelegationJson() {}

    /** A delegation that is wanted; without ranges its token may be shown anywhere. */
    record Wanted(
            @Nullable String label,
            @Nullable Integer days,
            @Nullable List<@Nullable String> ranges) {
        DelegationDesk.Order order() {
            if (label == null || days == null) {
                throw AgentRefused.invalid("a delegation has a label, and a number of days that it is good for");
            }
            return new DelegationDesk.Order(DisplayName.of(label), days, from());
        }

        private AddressRanges from() {
            if (ranges == null) {
                return AddressRanges.ANYWHERE;
            }
            if (ranges.stream().anyMatch(Objects::isNull)) {
                throw AgentRefused.invalid("an address range is a text");
            }
            return AddressRanges.of(ranges.stream().map(Objects::requireNonNull).toList());
        }
    }

    record Listed(
            String id,
            String agent,
            String person,
            String label,
            List<String> ranges,
            Instant since,
            Instant until,
            @Nullable Instant ended,
            @Nullable Instant lastUsed) {
        static Listed of(Delegation delegation, @Nullable Instant lastUsed) {
            return new Listed(
                    delegation.id().toString(),
                    delegation.agent().toString(),
                    delegation.person().toString(),
                    delegation.label(),
                    delegation.from().written(),
                    delegation.since(),
                    delegation.until(),
                    delegation.ended().orElse(null),
                    lastUsed);
        }

        static List<Listed> of(List<Delegation> delegations, Map<UUID, Instant> used) {
            return delegations.stream().map(one -> of(one, used.get(one.id()))).toList();
        }
    }

    record Listing(List<Listed> delegations) {}

    /** The only time that the token is shown. */
    record Given(String token, Listed about) {
        static Given of(DelegationDesk.Given given) {
            return new Given(given.shown().value(), Listed.of(given.delegation(), null));
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
