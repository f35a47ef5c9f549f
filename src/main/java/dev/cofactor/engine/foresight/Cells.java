// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Setting;
import dev.cofactor.engine.clauses.Tri;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.ground.identity.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions are closed, so they cut all circumstances into finitely many cells: within one nothing that they say differs.
 * One of each stands for all of it, and what is so in every one is so everywhere.
 *
 * @param known with a time and an address, the first of them at the moment asked from
 * @param unknown where nobody could find out the time, the address or both; only where a condition asks for it
 * @param exact false where there were too many and some were left out: what was found is so, what was not found may be
 */
public record Cells(List<Circumstances> known, List<Circumstances> unknown, boolean exact) {
    /** Of cells for one question. Beyond, some are left out, and it is said. */
    static final int MOST = 20_000;

    public Cells {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }

    /**
     * As far as these policies' times and networks cut it.
     *
     * @param from the past before it is not looked at
     */
    public static Cells of(Collection<Policy> policies, Instant from) {
        return new Cut(policies).cells(from);
    }

    public List<Circumstances> all() {
        List<Circumstances> all = new ArrayList<>(known);
        all.addAll(unknown);
        return all;
    }

    private static Cells of(Times times, Addresses addresses) {
        List<Circumstances> known = new ArrayList<>();
        List<Circumstances> unknown = new ArrayList<>();
        boolean exact = times.exact() && addresses.exact();
        List<@Nullable Instant> instants = withUnknown(times.all(), times.matter());
        List<@Nullable InetAddress> places = withUnknown(addresses.all(), addresses.matter());
        for (Instant time : instants) {
            for (InetAddress address : places) {
                if (known.size() + unknown.size() == MOST) {
                    return new Cells(known, unknown, false);
                }
                (time == null || address == null ? unknown : known).add(new Circumstances(time, address));
            }
        }
        return new Cells(known, unknown, exact);
    }

    private static <T> List<@Nullable T> withUnknown(List<T> all, boolean matter) {
        List<@Nullable T> more = new ArrayList<>(all);
        if (matter) {
            more.add(null);
        }
        return more;
    }

    /** Of those points at which the same of these hold, the first. */
    static <T> List<T> different(
            Collection<T> points, Set<Set<Condition>> parts, Function<T, Predicate<Condition>> isSoAt) {
        Map<BitSet, T> first = new LinkedHashMap<>();
        for (T point : points) {
            Predicate<Condition> isSo = isSoAt.apply(point);
            BitSet so = new BitSet();
            int at = 0;
            for (Set<Condition> part : parts) {
                so.set(at++, part.stream().allMatch(isSo));
            }
            first.putIfAbsent(so, point);
        }
        return List.copyOf(first.values());
    }

    static Predicate<Condition> at(@Nullable Instant time, @Nullable InetAddress address) {
        Here here = new Here(time, address);
        return condition -> condition.test(here) == Tri.YES;
    }

    /**
     * What some policies say of time, and what of networks. Of each policy it is one part: whether its single conditions hold
     * says nothing beyond whether all of them do.
     */
    record Cut(Set<Set<Condition>> ofTime, Set<Set<Condition>> ofAddress) {
        Cut(Collection<Policy> policies) {
            this(parts(policies, Cut::isOfTime), parts(policies, Cut::isOfAddress));
        }

        Cells cells(Instant from) {
            return Cells.of(Times.of(ofTime, from), Addresses.of(ofAddress));
        }

        private static Set<Set<Condition>> parts(Collection<Policy> policies, Predicate<Condition> kind) {
            Set<Set<Condition>> parts = new LinkedHashSet<>();
            for (Policy policy : policies) {
                Set<Condition> part = new HashSet<>(policy.clauses().when());
                part.removeIf(kind.negate());
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            return parts;
        }

        private static boolean isOfTime(Condition condition) {
            return switch (condition) {
                case Condition.Hours hours -> true;
                case Condition.Dates dates -> true;
                case Condition.Network network -> false;
                case Condition.TokenClaim claim -> false;
                case Condition.Not not -> isOfTime(not.of());
            };
        }

        private static boolean isOfAddress(Condition condition) {
            return switch (condition) {
                case Condition.Network network -> true;
                case Condition.Hours hours -> false;
                case Condition.Dates dates -> false;
                case Condition.TokenClaim claim -> false;
                case Condition.Not not -> isOfAddress(not.of());
            };
        }
    }

    /** Nothing but when and from where: claims are somebody's, and no cell's. */
    private record Here(@Nullable Instant time, @Nullable InetAddress address) implements Setting {
        @Override
        public Tri claims(UUID issuer, String name, Predicate<String> value) {
            return Tri.UNKNOWN;
        }
    }

    /** What a condition denies or not. */
    static Condition plain(Condition condition) {
        return condition instanceof Condition.Not not ? not.of() : condition;
    }

    /**
     * One address for each cell of addresses. Answers change only where a network begins and behind where one ends, so these,
     * and the first address of either kind, say all. Addresses that people know from examples are tried before them.
     *
     * @param matter whether anything asks for the address at all
     */
    private record Addresses(List<InetAddress> all, boolean matter, boolean exact) {
        /** In no network that anybody has: set aside for examples. */
        private static final List<InetAddress> EXAMPLES = Stream.of("203.0.113.1/32", "2001:db8::1/128")
                .map(text -> AddressRange.of(text).first())
                .toList();

        private static final List<InetAddress> LOWEST = Stream.of("0.0.0.0/0", "::/0")
                .map(text -> AddressRange.of(text).first())
                .toList();

        /** Behind the IPv4 addresses in their IPv6 spelling: those are IPv4 addresses, wherever they are written. */
        private static final InetAddress BEHIND_MAPPED =
                AddressRange.of("::1:0:0:0/128").first();

        static Addresses of(Set<Set<Condition>> parts) {
            if (parts.isEmpty()) {
                return new Addresses(EXAMPLES.subList(0, 1), false, true);
            }
            List<AddressRange> networks = parts.stream()
                    .flatMap(Set::stream)
                    .map(Cells::plain)
                    .flatMap(Addresses::networks)
                    .distinct()
                    .toList();
            Set<InetAddress> points = new LinkedHashSet<>(EXAMPLES);
            networks.forEach(
                    network -> after(network.first()).filter(network::holds).ifPresent(points::add));
            networks.forEach(network -> points.add(network.first()));
            networks.forEach(network -> after(network.last()).ifPresent(points::add));
            points.addAll(LOWEST);
            points.add(BEHIND_MAPPED);
            return new Addresses(Cells.different(points, parts, address -> Cells.at(null, address)), true, true);
        }

        private static Stream<AddressRange> networks(Condition condition) {
            return condition instanceof Condition.Network network ? network.in().stream() : Stream.empty();
        }

        /** The next address, if there is one. */
        private static Optional<InetAddress> after(InetAddress address) {
            byte[] bytes = address.getAddress();
            int at = bytes.length - 1;
            while (at >= 0 && ++bytes[at] == 0) {
                at--;
            }
            return at < 0 ? Optional.empty() : Optional.of(address(bytes, address instanceof Inet6Address));
        }

        private static InetAddress address(byte[] bytes, boolean six) {
            try {
                InetAddress made = InetAddress.getByAddress(bytes);
                return six && !(made instanceof Inet6Address) ? BEHIND_MAPPED : made;
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address has as many bytes as it has", e);
            }
        }
    }
}
