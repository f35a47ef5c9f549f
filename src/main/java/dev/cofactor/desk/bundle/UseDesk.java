// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.desk.seeds.Custody;
import dev.cofactor.engine.escrow.EscrowRefused;
import dev.cofactor.engine.escrow.UseFile;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.AccessKind;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes back how a bundle was used. Handed in twice, or by two at once, each use counts once; what a file says that holders
 * together did not sign is not believed.
 */
@ApplicationScoped
public class UseDesk {
    private final Gate gate;
    private final BundleDesk desk;
    private final UseRows rows;
    private final OnRecord log;
    private final Custody custody;
    private final Catalogue catalogue;
    private final Post post;

    UseDesk(Gate gate, BundleDesk desk, UseRows rows, OnRecord log, Custody custody, Catalogue catalogue, Post post) {
        this.gate = gate;
        this.desk = desk;
        this.rows = rows;
        this.log = log;
        this.custody = custody;
        this.catalogue = catalogue;
        this.post = post;
    }

    /**
     * What came of it.
     *
     * @param uses how many the file holds, {@code fresh} of them not known before
     * @param seeds how many seeds were opened that were not known to have been
     * @param codes how many backup codes were taken out of their pools
     * @param twice how many backup codes had been handed out here as well
     * @param head the last one's digest, as the command that wrote it printed it
     */
    public record Taken(int uses, int fresh, int seeds, int codes, int twice, String head) {
        private Taken and(Taken other) {
            return new Taken(
                    uses, fresh + other.fresh, seeds + other.seeds, codes + other.codes, twice + other.twice, head);
        }
    }

    public Taken take(Caller caller, UUID id, byte[] text) {
        gate.admit(caller, Verb.BUNDLE_SEAL, () -> desk.there(id));
        BundleRows.Kept bundle = desk.sound(id);
        BundleRows.Made made = bundle.made().orElseThrow(BundleRefused::notMade);
        if (!log.says(made.event(), EventClass.BUNDLE_MADE, id, made.by(), Sealing.hash(made.digest(), made.uses()))) {
            throw BundleRefused.altered();
        }
        UseFile file = UseFile.read(text, new UseFile.Of(id, made.uses(), made.digest()));
        Plan plan = BundleDesk.plan(bundle);
        file.lines().forEach(line -> requireInside(plan, line.use()));
        Taken taken = new Taken(file.lines().size(), 0, 0, 0, 0, file.head());
        for (Map.Entry<UUID, List<UseFile.Line>> secret : fresh(id, file).entrySet()) {
            taken = taken.and(taken(caller, id, plan, secret.getKey(), secret.getValue()));
        }
        return taken;
    }

    /** Holders could sign what they like: it must be of what they held. */
    private void requireInside(Plan plan, UseFile.Use use) {
        boolean inside = plan.secrets().stream()
                .filter(one -> one.secret().equals(use.secret()))
                .anyMatch(one -> switch (use.content()) {
                    case "seed" -> one.seed().equals(Optional.of(use.value()));
                    case "backup-code" -> rows.isOf(use.value(), one.pools());
                    default -> false;
                });
        boolean shares = use.shares().stream()
                .allMatch(share -> share >= 1 && share <= plan.holders().size());
        if (!inside || !shares || use.shares().size() < plan.threshold() || use.number() < 0) {
            throw EscrowRefused.altered("the list of uses");
        }
    }

    private Map<UUID, List<UseFile.Line>> fresh(UUID bundle, UseFile file) {
        Map<UUID, List<UseFile.Line>> bySecret = new LinkedHashMap<>();
        file.lines().stream()
                .filter(line -> !rows.has(bundle, line.digest()))
                .forEach(line -> bySecret.computeIfAbsent(line.use().secret(), secret -> new ArrayList<>())
                        .add(line));
        return bySecret;
    }

    /** Each secret's in a change of its own: whoever is stopped in between hands the file in again. */
    private Taken taken(Caller caller, UUID id, Plan plan, UUID secret, List<UseFile.Line> lines) {
        Details details = Details.none().with(Name.OTHER, id);
        Sight sight = Sight.of(Target.installation(), new Subject(Subject.Kind.SECRET, secret), Map.of())
                .saying(details);
        Ask ask = new Ask(caller, Verb.BUNDLE_SEAL, EventClass.BUNDLE_USED, () -> Optional.of(sight));
        return gate.change(ask, Moves.NOTHING, at -> {
                    Taken sum = new Taken(0, 0, 0, 0, 0, "");
                    for (UseFile.Line line : lines) {
                        sum = rows.add(id, line, at.event(), at.time()) ? sum.and(one(plan, line.use(), at)) : sum;
                    }
                    Details said = Details.none().with(Name.COUNT, sum.fresh);
                    return new Done<>(sum, said, sum.fresh == 0 ? List.of() : told(caller, secret, at));
                })
                .result()
                .orElseThrow();
    }

    private Taken one(Plan plan, UseFile.Use use, Done.Moment at) {
        if (use.content().equals("seed")) {
            Set<UUID> holders = new HashSet<>();
            use.shares()
                    .forEach(share -> holders.add(plan.holders().get(share - 1).person()));
            custody.openedFromBundle(use.value(), holders, at.event(), at.time());
            return new Taken(0, 1, 1, 0, 0, "");
        }
        return rows.take(use.value(), at.event()) ? new Taken(0, 1, 0, 1, 0, "") : new Taken(0, 1, 0, 0, 1, "");
    }

    private List<Claim.Tell> told(Caller caller, UUID secret, Done.Moment at) {
        Message.OfAccess message = new Message.OfAccess(
                AccessKind.BUNDLE_USED, secret, at.event(), caller.actor().id());
        return catalogue
                .find(secret)
                .map(found -> post.access(Post.owners(found), message))
                .orElse(List.of());
    }
}
