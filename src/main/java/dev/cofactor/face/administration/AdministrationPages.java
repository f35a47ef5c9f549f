// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import dev.cofactor.desk.condition.Condition;
import dev.cofactor.desk.condition.ConditionDesk;
import dev.cofactor.desk.couriers.ChannelDesk;
import dev.cofactor.desk.couriers.Outcome;
import dev.cofactor.desk.couriers.Reports;
import dev.cofactor.desk.couriers.Trials;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.post.Channel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the installation is, and whether mail arrives. */
@Path("/administration")
@Produces(Leads.HTML)
class AdministrationPages {
    private static final int UNFIT = 422;

    private final ConditionDesk desk;
    private final Trials trials;
    private final ChannelDesk channels;
    private final Gate gate;
    private final Frame frame;

    AdministrationPages(ConditionDesk desk, Trials trials, ChannelDesk channels, Gate gate, Frame frame) {
        this.desk = desk;
        this.trials = trials;
        this.channels = channels;
        this.gate = gate;
        this.frame = frame;
    }

    /** @param tone good, warn or bad */
    record Card(String title, String tone, String word, List<Fact> facts, List<String> says) {}

    record Fact(String name, String value) {}

    /** @param own whether there is an address to send a test to */
    record Mail(boolean setUp, boolean own) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance condition(
                Shell shell, Tabs tabs, String at, List<Card> cards, Mail mail, String news, String fault);

        private Templates() {}
    }

    /** Whoever only turns keys or has bundles made has no business here, and a page of his own. */
    @GET
    public Response condition(@QueryParam("mail") @DefaultValue("") String mail) {
        Tabs tabs = Tabs.of(gate, frame.caller(), "condition");
        if (!tabs.settings() && tabs.keys()) {
            return Leads.to("/administration/keys");
        }
        if (!tabs.settings() && tabs.bundles()) {
            return Leads.to("/administration/bundles");
        }
        boolean sent = mail.equals("sent");
        return page(200, sent ? "sent" : "", mail.isEmpty() || sent ? "" : Wording.failed(mail));
    }

    /** Reloaded, the page that says how it went sends nothing once more. */
    @POST
    @Path("/mail-test")
    public Response tryMail() {
        try {
            Outcome outcome = trials.ofMail(frame.caller());
            return Leads.to("/administration?mail=" + Leads.asParameter(outcome.isSent() ? "sent" : outcome.why()));
        } catch (Problem e) {
            return page(UNFIT, "", Words.fault(e, Problem.Kind.CONFLICT));
        }
    }

    private Response page(int status, String news, String fault) {
        Condition now = desk.read(frame.caller());
        Optional<Trials.Standing> messages = now.messages();
        Mail mail = new Mail(
                messages.filter(Trials.Standing::mail).isPresent(),
                messages.filter(Trials.Standing::own).isPresent());
        return Response.status(status)
                .entity(Templates.condition(
                        frame.shell(Place.ADMINISTRATION),
                        Tabs.of(gate, frame.caller(), "condition"),
                        now.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                        List.of(clocks(now.clocks()), database(now.database()), log(now.log()), messages(messages)),
                        mail,
                        news,
                        fault))
                .build();
    }

    private static Card clocks(Condition.Clocks clocks) {
        String apart = clocks.ahead().map(Wording::apart).orElse("never compared");
        return clocks.agree()
                ? new Card("Clocks", "good", "Agree", List.of(new Fact("Against the database", apart)), List.of())
                : new Card(
                        "Clocks",
                        "bad",
                        "Differ",
                        List.of(new Fact("Against the database", apart)),
                        List.of("No condition on time is met until they agree. Synchronise both machines."));
    }

    private static Card database(Optional<Condition.Database> asked) {
        return asked.map(one -> new Card(
                        "Database",
                        "good",
                        "Answers",
                        List.of(
                                new Fact("PostgreSQL", one.release()),
                                new Fact("Size", Wording.bytes(one.bytes())),
                                new Fact("Answered in", Math.max(1, one.took().toMillis()) + " ms"),
                                new Fact("Connections", one.connections() + " of " + one.most())),
                        List.of()))
                .orElse(new Card("Database", "bad", "Does not answer", List.of(), List.of()));
    }

    private static Card log(Optional<Condition.Log> asked) {
        if (asked.isEmpty()) {
            return new Card("Log", "bad", "Cannot be read", List.of(), List.of("Nothing is released without it."));
        }
        Condition.Log log = asked.get();
        List<Fact> facts = List.of(
                new Fact("Entries", Long.toString(log.size())),
                new Fact("Signed", Long.toString(log.signed())),
                new Fact("Epoch", Integer.toString(log.epoch())));
        if (log.stopped().isPresent()) {
            return new Card(
                    "Log", "bad", "Stopped", facts, List.of("Nothing is recorded, and so nothing is released."));
        }
        return log.signed() == 0
                ? new Card("Log", "warn", "Not signed", facts, List.of("See whether the process that signs it runs."))
                : new Card("Log", "good", "Records", facts, List.of());
    }

    private Card messages(Optional<Trials.Standing> asked) {
        if (asked.isEmpty()) {
            return new Card("Messages", "warn", "Unknown", List.of(), List.of());
        }
        Trials.Standing standing = asked.get();
        List<String> says = says(standing.troubles());
        List<Fact> facts = List.of(
                new Fact("On their way", Long.toString(standing.waiting())),
                new Fact("Mail", standing.mail() ? "Set up" : "Not set up"));
        return says.isEmpty()
                ? new Card("Messages", "good", "Leave", facts, says)
                : new Card("Messages", "warn", "Blocked", facts, says);
    }

    private List<String> says(List<Reports.Trouble> troubles) {
        if (troubles.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names =
                channels.all(frame.caller()).stream().collect(Collectors.toMap(Channel::id, Channel::name));
        List<String> says = new ArrayList<>();
        troubles.forEach(one -> says.add(Wording.trouble(
                one,
                one.channel().map(id -> names.getOrDefault(id, "A channel")).orElse(""))));
        return says;
    }
}
