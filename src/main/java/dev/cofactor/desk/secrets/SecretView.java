// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Secrets as far as somebody may see them. Nothing sealed is read here. */
@ApplicationScoped
class SecretView {
    private static final int AT_A_TIME = 500;

    private final Gate gate;
    private final Catalogue catalogue;
    private final Contents contents;
    private final OpenFieldRows open;
    private final Vault vault;

    SecretView(Gate gate, Catalogue catalogue, Contents contents, OpenFieldRows open, Vault vault) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.contents = contents;
        this.open = open;
        this.vault = vault;
    }

    /** A secret with what is open in it. */
    record Whole(Placed placed, TemplateVersion version, Map<UUID, String> open, List<Vault.Kept> current) {}

    /**
     * @param wanted its text is looked for here, open fields included
     * @return those that are seen, in the order they were made in
     */
    List<Placed> list(Caller caller, Catalogue.Wanted wanted) {
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
                        && says(one, values.getOrDefault(one.secret(), Map.of()), reads(view, target), text)) {
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

    /** That somebody asked for what he may not see is on the log before he is told that there is nothing. */
    Whole one(Caller caller, String pathOrId) {
        return whole(readable(caller, catalogue.find(pathOrId)));
    }

    /** After the caller's own change. Whoever may move or delete it and not read it hears nothing of what is in it. */
    Whole after(Caller caller, Placed placed) {
        return reads(gate.view(caller), Sight.of(placed, caller).target())
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
    List<Vault.Kept> earlier(Caller caller, UUID secret, String field) {
        Placed placed = readable(caller, catalogue.find(secret));
        return Filling.named(contents.version(placed), field).stream()
                .filter(found -> Filling.content(found).isPresent())
                .flatMap(found -> vault.earlier(secret, found.id()).stream())
                .filter(kept -> Seals.isRevealed(kept.where().content()))
                .toList();
    }

    private Placed readable(Caller caller, Optional<Placed> found) {
        View view = somebody(caller);
        Optional<Target> target = found.map(placed -> Sight.of(placed, caller).target());
        if (target.filter(view::shows).isEmpty()) {
            note(caller, found, "not-found");
            throw SecretRefused.notFound();
        }
        if (target.filter(one -> reads(view, one)).isEmpty()) {
            note(caller, found, "denied");
            throw SecretRefused.denied();
        }
        return found.orElseThrow(SecretRefused::notFound);
    }

    private void note(Caller caller, Optional<Placed> found, String code) {
        Optional<Subject> about = found.map(placed -> new Subject(Subject.Kind.SECRET, placed.secret()));
        Details why =
                Details.none().with(Name.VERB, Verb.SECRET_READ_META.code()).with(Name.CODE, code);
        gate.note(new Fact(caller, EventClass.REQUEST_REFUSED, about, Outcome.REFUSED, why, List.of()));
    }

    private View somebody(Caller caller) {
        View view = gate.view(caller);
        if (!view.isOfSomebody()) {
            throw SecretRefused.unauthenticated();
        }
        return view;
    }

    /** Who edits what is open must see it. */
    private static boolean reads(View view, Target target) {
        return view.may(Verb.SECRET_READ_META, target) || view.may(Verb.SECRET_EDIT, target);
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
