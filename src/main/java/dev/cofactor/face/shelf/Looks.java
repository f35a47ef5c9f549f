// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.StepsAhead;
import dev.cofactor.face.panel.Inside;
import dev.cofactor.face.panel.Insides;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Secrets as pages show them to somebody: what is there, and which buttons make sense. */
@Singleton
class Looks {
    private final Gate gate;
    private final Templates templates;
    private final Catalogue catalogue;
    private final Seeds seeds;
    private final Insides insides;

    Looks(Gate gate, Templates templates, Catalogue catalogue, Seeds seeds, Insides insides) {
        this.gate = gate;
        this.templates = templates;
        this.catalogue = catalogue;
        this.seeds = seeds;
        this.insides = insides;
    }

    /**
     * A secret in the list.
     *
     * @param reads whether its own page is open to the reader; {@code edits}: whether its form is
     * @param fetches whether a code can be had
     * @param asks whether one can be had after some step
     * @param completes whether it waits for something that the reader may enter
     */
    record Row(
            String id,
            String name,
            String path,
            String template,
            boolean draft,
            boolean personal,
            boolean reads,
            boolean edits,
            boolean fetches,
            boolean asks,
            boolean completes) {}

    /**
     * A secret's own page.
     *
     * @param overwrites whether the reader may put another seed in the place of its own
     * @param watched whether its owners are told of each release, which whoever edits it says
     * @param counts whether its seed is one that counts, which he may bring into step
     * @param steps what he may do after some other step, and where that is taken
     */
    record Whole(
            Row row,
            String description,
            List<String> tags,
            Inside inside,
            boolean overwrites,
            boolean watched,
            boolean counts,
            List<Later> steps) {}

    record Later(String deed, String link) {}

    Whole whole(Caller caller, SecretView.Whole whole) {
        View view = gate.view(caller);
        Placed placed = whole.placed();
        Target target = Sight.of(placed, caller).target();
        boolean seeded = whole.version().seed().isPresent();
        Row row = row(view, caller, placed, named(placed.templateId()), seeded);
        boolean overwrites = seeded && !row.draft() && view.may(Verb.SEED_OVERWRITE, target);
        Inside inside = insides.of(caller, whole);
        Map<UUID, String> tags = catalogue.tags();
        List<String> tagged = placed.tags().stream()
                .flatMap(tag -> Optional.ofNullable(tags.get(tag)).stream())
                .sorted()
                .toList();
        return new Whole(
                row,
                placed.description(),
                tagged,
                inside,
                overwrites,
                placed.watched(),
                row.edits() && seeds.isCounting(placed),
                later(view, placed, target, inside.direct()));
    }

    /** What others have to agree to first, apart from codes, which have a page of their own. */
    private static List<Later> later(View view, Placed placed, Target target, boolean reveals) {
        return Arrays.stream(Verb.values())
                .filter(Verb::isGrantable)
                .filter(verb -> verb != Verb.CODE_FETCH && !(verb == Verb.FIELD_REVEAL && reveals))
                .filter(verb -> isChallenge(view, verb, target))
                .map(verb -> new Later(
                        StepsAhead.deed(verb),
                        "/secrets/" + PublicId.SECRET.of(placed.secret()) + "/ask?for=" + verb.code()))
                .toList();
    }

    private static boolean isChallenge(View view, Verb verb, Target target) {
        return view.decide(verb, target)
                .filter(Decision.Challenge.class::isInstance)
                .isPresent();
    }

    /** @param codes whether its template has a seed */
    Row row(View view, Caller caller, Placed one, String template, boolean codes) {
        Target target = Sight.of(one, caller).target();
        boolean draft = one.state() == Placed.State.DRAFT;
        boolean edits = view.may(Verb.SECRET_EDIT, target);
        Optional<Decision> code = codes && !draft ? view.decide(Verb.CODE_FETCH, target) : Optional.empty();
        return new Row(
                PublicId.SECRET.of(one.secret()),
                one.name(),
                one.path(),
                template,
                draft,
                one.personalOf().isPresent(),
                edits || view.may(Verb.SECRET_READ_META, target),
                edits,
                code.filter(Decision.Allow.class::isInstance).isPresent(),
                code.filter(Decision.Challenge.class::isInstance).isPresent(),
                draft && edits);
    }

    TemplateVersion version(Placed one) {
        return templates.version(one.templateId(), one.templateVersion()).orElseThrow();
    }

    String named(UUID template) {
        return templates.find(template).map(Template::name).orElse("");
    }
}
