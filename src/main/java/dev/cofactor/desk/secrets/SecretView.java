// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.secrets.Entrance.Wish;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Secrets as far as somebody may see them. Nothing sealed is read here. */
@ApplicationScoped
public class SecretView {
    private static final int AT_A_TIME = 500;

    private final Gate gate;
    private final Entrance entrance;
    private final Catalogue catalogue;
    private final Contents contents;
    private final OpenFieldRows open;
    private final Vault vault;

    SecretView(Gate gate, Entrance entrance, Catalogue catalogue, Contents contents, OpenFieldRows open, Vault vault) {
        this.gate = gate;
        this.entrance = entrance;
        this.catalogue = catalogue;
        this.contents = contents;
        this.open = open;
        this.vault = vault;
    }

    /** A secret with what is open in it. */
    public record Whole(Placed placed, TemplateVersion version, Map<UUID, String> open, List<Vault.Kept> current) {
        /** Whether a field has something sealed in it. */
        public boolean isSealed(UUID field) {
            return current.stream().anyMatch(kept -> kept.where().field().equals(field));
        }
    }

    /** A value that a field had, without what it says: by whom it came in, from when to when it stood. */
    public record Was(UUID value, UUID by, Instant since, Optional<Instant> until) {
        private static Was of(Vault.Kept kept) {
            return new Was(kept.where().value(), kept.actor(), kept.since(), kept.until());
        }
    }

    /**
     * @param wanted its text is looked for here, open fields included
     * @return those that are seen, in the order they were made in
     */
    public List<Placed> list(Caller caller, Catalogue.Wanted wanted) {
        View view = somebody(caller);
        String text = wanted.text().toLowerCase(Locale.ROOT);
        List<Placed> seen = new ArrayList<>();
        Catalogue.Wanted next = new Catalogue.Wanted(
                wanted.below(), wanted.deep(), wanted.template(), wanted.tag(), "", wanted.after(), AT_A_TIME);
        List<Placed> page = catalogue.list(next);
        while (!page.isEmpty()) {
            Map<UUID, Map<UUID, String>> values = text.isEmpty()
                    ? Map.of()
                    : open.of(page.stream().map(Placed::secret).toList());
            for (Placed one : page) {
                Target target = Sight.of(one, caller).target();
                if (view.shows(target)
                        && says(one, values.getOrDefault(one.secret(), Map.of()), Entrance.reads(view, target), text)) {
                    seen.add(one);
                }
                if (seen.size() == wanted.limit()) {
                    return seen;
                }
            }
            next = next.after(page.getLast().secret());
            page = page.size() < AT_A_TIME ? List.of() : catalogue.list(next);
        }
        return seen;
    }

    /** What lies open in those of these that he may read. */
    public Map<UUID, Map<UUID, String>> open(View view, Caller caller, List<Placed> some) {
        return open.of(some.stream()
                .filter(one -> Entrance.reads(view, Sight.of(one, caller).target()))
                .map(Placed::secret)
                .toList());
    }

    public Whole one(Caller caller, String pathOrId) {
        return whole(entrance.admit(caller, Verb.SECRET_READ_META, pathOrId));
    }

    /** After the caller's own change. Whoever may move or delete it and not read it hears nothing of what is in it. */
    Whole after(Caller caller, Placed placed) {
        return Entrance.reads(gate.view(caller), Sight.of(placed, caller).target())
                ? whole(placed)
                : new Whole(placed, contents.version(placed), Map.of(), List.of());
    }

    private Whole whole(Placed placed) {
        List<Vault.Kept> current = vault.all(placed.secret()).stream()
                .filter(kept -> kept.until().isEmpty())
                .toList();
        return new Whole(placed, contents.version(placed), open.of(placed.secret()), current);
    }

    /** The values a field had, newest first; of a seed there are none to know of. */
    public List<Was> earlier(Caller caller, UUID secret, String field) {
        Wish wish = new Wish(caller, Verb.SECRET_READ_META, EventClass.REQUEST_REFUSED, secret);
        Placed placed = entrance.admit(wish);
        Field named = Filling.named(contents.version(placed), field).orElseThrow(() -> entrance.missing(wish));
        if (Filling.content(named).isEmpty()) {
            return List.of();
        }
        return vault.earlier(secret, named.id()).stream()
                .filter(kept -> Seals.isRevealed(kept.where().content()))
                .map(Was::of)
                .toList();
    }

    private View somebody(Caller caller) {
        View view = gate.viewOfMany(caller);
        if (!view.isOfSomebody()) {
            throw SecretRefused.unauthenticated();
        }
        return view;
    }

    /** What somebody may not read does not help him find it either. */
    private static boolean says(Placed one, Map<UUID, String> values, boolean reads, String text) {
        Stream<String> names = Stream.of(one.name(), one.slug());
        Stream<String> more =
                reads ? Stream.concat(Stream.of(one.description()), values.values().stream()) : Stream.empty();
        return Stream.concat(names, more)
                .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(text));
    }
}
