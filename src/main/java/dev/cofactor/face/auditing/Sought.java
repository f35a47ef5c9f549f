// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.face.web.Leads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody looks for, as he typed it. It stands in the address, so that it can be kept, sent to a colleague, and gone
 * back to.
 *
 * @param kind one of {@link Deeds.Kind}, or empty
 * @param who an account, a service or an agent
 * @param what a secret
 * @param from the first day, and {@code until} the last, in the log's own time
 */
record Sought(String kind, String outcome, String who, String what, String from, String until, String address) {
    static Sought of(Map<String, List<String>> given) {
        return new Sought(
                one(given, "kind"),
                one(given, "outcome"),
                one(given, "who"),
                one(given, "what"),
                one(given, "from"),
                one(given, "until"),
                one(given, "address"));
    }

    private static String one(Map<String, List<String>> given, String name) {
        return given.getOrDefault(name, List.of("")).getFirst().strip();
    }

    /** What there is of it, by the names it has in the address. */
    Map<String, String> parts() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", kind);
        all.put("outcome", outcome);
        all.put("who", who);
        all.put("what", what);
        all.put("from", from);
        all.put("until", until);
        all.put("address", address);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    public boolean any() {
        return !parts().isEmpty();
    }

    /** As it stands in an address, beginning with a question mark, or nothing. */
    public String query() {
        return query(parts());
    }

    /** The same, of older ones than this. */
    public String before(String index) {
        Map<String, String> parts = parts();
        parts.put("before", index);
        return query(parts);
    }

    /** The same of another kind. */
    public String ofKind(String other) {
        return new Sought(other, outcome, who, what, from, until, address).query();
    }

    private static String query(Map<String, String> parts) {
        return parts.isEmpty()
                ? ""
                : parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + Leads.asParameter(part.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
