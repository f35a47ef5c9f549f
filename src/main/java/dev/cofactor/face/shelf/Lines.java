// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.access.Outlook;
import dev.cofactor.desk.access.Outlooks;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.panel.Insides;
import dev.cofactor.face.shelf.Line.State;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws the lines of a list. However many they are, nothing is looked up for one alone. */
@Singleton
class Lines {
    private static final Optional<Outlook> NOTHING = Optional.empty();

    private final SecretView secrets;
    private final Seeds seeds;
    private final Outlooks outlooks;
    private final Looks looks;

    Lines(SecretView secrets, Seeds seeds, Outlooks outlooks, Looks looks) {
        this.secrets = secrets;
        this.seeds = seeds;
        this.outlooks = outlooks;
        this.looks = looks;
    }

    /** How it stands, with what belongs to that. */
    private record Standing(State state, @Nullable Instant time, int uses) {
        static Standing of(State state) {
            return new Standing(state, null, 0);
        }
    }

    /** What is the same for all secrets of a version of a template. */
    private record Kind(String template, TemplateVersion version) {
        boolean seeded() {
            return version.seed().isPresent();
        }

        boolean pooled() {
            return version.fields().stream().anyMatch(field -> field.type() == FieldType.BACKUP_CODES);
        }
    }

    /** @param view of many */
    List<Line> of(View view, Caller caller, List<Placed> some, Map<UUID, Instant> used) {
        Map<UUID, Outlook> found = outlooks.of(view, caller, some);
        Map<UUID, Map<UUID, String>> open = secrets.open(view, caller, some);
        Set<UUID> serving = seeds.servingIn(some);
        Map<String, Kind> kinds = new HashMap<>();
        return some.stream()
                .map(one -> {
                    Kind kind = kinds.computeIfAbsent(
                            one.templateId() + "/" + one.templateVersion(),
                            key -> new Kind(looks.named(one.templateId()), looks.version(one)));
                    Looks.Row row = looks.row(view, caller, one, kind.template(), kind.seeded());
                    boolean serves = serving.contains(one.secret());
                    Standing standing = standing(one, serves ? Optional.ofNullable(found.get(one.secret())) : NOTHING);
                    return new Line(
                            row,
                            standing.state(),
                            standing.time(),
                            standing.uses(),
                            site(kind.version(), open.getOrDefault(one.secret(), Map.of())),
                            kind.pooled() && !row.draft() && takes(view, caller, one),
                            used.get(one.secret()));
                })
                .toList();
    }

    private static Standing standing(Placed one, Optional<Outlook> outlook) {
        if (one.state() == Placed.State.DRAFT) {
            return Standing.of(State.NOT_READY);
        }
        if (outlook.isEmpty()) {
            return Standing.of(State.NO_CODES);
        }
        return switch (outlook.get()) {
            case Outlook.Free free ->
                free.granted()
                        .map(left -> new Standing(State.GRANTED, left.until(), left.uses()))
                        .orElseGet(() -> Standing.of(State.READY));
            case Outlook.Asked asked -> new Standing(State.ASKED, asked.until(), 0);
            case Outlook.Steps steps -> Standing.of(before(steps.missing()));
            case Outlook.Shut shut ->
                shut.opens().map(at -> new Standing(State.OPENS, at, 0)).orElseGet(() -> Standing.of(State.SHUT));
        };
    }

    /** What weighs most of all that is missing: others before oneself, oneself before mere words. */
    private static State before(List<Need> missing) {
        if (has(missing, Need.Approval.class)) {
            return State.APPROVAL;
        }
        if (has(missing, Need.BreakGlass.class)) {
            return State.EMERGENCY;
        }
        return has(missing, Need.StepUp.class) ? State.PROOF : State.WORDS;
    }

    private static boolean has(List<Need> needs, Class<? extends Need> kind) {
        return needs.stream().anyMatch(kind::isInstance);
    }

    private static boolean takes(View view, Caller caller, Placed one) {
        return view.decide(Verb.BACKUP_CODE_TAKE, Sight.of(one, caller).target())
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }

    private static String site(TemplateVersion version, Map<UUID, String> open) {
        return version.fields().stream()
                .filter(field -> field.type() == FieldType.URL)
                .map(Field::id)
                .flatMap(field -> Optional.ofNullable(open.get(field)).stream())
                .filter(Insides::isWeb)
                .findFirst()
                .orElse("");
    }
}
