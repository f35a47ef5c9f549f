// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Watch;
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
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.AccessKind;
import dev.cofactor.ledger.post.Post;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Proposes bundles, has a second person agree to them, and says which there are. Nothing is opened here. */
@ApplicationScoped
public class BundleDesk {
    private static final int NEWEST = 100;

    private final Gate gate;
    private final SecondPerson second;
    private final Choosing choosing;
    private final BundleRows rows;
    private final UseRows uses;
    private final OnRecord log;
    private final Catalogue catalogue;
    private final People people;
    private final Post post;
    private final Ids ids;

    BundleDesk(
            Gate gate,
            SecondPerson second,
            Choosing choosing,
            BundleRows rows,
            UseRows uses,
            OnRecord log,
            Catalogue catalogue,
            People people,
            Post post,
            Ids ids) {
        this.gate = gate;
        this.second = second;
        this.choosing = choosing;
        this.rows = rows;
        this.uses = uses;
        this.log = log;
        this.catalogue = catalogue;
        this.people = people;
        this.post = post;
        this.ids = ids;
    }

    /** A bundle by names of now. @param madeAt absent while nobody has it */
    public record Shown(
            UUID id,
            String name,
            int threshold,
            List<Holding> holders,
            List<Held> secrets,
            Party author,
            Party agreed,
            Instant agreedAt,
            Optional<Party> made,
            Optional<Instant> madeAt,
            List<Opened> uses) {}

    public record Party(UUID person, String name) {}

    public record Holding(int share, Party holder, String fingerprint) {}

    /** @param path absent for what is gone */
    public record Held(UUID secret, Optional<String> path, boolean seed, boolean pool) {}

    /** @param overwrite whether that seed still gives codes here */
    public record Opened(
            UUID secret, Optional<String> path, String content, int number, Instant at, boolean overwrite) {}

    /** @throws dev.cofactor.desk.proposals.Waits always, if he may: nobody makes one alone */
    public void propose(Caller caller, Supplier<Wanted> asked) {
        admit(caller);
        Plan plan = choosing.plan(caller, asked.get());
        agree(caller, plan.proposed());
    }

    /** As the one who proposed it, it is only weighed; as the second person it is agreed to. */
    void agree(Caller caller, Proposed change) {
        Plan plan = Plan.of(change);
        UUID id = ids.next();
        Ask ask = new Ask(
                caller, Verb.BUNDLE_SEAL, EventClass.BUNDLE_AGREED, () -> choosing.look(caller, plan, sight(id)));
        second.change(ask, Moves.NOTHING, change, Watch.standing(), at -> {
            choosing.requireStill(plan);
            rows.add(new BundleRows.Kept(
                    id,
                    change.document(),
                    plan.author(),
                    caller.actor().id(),
                    at.event(),
                    at.time(),
                    Optional.empty()));
            Details details = Details.none()
                    .with(Name.HASH, Plan.hash(id, change.document()))
                    .with(Name.COUNT, plan.secrets().size());
            return new Done<>(id, details, told(caller, id, plan, at));
        });
    }

    /** Owners of what is in it, each of his own; and of the bundle whoever administers and whoever will hold a share. */
    private List<Claim.Tell> told(Caller caller, UUID id, Plan plan, Done.Moment at) {
        UUID by = caller.actor().id();
        Set<UUID> whom = new HashSet<>(List.of(Role.ADMINISTRATOR.group(), plan.author(), by));
        plan.holders().forEach(holder -> whom.add(holder.person()));
        List<Claim.Tell> tells =
                new ArrayList<>(post.access(whom, new Message.OfAccess(AccessKind.BUNDLE_AGREED, id, at.event(), by)));
        for (Placed secret : catalogue.find(plan.ids())) {
            Message.OfAccess message = new Message.OfAccess(AccessKind.SECRET_BUNDLED, secret.secret(), at.event(), by);
            tells.addAll(post.access(Post.owners(secret), message));
        }
        return tells;
    }

    /** What he could put into one. */
    public List<Placed> offered(Caller caller) {
        admit(caller);
        return choosing.offered(caller);
    }

