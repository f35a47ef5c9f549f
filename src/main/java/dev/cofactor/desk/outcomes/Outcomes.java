// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes reports, and asks the owners where somebody does not get in. */
@ApplicationScoped
public class Outcomes {
    private final Gate gate;
    private final Releases releases;
    private final ReportRows rows;
    private final Catalogue catalogue;
    private final Post post;

    Outcomes(Gate gate, Releases releases, ReportRows rows, Catalogue catalogue, Post post) {
        this.gate = gate;
        this.releases = releases;
        this.rows = rows;
        this.catalogue = catalogue;
        this.post = post;
    }

    /** @param event that records it */
    public record Reported(Release release, Result result, UUID event, Instant time) {}

    /**
     * How a release stands for whoever had it.
     *
     * @param result absent while he has not said
     * @param asked whether the owners were asked because of it
     */
    public record State(Release release, Optional<Result> result, boolean asked) {}

    public State state(Caller caller, Optional<UUID> receipt) {
        Release release = releases.mine(caller, receipt);
        return new State(release, rows.of(release.event()), rows.isHelped(release.event()));
    }

    /** Once: what was said stays said. */
    public Reported report(Caller caller, Optional<UUID> receipt, Result result) {
        Release release = releases.mine(caller, receipt);
        if (!release.canBe(result)) {
            throw OutcomeRefused.unfit();
        }
        Fact fact = fact(caller, EventClass.OUTCOME_REPORTED, release)
                .saying(about(release).with(Name.RESULT, result.word()));
        return gate.note(fact, Moves.NOTHING, at -> {
            if (!rows.add(release, result, new ReportRows.By(caller.actor().id(), at.event(), at.time()))) {
                throw OutcomeRefused.saidAlready();
            }
            return Done.of(new Reported(release, result, at.event(), at.time()));
        });
    }

    /** @return how many people are told */
    public int askOwners(Caller caller, Optional<UUID> receipt) {
        Release release = releases.mine(caller, receipt);
        Placed secret = catalogue.find(release.secret()).orElseThrow(OutcomeRefused::notFound);
        Fact fact = fact(caller, EventClass.HELP_ASKED, release).saying(about(release));
        return gate.note(fact, Moves.NOTHING, at -> {
            if (!rows.help(release.event(), at.event())) {
                throw OutcomeRefused.noHelp();
            }
            List<Claim.Tell> tells = post.access(
                    Post.owners(secret),
                    new Message.OfAccess(
                            Message.AccessKind.HELP_ASKED,
                            secret.secret(),
                            at.event(),
                            caller.actor().id()));
            if (tells.isEmpty()) {
                throw OutcomeRefused.nobodyToAsk();
            }
            return new Done<>(tells.size(), Details.none(), tells);
        });
    }

    /** Of these releases those of which something was said. */
    public Map<UUID, Result> of(Collection<UUID> some) {
        return rows.of(some);
    }

    private static Fact fact(Caller caller, EventClass kind, Release release) {
        return Fact.done(caller, kind, new Subject(Subject.Kind.SECRET, release.secret()))
                .whileSignedIn()
                .byAgentsToo();
    }

    private static Details about(Release release) {
        return Details.none().with(Name.OTHER, release.event());
    }
}
