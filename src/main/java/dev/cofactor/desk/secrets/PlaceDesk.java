// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.secrets.Entrance.Wish;
import dev.cofactor.desk.weighing.Thing;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes where a secret is and how it is tagged, and whether it is there at all. What may change rights is asked at both ends;
 * what is handed in to be asked for is read only of somebody who is admitted.
 */
@ApplicationScoped
public class PlaceDesk {
    static final String MOVED = "secret-moved";
    static final String TAGGED = "secret-tagged";
    static final String SECRET = "secret";
    static final String INTO = "into";
    static final String TAGS = "tags";
    private static final String SEEN = "seen";

    static final String RESTORED = "secret-restored";

    private final Gate gate;
    private final SecondPerson second;
    private final Entrance entrance;
    private final Catalogue catalogue;
    private final Folders folders;
    private final CatalogueEdits edits;
    private final Contents contents;
    private final Completeness completeness;
    private final TrashRows trash;
    private final Seals seals;
    private final Ids ids;
    private final Clock clock;
    private final Duration window;

    PlaceDesk(
            Gate gate,
            SecondPerson second,
            Entrance entrance,
            Catalogue catalogue,
            Folders folders,
            CatalogueEdits edits,
            Contents contents,
            Completeness completeness,
            TrashRows trash,
            Seals seals,
            Ids ids,
            Clock clock,
            SecretsConfig config) {
        this.gate = gate;
        this.second = second;
        this.entrance = entrance;
        this.catalogue = catalogue;
        this.folders = folders;
        this.edits = edits;
        this.contents = contents;
        this.completeness = completeness;
        this.trash = trash;
        this.seals = seals;
        this.ids = ids;
        this.clock = clock;
        this.window = config.restoreWindow();
    }

    @ConfigMapping(prefix = "cofactor")
    interface SecretsConfig {
        /** How long a deleted secret can be brought back. */
        @WithDefault("P30D")
        Duration restoreWindow();
    }

    /** Where it is to lie again; what is absent is as it was. */
    public record Back(Optional<String> folder, Optional<Slug> slug) {}

    /** What can be brought back, as it was, and until when. */
    public record Gone(Placed secret, Instant until) {}

    /** @param folder by path or id */
    public void move(Caller caller, UUID secret, LongSupplier seen, Optional<String> folder) {
        Wish wish = new Wish(caller, Verb.SECRET_MOVE, EventClass.SECRET_MOVED, secret);
        Function<Wish, Optional<Sight>> look = one -> bothEnds(entrance.seen(one), one, folder);
        entrance.admit(wish, look);
        long state = seen.getAsLong();
        String there = folder.orElseThrow(SecretRefused::missing);
        move(
                caller,
                Proposed.of(
                        MOVED,
                        Map.of(
                                SECRET, secret.toString(),
                                SEEN, Long.toString(state),
                                INTO, PublicId.FOLDER.of(folder(there)))));
    }

    void move(Caller caller, Proposed change) {
        UUID secret = change.id(SECRET);
        Wish wish = new Wish(caller, Verb.SECRET_MOVE, EventClass.SECRET_MOVED, secret);
        Function<Wish, Optional<Sight>> look = one -> moving(change, one);
        entrance.weighed(wish, look, change, Long.parseLong(change.text(SEEN)), (now, at) -> {
            UUID into = folder(change.text(INTO));
            edits.move(secret, into, Entrance.moment(at));
            seals.seal(secret);
            return parts("place").with(Name.OTHER, into);
        });
    }

    /**
     * It then has these tags and no others.
     *
     * @param understood those of them that are tags at all
     */
    public void tag(Caller caller, UUID secret, LongSupplier seen, Set<Slug> understood, Supplier<Set<Slug>> wanted) {
        Wish wish = new Wish(caller, Verb.SECRET_TAG, EventClass.SECRET_TAGGED, secret);
        entrance.admit(wish, one -> beforeAndAfter(one, understood));
        long state = seen.getAsLong();
        String tags = wanted.get().stream().map(Slug::value).sorted().collect(Collectors.joining(" "));
        tag(caller, Proposed.of(TAGGED, Map.of(SECRET, secret.toString(), SEEN, Long.toString(state), TAGS, tags)));
    }

    void tag(Caller caller, Proposed change) {
        UUID secret = change.id(SECRET);
        Set<Slug> tags = tags(change);
        Wish wish = new Wish(caller, Verb.SECRET_TAG, EventClass.SECRET_TAGGED, secret);
        Function<Wish, Optional<Sight>> look = one -> beforeAndAfter(one, tags);
        entrance.weighed(wish, look, change, Long.parseLong(change.text(SEEN)), (now, at) -> {
            Set<UUID> named =
                    tags.stream().map(name -> edits.tagNamed(name, ids.next())).collect(Collectors.toSet());
            edits.tag(secret, named, Entrance.moment(at));
            seals.seal(secret);
            return parts("tags");
        });
    }

    Optional<Sight> moving(Proposed change, Wish wish) {
        return bothEnds(entrance.seen(wish), wish, Optional.of(change.text(INTO)));
    }

    Optional<Sight> restoring(Proposed change, Wish wish) {
        return deleted(wish, Optional.of(change.text(INTO)).filter(into -> !into.isEmpty()));
    }