    /** The newest first. */
    public List<Shown> all(Caller caller) {
        admit(caller);
        return rows.newest(NEWEST).stream()
                .map(bundle -> shown(bundle, List.of()))
                .toList();
    }

    public Shown read(Caller caller, UUID id) {
        gate.admit(caller, Verb.BUNDLE_SEAL, () -> there(id));
        BundleRows.Kept bundle = sound(id);
        return shown(bundle, uses.of(id));
    }

    /** As it was agreed to, to the letter. */
    BundleRows.Kept sound(UUID id) {
        BundleRows.Kept bundle = rows.find(id).orElseThrow(BundleRefused::notFound);
        String hash = Plan.hash(id, bundle.document());
        if (!log.says(bundle.event(), EventClass.BUNDLE_AGREED, id, bundle.by(), hash)) {
            throw BundleRefused.altered();
        }
        return bundle;
    }

    static Plan plan(BundleRows.Kept bundle) {
        return Plan.of(new Proposed(Plan.KIND, bundle.document(), Optional.empty()));
    }

    private void admit(Caller caller) {
        gate.admit(caller, Verb.BUNDLE_SEAL, () -> Optional.of(Sight.installation(Details.none())));
    }

    Optional<Sight> there(UUID id) {
        return rows.find(id).map(bundle -> sight(id));
    }

    private static Sight sight(UUID id) {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.BUNDLE, id), Map.of());
    }

    Optional<Sight> look(Proposed change, Caller caller) {
        return choosing.look(caller, Plan.of(change), Sight.installation(Details.none()));
    }

    /** For whoever is to agree: whose keys, and each secret. */
    List<String> words(Proposed change) {
        Plan plan = Plan.of(change);
        Map<UUID, String> paths = paths(plan.ids());
        List<String> words = new ArrayList<>();
        words.add("The disaster bundle “" + plan.name() + "” is sealed. Any " + plan.threshold() + " of its "
                + plan.holders().size() + " holders open it together, without Cofactor, and then have current codes and"
                + " backup codes of "
                + (plan.secrets().size() == 1 ? "one secret." : plan.secrets().size() + " secrets."));
        for (Plan.Holder holder : plan.holders()) {
            words.add("Holder: " + party(holder.person()).name() + ", key " + readable(holder.fingerprint()) + ".");
        }
        for (Plan.Chosen secret : plan.secrets()) {
            words.add("Secret: " + paths.getOrDefault(secret.secret(), "one that is gone") + ".");
        }
        return words;
    }

    /** In groups, as people read it to each other. */
    public static String readable(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private Shown shown(BundleRows.Kept bundle, List<UseRows.Known> opened) {
        Plan plan = plan(bundle);
        Map<UUID, String> paths = paths(plan.ids());
        List<Holding> holders = new ArrayList<>();
        for (Plan.Holder holder : plan.holders()) {
            holders.add(new Holding(holders.size() + 1, party(holder.person()), holder.fingerprint()));
        }
        return new Shown(
                bundle.id(),
                plan.name(),
                plan.threshold(),
                holders,
                plan.secrets().stream()
                        .map(one -> new Held(
                                one.secret(),
                                Optional.ofNullable(paths.get(one.secret())),
                                one.seed().isPresent(),
                                !one.pools().isEmpty()))
                        .toList(),
                party(bundle.author()),
                party(bundle.by()),
                bundle.at(),
                bundle.made().map(made -> party(made.by())),
                bundle.made().map(BundleRows.Made::at),
                opened.stream()
                        .map(one -> new Opened(
                                one.secret(),
                                Optional.ofNullable(paths.get(one.secret())),
                                one.content(),
                                one.number(),
                                one.opened(),
                                one.serving()))
                        .toList());
    }

    private Map<UUID, String> paths(List<UUID> secrets) {
        Map<UUID, String> paths = new HashMap<>();
        catalogue.find(secrets).forEach(secret -> paths.put(secret.secret(), secret.path()));
        return paths;
    }

    private Party party(UUID id) {
        return new Party(id, people.find(id).map(Person::displayName).orElse("A program"));
    }
}
