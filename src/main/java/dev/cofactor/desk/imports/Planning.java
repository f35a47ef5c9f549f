// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.imports.Plan.Line;
import dev.cofactor.desk.imports.Plan.Status;
import dev.cofactor.desk.seeds.Custody;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.engine.formats.Entry;
import dev.cofactor.engine.formats.Format;
import dev.cofactor.engine.formats.FormatRefused;
import dev.cofactor.engine.formats.Lot;
import dev.cofactor.engine.otp.OtpRefused;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says what would become of each entry. Of a seed that stands elsewhere it tells those alone who may know that secret. */
@Singleton
class Planning {
    private static final int PAGE = 500;

    private final Gate gate;
    private final Catalogue catalogue;
    private final Folders folders;
    private final Custody.Brought brought;

    Planning(Gate gate, Catalogue catalogue, Folders folders, Custody.Brought brought) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.folders = folders;
        this.brought = brought;
    }

    /** Where a file goes. */
    record Aim(Caller caller, TemplateVersion template, Folder folder) {}

    /** An entry with what goes where. */
    record Fitted(Entry entry, Fit fit) {}

    /** The plan, and what it is about. */
    record Made(Plan plan, Map<Integer, Fitted> entries) {}

    Made plan(Aim aim, Format format, Lot lot, List<Plaintext> files) {
        List<Entry> entries = lot.entries();
        Map<Integer, String> same = same(aim.caller(), entries);
        Names names = new Names(taken(aim.folder()));
        Map<Integer, Fitted> fitted = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            Fit fit = Fit.of(aim.template(), entry);
            fitted.put(entry.number(), new Fitted(entry, fit));
            lines.add(line(aim, entry, fit, Optional.ofNullable(same.get(entry.number())), names));
        }
        return new Made(
                new Plan(format, aim.template(), aim.folder(), lines, digest(aim, format, lines, files)), fitted);
    }

    private static Line line(Aim aim, Entry entry, Fit fit, Optional<String> same, Names names) {
        Optional<Problem> fault = entry.fault().or(fit::unfit);
        if (fault.isPresent()) {
            return Line.of(entry, fit, status(entry), fault, "", Optional.empty());
        }
        Names.Name name = names.of(entry);
        String path = aim.folder().path() + "/" + name.slug();
        Status status = same.isPresent() ? Status.SAME_SEED : name.isTaken() ? Status.NAME_TAKEN : Status.NEW;
        return Line.of(entry, fit, status, Optional.empty(), path, same);
    }

    private static Status status(Entry entry) {
        boolean broken = entry.fault().isPresent()
                && !(entry.fault().get() instanceof OtpRefused otp && otp.isUnsupported())
                && !(entry.fault().get() instanceof FormatRefused format && format.isUnsupported());
        return broken ? Status.BROKEN : Status.UNSUPPORTED;
    }

    /** By number: the path of the secret with this seed, or nothing but its number where it stands further up in the file. */
    private Map<Integer, String> same(Caller caller, List<Entry> entries) {
        List<Entry> coded =
                entries.stream().filter(entry -> entry.otp().isPresent()).toList();
        List<byte[]> fingerprints = coded.stream()
                .map(entry -> brought.fingerprint(entry.otp().orElseThrow()))
                .toList();
        Map<Integer, String> found = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        Map<Integer, String> visible = visible(caller, fingerprints);
        for (int place = 0; place < coded.size(); place++) {
            int number = coded.get(place).number();
            Integer before = first.putIfAbsent(HexFormat.of().formatHex(fingerprints.get(place)), number);
            if (visible.containsKey(place)) {
                found.put(number, visible.get(place));
            } else if (before != null) {
                found.put(number, "#" + before);
            }
        }
        return found;
    }

    /** By place in the list, for those secrets alone that the caller may know of. */
    Map<Integer, String> visible(Caller caller, List<byte[]> fingerprints) {
        Map<Integer, List<UUID>> secrets = brought.secretsWith(fingerprints);
        Set<UUID> all = new HashSet<>();
        secrets.values().forEach(all::addAll);
        View view = gate.viewOfMany(caller);
        Map<UUID, String> paths = new HashMap<>();
        for (Placed placed : catalogue.find(all)) {
            if (view.shows(Sight.of(placed, caller).target())) {
                paths.put(placed.secret(), placed.path());
            }
        }
        Map<Integer, String> found = new HashMap<>();
        secrets.forEach((place, where) -> where.stream()
                .flatMap(secret -> Optional.ofNullable(paths.get(secret)).stream())
                .findFirst()
                .ifPresent(path -> found.put(place, path)));
        return found;
    }

    /** All that lies in a folder by name: whoever may put something there hears that a name is taken in any case. */
    private Set<String> taken(Folder folder) {
        Set<String> names = new HashSet<>();
        Catalogue.Wanted wanted = Catalogue.Wanted.all(PAGE).below(folder.id()).shallow();
        List<Placed> page = catalogue.list(wanted);
        while (!page.isEmpty()) {
            page.forEach(placed -> names.add(placed.slug()));
            page = page.size() < PAGE
                    ? List.of()
                    : catalogue.list(wanted.after(page.getLast().secret()));
        }
        String within = folder.path() + "/";
        folders.all().stream()
                .filter(one -> one.path().startsWith(within))
                .map(one -> one.path().substring(within.length()))
                .forEach(names::add);
        return names;
    }

    private static String digest(Aim aim, Format format, List<Line> lines, List<Plaintext> files) {
        try {
            MessageDigest whole = MessageDigest.getInstance("SHA-256");
            for (Plaintext file : files) {
                whole.update(MessageDigest.getInstance("SHA-256").digest(file.reveal()));
            }
            whole.update((format.word() + "|" + aim.folder().id() + "|"
                            + aim.template().template() + "|" + aim.template().number())
                    .getBytes(UTF_8));
            lines.forEach(line -> whole.update(("\n" + line.spelled()).getBytes(UTF_8)));
            return HexFormat.of().formatHex(whole.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
