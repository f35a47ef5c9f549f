// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import dev.cofactor.ground.problem.Problem;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** From where something may be shown: from anywhere where there is none, otherwise from one of them. */
public record AddressRanges(List<AddressRange> ranges) {
    public static final AddressRanges ANYWHERE = new AddressRanges(List.of());

    private static final int MOST = 32;

    public AddressRanges {
        ranges = ranges.stream().distinct().toList();
    }

    /** As typed or as stored. */
    public static AddressRanges of(Collection<String> written) {
        if (written.size() > MOST) {
            throw new Problem(
                    Problem.Kind.INVALID, "address-range-invalid", "there are " + MOST + " address ranges at the most");
        }
        return new AddressRanges(written.stream().map(AddressRange::of).toList());
    }

    /** @param address absent where nobody knows it, which is nowhere in particular */
    public boolean reach(Optional<InetAddress> address) {
        return ranges.isEmpty()
                || address.filter(one -> ranges.stream().anyMatch(range -> range.holds(one)))
                        .isPresent();
    }

    /** Each in its one spelling. */
    public List<String> written() {
        return ranges.stream().map(AddressRange::toString).toList();
    }
}
