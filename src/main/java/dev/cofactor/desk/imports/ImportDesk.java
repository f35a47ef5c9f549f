// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.desk.imports.Plan.Line;
import dev.cofactor.desk.imports.Planning.Aim;
import dev.cofactor.desk.imports.Planning.Fitted;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.formats.Formats;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.hashing.Derivations;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Looks at files and takes them in, for whoever could enter by hand what is in them. */
@Singleton
public class ImportDesk {
    /** All of them are one change, and whoever fetches a code waits for its end. */
    public static final int MOST_AT_ONCE = 50;

    /** A file unpacks to many times its size, so they are read in turns. */
    private static final int AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Gate gate;
    private final Templates templates;
    private final Folders folders;
    private final Planning planning;
    private final Taking taking;
    private final Formats formats;

    ImportDesk(
            Gate gate,
            Templates templates,
            Folders folders,
            Planning planning,
            Taking taking,
            Derivations derivations,
            Clock clock) {
        this.gate = gate;
        this.templates = templates;
        this.folders = folders;
        this.planning = planning;
        this.taking = taking;
        this.formats = new Formats(clock, derivation(derivations));
    }

    /** One that is a secret now. */
    public record Taken(int number, UUID secret, String path) {}

    /** What would become of it. Nothing is kept, and nothing is on the log but a refusal. */
    public Plan look(Caller caller, Upload upload) {
        return read(caller, upload, (aim, made) -> made.plan());
    }

    /** Takes in what is new of it, or those of the new that were chosen; all of them or none. */
    public List<Taken> take(Caller caller, Upload upload) {
        return read(caller, upload, (aim, made) -> {
            if (!upload.plan().equals(Optional.of(made.plan().digest()))) {
                throw ImportRefused.changed();
            }
            List<Line> lines = chosen(made.plan(), upload.chosen());
            Map<Integer, Fitted> entries = made.entries();
            return taking.take(
                    aim,
                    made.plan().format(),
                    lines,
                    lines.stream().map(line -> entries.get(line.number())).toList(),
                    () -> sight(
                            caller,
                            aim.folder().path(),
                            Optional.of(aim.template().template())));
        });
    }

    private static List<Line> chosen(Plan plan, Optional<Set<Integer>> numbers) {
        Predicate<Line> wanted =
                line -> numbers.map(all -> all.contains(line.number())).orElseGet(line::isNew);
        List<Line> lines = plan.lines().stream().filter(wanted).toList();
        if (lines.size() < numbers.map(Set::size).orElse(0) || !lines.stream().allMatch(Line::isNew)) {
            throw ImportRefused.notNew();
        }
        if (lines.isEmpty()) {
            throw ImportRefused.nothingNew();
        }
        if (lines.size() > MOST_AT_ONCE) {
            throw ImportRefused.tooManyAtOnce();
        }
        return lines;
    }

    private <T> T read(Caller caller, Upload upload, BiFunction<Aim, Planning.Made, T> then) {
        Aim aim = admitted(caller, upload);
        await();
        try {
            Formats.Read read = formats.read(upload.files(), upload.format(), upload.password());
            try (var lot = read.lot()) {
                return then.apply(aim, planning.plan(aim, read.format(), lot, upload.files()));
            }
        } finally {
            turns.release();
        }
    }

    /** Before anything is read for him: he could make such a secret there, and enter its seed. */
    private Aim admitted(Caller caller, Upload upload) {
        Optional<UUID> template = templates.named(upload.template()).map(Template::id);
        for (Verb verb : List.of(Verb.SECRET_CREATE, Verb.SECRET_EDIT)) {
            gate.admit(caller, verb, () -> sight(caller, upload.folder(), template));
        }
        Folder folder = folders.find(upload.folder()).orElseThrow(ImportRefused::notFound);
        TemplateVersion version = template.flatMap(templates::find)
                .flatMap(one -> templates.version(one.id(), one.version()))
                .orElseThrow(ImportRefused::noTemplate);
        return new Aim(caller, version, folder);
    }

    /** As secrets of this template there will be. */
    private Optional<Sight> sight(Caller caller, String folder, Optional<UUID> template) {
        return folders.find(folder).map(found -> {
            Sight in = Sight.of(found, caller);
            Target place = in.target();
            Target target = new Target(null, place.folders(), Set.of(), template.orElse(null), place.place());
            return Sight.of(target, new Subject(Subject.Kind.FOLDER, found.id()), Map.of());
        });
    }

    private void await() {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ImportRefused.overloaded();
    }

    private static Formats.Derivation derivation(Derivations derivations) {
        return new Formats.Derivation() {
            @Override
            public Plaintext scrypt(Plaintext password, byte[] salt, int cost, int blockSize, int parallel) {
                return derivations.scrypt(password, salt, cost, blockSize, parallel);
            }

            @Override
            public Plaintext pbkdf2(Plaintext password, byte[] salt, int rounds) {
                return derivations.pbkdf2(password, salt, rounds);
            }

            @Override
            public Plaintext argon2id(Plaintext password, byte[] salt, int memoryKib, int passes, int lanes) {
                return derivations.argon2id(password, salt, memoryKib, passes, lanes);
            }
        };
    }
}