    Optional<Sight> tagging(Proposed change, Wish wish) {
        return beforeAndAfter(wish, tags(change));
    }

    private static Set<Slug> tags(Proposed change) {
        return Stream.of(change.text(TAGS).split(" "))
                .filter(name -> !name.isEmpty())
                .map(Slug::new)
                .collect(Collectors.toSet());
    }

    private Optional<Sight> beforeAndAfter(Wish wish, Set<Slug> tags) {
        return entrance.seen(wish)
                .map(before -> gate.view(wish.caller()).firstWithout(wish.verb(), before, tagged(before, tags)));
    }

    /** @return until when it can be brought back */
    public Instant delete(Caller caller, UUID secret, LongSupplier seen) {
        Wish wish = new Wish(caller, Verb.SECRET_DELETE, EventClass.SECRET_DELETED, secret);
        entrance.admit(wish);
        entrance.change(wish, seen.getAsLong(), (now, at) -> {
            edits.delete(secret, Entrance.moment(at));
            trash.put(secret, at.time());
            return parts("deleted");
        });
        return trash.since(secret).map(since -> since.plus(window)).orElseThrow(SecretRefused::notFound);
    }

    /** What he may bring back: the last to go first. */
    public List<Gone> gone(Caller caller) {
        View view = gate.view(caller);
        Map<UUID, Instant> since = trash.after(clock.instant().minus(window));
        return catalogue.findDeleted(since.keySet()).stream()
                .filter(was ->
                        view.may(Verb.SECRET_DELETE, Sight.of(was, caller).target()))
                .map(was -> new Gone(
                        was, since.getOrDefault(was.secret(), Instant.EPOCH).plus(window)))
                .sorted(Comparator.comparing(Gone::until).reversed())
                .toList();
    }

    /** Whoever may delete it may bring it back; it serves again if it is complete. */
    public void restore(Caller caller, UUID secret, Optional<String> in, Supplier<Back> wanted) {
        Wish wish = new Wish(caller, Verb.SECRET_DELETE, EventClass.SECRET_RESTORED, secret);
        entrance.admit(wish, one -> deleted(one, in));
        Back back = wanted.get();
        Moves moves = new Moves(false, Set.of(secret));
        Proposed change = Proposed.of(
                RESTORED,
                Map.of(
                        SECRET,
                        secret.toString(),
                        INTO,
                        back.folder().map(this::folder).map(PublicId.FOLDER::of).orElse(""),
                        "slug",
                        back.slug().map(Slug::value).orElse("")));
        Watch watch = Watch.moving(() -> catalogue.find(secret).or(() -> catalogue.findDeleted(secret)).stream()
                .map(Thing::of)
                .toList());
        second.change(Entrance.ask(wish, one -> deleted(one, back.folder())), moves, change, watch, at -> {
            Placed was = catalogue.findDeleted(secret).orElseThrow(SecretRefused::notFound);
            requireWithinWindow(secret, at.time());
            UUID folder = back.folder().map(this::folder).orElseGet(() -> formerFolder(was));
            Slug slug = back.slug().orElseGet(() -> new Slug(was.slug()));
            edits.restore(secret, folder, slug, Entrance.moment(at));
            trash.take(secret);
            completeness.settle(secret, contents.version(was));
            seals.seal(secret);
            return new Done<>(secret, parts("restored").with(Name.VERSION, was.version() + 1), List.of());
        });
    }

    private UUID formerFolder(Placed was) {
        return folders.find(was.folders().getFirst()).map(Folder::id).orElseThrow(SecretRefused::folderGone);
    }

    private Optional<Sight> deleted(Wish wish, Optional<String> folder) {
        Optional<Sight> from = catalogue
                .findDeleted(wish.secret())
                .filter(was -> trash.since(was.secret()).isPresent())
                .map(was -> Sight.of(was, wish.caller()));
        return bothEnds(from, wish, folder);
    }

    private void requireWithinWindow(UUID secret, Instant now) {
        boolean over = trash.since(secret)
                .filter(since -> since.plus(window).isAfter(now))
                .isEmpty();
        if (over) {
            throw SecretRefused.windowOver();
        }
    }

    /** Where nowhere is named, there is one end. */
    private Optional<Sight> bothEnds(Optional<Sight> from, Wish wish, Optional<String> folder) {
        return folder.isEmpty() ? from : from.flatMap(here -> end(here, wish, folder.get()));
    }

    private Optional<Sight> end(Sight here, Wish wish, String folder) {
        return folders.find(folder)
                .map(into -> gate.view(wish.caller())
                        .firstWithout(wish.verb(), here, Entrance.into(into, here, wish.caller())));
    }

    private Sight tagged(Sight before, Set<Slug> tags) {
        Target now = before.target();
        Target then = new Target(now.secret(), now.folders(), contents.known(tags), now.template(), now.place());
        return new Sight(then, before.about(), before.rows(), before.details(), List.of(), Optional.empty());
    }

    private UUID folder(String asked) {
        return folders.find(asked).map(Folder::id).orElseThrow(SecretRefused::notFound);
    }

    private static Details parts(String part) {
        return Details.none().with(Name.PARTS, List.of(part));
    }
}
