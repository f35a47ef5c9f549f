// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.secrets.SecretDesk;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.face.entering.Entering;
import dev.cofactor.face.entering.Inputs;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Place;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The form by which a secret is edited, both ways: as it is shown, and what is made of what came back. */
@Singleton
class Editing {
    static final int UNFIT = 422;

    private final SecretView secrets;
    private final SecretDesk desk;
    private final Catalogue catalogue;
    private final Owners owners;
    private final Surroundings surroundings;
    private final Frame frame;

    Editing(
            SecretView secrets,
            SecretDesk desk,
            Catalogue catalogue,
            Owners owners,
            Surroundings surroundings,
            Frame frame) {
        this.secrets = secrets;
        this.desk = desk;
        this.catalogue = catalogue;
        this.owners = owners;
        this.surroundings = surroundings;
        this.frame = frame;
    }

    /**
     * @param seen which state of the secret the form is made from
     * @param name and what follows, as typed or as it is
     */
    record Form(
            String id,
            String called,
            String path,
            long seen,
            String name,
            String slug,
            String description,
            String tags,
            List<Inputs.Input> inputs,
            List<Owners.Owner> owners) {}

    /** As it is. */
    TemplateInstance page(String id, String news) {
        return page(id, Map.of(), Optional.empty(), "", news);
    }

    /** As it was typed, with what is wrong with it. */
    TemplateInstance again(String id, Map<String, String> typed, Optional<Set<UUID>> owned, String fault) {
        return page(id, typed, owned, fault, "");
    }

    private TemplateInstance page(
            String id, Map<String, String> typed, Optional<Set<UUID>> owned, String fault, String news) {
        Caller caller = frame.caller();
        SecretView.Whole whole = secrets.one(caller, id);
        Form form = form(caller, whole, typed, owned);
        Surroundings.Around around = surroundings.of(caller, whole);
        return EditPages.Pages.edit(frame.shell(Place.SECRETS), form, around, fault, news);
    }

    private Form form(Caller caller, SecretView.Whole whole, Map<String, String> typed, Optional<Set<UUID>> owned) {
        Placed placed = whole.placed();
        return new Form(
                PublicId.SECRET.of(placed.secret()),
                placed.name(),
                placed.path(),
                placed.version(),
                typed.getOrDefault("name", placed.name()),
                typed.getOrDefault("slug", placed.slug()),
                typed.getOrDefault("description", placed.description()),
                typed.getOrDefault("tags", tags(placed)),
                Inputs.of(whole, typed),
                owners.offered(caller, placed, owned.orElse(placed.owners())));
    }

    private String tags(Placed placed) {
        Map<UUID, String> names = catalogue.tags();
        return placed.tags().stream()
                .flatMap(tag -> Optional.ofNullable(names.get(tag)).stream())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Only what is other than it is: what stays is not on the log as if it had been edited. */
    void edit(String id, Map<String, List<String>> given) {
        Map<String, String> typed = Entering.typed(given);
        SecretView.Whole whole = secrets.one(frame.caller(), id);
        Placed now = whole.placed();
        Optional<Set<UUID>> owned = Optional.of(Owners.chosen(given)).filter(chosen -> !chosen.equals(now.owners()));
        desk.edit(
                frame.caller(),
                now.secret(),
                () -> seen(typed),
                () -> new SecretDesk.Edit(
                        other(typed, "slug", now.slug()).map(Slug::new),
                        other(typed, "name", now.name()).map(DisplayName::of),
                        other(typed, "description", now.description()).map(Description::of),
                        owned,
                        Optional.empty(),
                        Inputs.changed(whole, typed)));
    }

    private static Optional<String> other(Map<String, String> typed, String name, String now) {
        return Optional.ofNullable(typed.get(name))
                .map(said -> said.replace("\r\n", "\n").strip())
                .filter(said -> !said.equals(now));
    }

    /** What was no form of ours has seen nothing. */
    static long seen(Map<String, String> typed) {
        String said = typed.getOrDefault("seen", "");
        return said.matches("[0-9]{1,18}") ? Long.parseLong(said) : -1;
    }

    static UUID id(String id) {
        return PublicId.SECRET.read(id).orElseThrow(Editing::notFound);
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
