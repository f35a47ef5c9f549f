// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.desk.review.ReviewDesk;
import dev.cofactor.face.web.Leads;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an access review somebody looks at, as it stands in the address.
 *
 * @param at the moment, or empty for this one
 * @param from how many rows are passed over
 */
record Picked(String at, String who, String where, boolean unused, long from) {
    static Picked of(Map<String, List<String>> given) {
        String from = one(given, "from");
        return new Picked(
                one(given, "at"),
                one(given, "who"),
                one(given, "where"),
                one(given, "unused").equals("yes"),
                from.matches("[0-9]{1,9}") ? Long.parseLong(from) : 0);
    }

    static Picked all(String at) {
        return new Picked(at, "", "", false, 0);
    }

    private static String one(Map<String, List<String>> given, String name) {
        return given.getOrDefault(name, List.of("")).getFirst().strip();
    }

    Optional<Instant> moment() {
        return moment(at);
    }

    /** As we write it, or as a browser's field for times does, which knows no zone: it is read as the log's own. */
    static Optional<Instant> moment(String text) {
        for (String spelled : List.of(text, text + "Z", text + ":00Z")) {
            try {
                return Optional.of(Instant.parse(spelled));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** As the browser's field for times takes it. */
    public String field() {
        return moment().map(time -> time.toString().substring(0, "2026-11-29T13:00".length()))
                .orElse("");
    }

    public boolean any() {
        return !(at.isEmpty() && who.isEmpty() && where.isEmpty()) || unused;
    }

    ReviewDesk.Picked wanted() {
        return new ReviewDesk.Picked(who, where, unused, from);
    }

    String query(String more) {
        return "?at=" + Leads.asParameter(at) + more;
    }

    /** The rows after these, of the very same moment. */
    String next(Instant moment, long end) {
        return "?at=" + Leads.asParameter(moment.toString())
                + "&who=" + Leads.asParameter(who)
                + "&where=" + Leads.asParameter(where)
                + (unused ? "&unused=yes" : "")
                + "&from=" + end;
    }
}
