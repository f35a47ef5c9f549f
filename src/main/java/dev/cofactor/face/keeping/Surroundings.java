// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.entering.Inputs;
import dev.cofactor.face.entering.Places;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What else can be done with a secret by whoever reads, beside the form: where it lies, what is in it, what it is made from. */
@Singleton
class Surroundings {
    private final Gate gate;
    private final Places places;
    private final Seeds seeds;
    private final Counts counts;
    private final Templates templates;

    Surroundings(Gate gate, Places places, Seeds seeds, Counts counts, Templates templates) {
        this.gate = gate;
        this.places = places;
        this.seeds = seeds;
        this.counts = counts;
        this.templates = templates;
    }

    /** @param left how many backup codes are left of how many; none were entered where there were 0 */
    record Pool(String name, int left, int total, boolean few) {}

    record FileLook(String id, String name, boolean set) {}

    /**
     * Whose codes a seed gives, as it is told with it.
     *
     * @param elsewhere whether one that serves was in use before it came, by nobody knows whom
     */
    record Named(String issuer, String account, boolean elsewhere) {}

    /** A later version of the template. @param inputs what it asks for besides */
    record Later(int now, int newest, List<Inputs.Input> inputs) {}

    /**
     * @param places where it may be moved; none where it may not
     * @param missing what it still needs before it serves
     * @param overwrites whether another seed may be entered, or the first
     */
    record Around(
            boolean edits,
            boolean tags,
            boolean deletes,
            boolean draft,
            boolean personal,
            List<Places.Option> places,
            List<String> missing,
            boolean seeded,
            boolean serving,
            @Nullable Named named,
            boolean overwrites,
            List<Pool> pools,
            List<FileLook> files,
            String template,
            @Nullable Later later) {}

    Around of(Caller caller, SecretView.Whole whole) {
        Placed placed = whole.placed();
        View view = gate.view(caller);
        Target target = Sight.of(placed, caller).target();
        boolean edits = view.may(Verb.SECRET_EDIT, target);
        boolean serving = seeds.isServing(placed);
        boolean moves = view.may(Verb.SECRET_MOVE, target);
        Optional<Template> template = templates.find(placed.templateId());
        return new Around(
                edits,
                view.may(Verb.SECRET_TAG, target),
                view.may(Verb.SECRET_DELETE, target),
                placed.state() == Placed.State.DRAFT,
                placed.personalOf().isPresent(),
                moves ? places.toMove(caller, view, placed.folders().getFirst()) : List.of(),
                missing(whole, serving),
                whole.version().seed().isPresent(),
                serving,
                edits ? named(caller, placed) : null,
                serving ? view.may(Verb.SEED_OVERWRITE, target) : edits,
                pools(whole),
                files(whole),
                template.map(Template::name).orElse(""),
                edits ? template.flatMap(one -> later(one, whole)).orElse(null) : null);
    }

    private @Nullable Named named(Caller caller, Placed secret) {
        Seeds.Known known = seeds.known(caller, PublicId.SECRET.of(secret.secret()));
        return known.underProof()
                .or(known::serving)
                .map(seed -> new Named(seed.issuer(), seed.account(), isFromElsewhere(known)))
                .orElse(null);
    }

    private static boolean isFromElsewhere(Seeds.Known known) {
        return known.whole().custody().stream()
                .anyMatch(holder ->
                        holder.kind().equals("unknown") && holder.state().equals("serving"));
    }

    private static List<String> missing(SecretView.Whole whole, boolean serving) {
        return whole.version().fields().stream()
                .filter(field -> isMissing(field, whole, serving))
                .map(Field::name)
                .toList();
    }

    /** Where the first thing that is missing is entered. */
    String next(SecretView.Whole whole) {
        boolean serving = seeds.isServing(whole.placed());
        return whole.version().fields().stream()
                .filter(field -> isMissing(field, whole, serving))
                .findFirst()
                .map(field -> switch (field.type()) {
                    case SEED -> "/seed";
                    case BACKUP_CODES -> "/backup-codes";
                    case FILE -> "/fields/" + PublicId.FIELD.of(field.id()) + "/file";
                    case SINGLE_LINE, MULTI_LINE, PASSWORD, URL, RECOVERY_KEY -> "/edit";
                })
                .orElse("/edit");
    }

    /** A seed is there once it is proved. */
    private static boolean isMissing(Field field, SecretView.Whole whole, boolean serving) {
        boolean there = field.type() == FieldType.SEED
                ? serving || whole.placed().state() == Placed.State.ACTIVE
                : whole.isSealed(field.id()) || whole.open().containsKey(field.id());
        return field.required() && !there;
    }

    /** Those that serve, with what is left; and fields that have none yet. */
    private List<Pool> pools(SecretView.Whole whole) {
        List<Counts.Count> found = counts.counts(whole.placed());
        Stream<Pool> there = found.stream()
                .map(one -> new Pool(
                        one.pool().name(),
                        one.pool().left(),
                        one.pool().total(),
                        one.pool().isLow()));
        Stream<Pool> none = whole.version().fields().stream()
                .filter(field -> field.type() == FieldType.BACKUP_CODES)
                .filter(field ->
                        found.stream().noneMatch(one -> one.pool().field().equals(field.id())))
                .map(field -> new Pool(field.name(), 0, 0, false));
        return Stream.concat(there, none).toList();
    }

    private static List<FileLook> files(SecretView.Whole whole) {
        return whole.version().fields().stream()
                .filter(field -> field.type() == FieldType.FILE)
                .map(field -> new FileLook(PublicId.FIELD.of(field.id()), field.name(), whole.isSealed(field.id())))
                .toList();
    }

    private Optional<Later> later(Template template, SecretView.Whole whole) {
        int now = whole.placed().templateVersion();
        Optional<TemplateVersion> newest = Optional.of(template.version())
                .filter(number -> number > now)
                .flatMap(number -> templates.version(template.id(), number));
        return newest.map(one -> new Later(now, one.number(), Inputs.missing(one, whole)));
    }
}
