// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import dev.cofactor.desk.rules.DocumentDesk.Said;
import dev.cofactor.desk.rules.EditionDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The editions there have been, and what each changed. */
@Path("/policies/editions")
@Produces(Leads.HTML)
class EditionPages {
    private static final int AT_ONCE = 30;

    private final EditionDesk desk;
    private final People people;
    private final Frame frame;

    EditionPages(EditionDesk desk, People people, Frame frame) {
        this.desk = desk;
        this.people = people;
        this.frame = frame;
    }

    /**
     * An edition in the list.
     *
     * @param by whoever saved it; empty where that was no person
     */
    record Row(long number, Instant time, String by, List<String> parts) {}

    /**
     * What became of one policy.
     *
     * @param before what it said; empty where it is new
     * @param after what it says; empty where it is withdrawn
     */
    record Change(String name, String parts, String before, String after) {}

    /** One edition against another. @param compared whether somebody chose which; else it is the one before it */
    record Shown(long number, long from, boolean compared, List<Change> changes) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance editions(Shell shell, List<Row> rows, long before, long newest);

        static native TemplateInstance edition(Shell shell, Shown shown);

        private Templates() {}
    }

    @GET
    public TemplateInstance editions(@QueryParam("before") @DefaultValue("") String before) {
        long from = RulesPages.edition(before);
        EditionDesk.Listing found = desk.list(frame.caller(), from < 0 ? Long.MAX_VALUE : from, AT_ONCE);
        Map<UUID, String> authors = authors(found.editions());
        List<Row> rows = found.editions().stream()
                .map(one -> new Row(
                        one.number(),
                        one.saving().at().truncatedTo(ChronoUnit.SECONDS),
                        one.saving().author() == null
                                ? ""
                                : authors.getOrDefault(one.saving().author(), ""),
                        one.parts()))
                .toList();
        return Templates.editions(
                frame.shell(Place.POLICIES), rows, found.more() ? rows.getLast().number() : 0, newest(rows));
    }

    @GET
    @Path("/{number: [0-9]{1,18}}")
    public TemplateInstance edition(@PathParam("number") long number) {
        return shown(Math.max(1, number - 1), number, false);
    }

    /** Any two, in the order in which they are asked for. */
    @GET
    @Path("/compare")
    public TemplateInstance compare(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("to") @DefaultValue("") String to) {
        return shown(RulesPages.edition(from.strip()), RulesPages.edition(to.strip()), true);
    }

    private TemplateInstance shown(long from, long to, boolean compared) {
        List<Change> changes = desk.compare(frame.caller(), from, to).said().stream()
                .map(EditionPages::change)
                .toList();
        return Templates.edition(frame.shell(Place.POLICIES), new Shown(to, from, compared, changes));
    }

    private static long newest(List<Row> rows) {
        return rows.isEmpty() ? 1 : rows.getFirst().number();
    }

    private static Change change(Said said) {
        return new Change(
                said.piece().after().or(said.piece()::before).orElseThrow().name(),
                String.join(", ", said.piece().parts()),
                said.before().orElse(""),
                said.after().orElse(""));
    }

    private Map<UUID, String> authors(List<EditionDesk.Listed> editions) {
        List<UUID> ids = editions.stream()
                .map(one -> one.saving().author())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return people.find(ids).stream().collect(Collectors.toMap(Person::id, Person::displayName));
    }
}
