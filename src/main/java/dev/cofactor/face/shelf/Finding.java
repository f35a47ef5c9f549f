// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.outcomes.Uses;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Leads;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds what somebody looks for among all that he may see: what he used lately first, the rest in the order of its paths. */
@Singleton
class Finding {
    /** Whoever sees more looks for what he wants. */
    private static final int MOST = 2_000;

    private static final int A_PAGE = 100;

    /** What one used lately stands first; more of it would scatter the rest. */
    private static final int LATELY = 8;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int WIDEST = 12;

    private final SecretView secrets;
    private final Catalogue catalogue;
    private final Uses uses;
    private final Lines lines;
    private final Gate gate;

    Finding(SecretView secrets, Catalogue catalogue, Uses uses, Lines lines, Gate gate) {
        this.secrets = secrets;
        this.catalogue = catalogue;
        this.uses = uses;
        this.lines = lines;
        this.gate = gate;
    }

    /** @param tag its name; each is empty where nothing is asked for. {@code after}: the last line of the page before */
    record Asked(String words, String folder, String tag, String after) {
        public boolean isAnything() {
            return !words.isEmpty() || !folder.isEmpty() || !tag.isEmpty();
        }

        /** Where the same goes on. */
        public String onAfter(String line) {
            return "/secrets?after=" + line + said("q", words) + said("folder", folder) + said("tag", tag);
        }

        private static String said(String name, String value) {
            return value.isEmpty() ? "" : "&" + name + "=" + Leads.asParameter(value);
        }
    }

    record Choice(String value, String name, boolean chosen) {}

    /**
     * @param folders and {@code tags}: of what he may see at all
     * @param found how many lines there are in all, of {@code seen} that he may see
     * @param cut whether there are more than are looked through
     * @param next the line after which the list goes on, or empty
     */
    record Found(
            List<Line> lines, List<Choice> folders, List<Choice> tags, int found, int seen, boolean cut, String next) {}

    Found find(Caller caller, Asked asked) {
        View view = gate.viewOfMany(caller);
        Catalogue.Wanted all = Catalogue.Wanted.all(MOST);
        List<Placed> seen = secrets.list(caller, all);
        List<Placed> said = asked.words().isEmpty() ? seen : secrets.list(caller, all.saying(asked.words()));
        Map<UUID, String> tags = catalogue.tags();
        Optional<UUID> folder = PublicId.FOLDER.read(asked.folder());
        Map<UUID, Instant> used = uses.own(caller);
        List<Placed> found = inOrder(
                said.stream()
                        .filter(one -> asked.folder().isEmpty()
                                || folder.filter(one.folders()::contains).isPresent())
                        .filter(one -> asked.tag().isEmpty()
                                || tagged(view, caller, one, tags).contains(asked.tag()))
                        .toList(),
                used);
        List<Placed> rest = after(found, asked.after());
        List<Placed> page = rest.stream().limit(A_PAGE).toList();
        return new Found(
                lines.of(view, caller, page, used),
                folders(seen, asked.folder()),
                tags(view, caller, seen, tags, asked.tag()),
                found.size(),
                seen.size(),
                seen.size() == MOST,
                rest.size() > A_PAGE ? PublicId.SECRET.of(page.getLast().secret()) : "");
    }

    private static List<Placed> inOrder(List<Placed> found, Map<UUID, Instant> used) {
        Set<UUID> lately = new HashSet<>(found.stream()
                .map(Placed::secret)
                .filter(used::containsKey)
                .sorted(Comparator.comparing(used::get).reversed())
                .limit(LATELY)
                .toList());
        Comparator<Placed> recent = Comparator.comparing(
                one -> lately.contains(one.secret()) ? used.getOrDefault(one.secret(), Instant.MIN) : Instant.MIN,
                Comparator.reverseOrder());
        return found.stream()
                .sorted(recent.thenComparing(one -> byNumber(one.path())))
                .toList();
    }

    /** As people count: the second before the tenth. */
    private static String byNumber(String path) {
        return NUMBER.matcher(path)
                .replaceAll(found ->
                        "0".repeat(Math.max(0, WIDEST - found.group().length())) + found.group());
    }

    /** From the beginning, where that line is not there any more. */
    private static List<Placed> after(List<Placed> found, String last) {
        Optional<UUID> id = PublicId.SECRET.read(last);
        for (int at = 0; at < found.size(); at++) {
            if (id.equals(Optional.of(found.get(at).secret()))) {
                return found.subList(at + 1, found.size());
            }
        }
        return found;
    }

    private static List<Choice> folders(List<Placed> seen, String chosen) {
        Map<String, UUID> paths = new TreeMap<>();
        for (Placed one : seen) {
            String path = one.path();
            for (UUID folder : one.folders()) {
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
                if (!folder.equals(Folders.PERSONAL)) {
                    paths.put(path, folder);
                }
            }
        }
        return paths.entrySet().stream()
                .map(one -> choice(PublicId.FOLDER.of(one.getValue()), one.getKey(), chosen))
                .toList();
    }

    private static List<Choice> tags(
            View view, Caller caller, List<Placed> seen, Map<UUID, String> names, String chosen) {
        Set<String> found = new TreeSet<>();
        seen.forEach(one -> found.addAll(tagged(view, caller, one, names)));
        return found.stream().map(name -> choice(name, name, chosen)).toList();
    }

    /** What somebody may not read of a secret does not help him find it either. */
    private static List<String> tagged(View view, Caller caller, Placed one, Map<UUID, String> names) {
        if (one.tags().isEmpty()) {
            return List.of();
        }
        Target target = Sight.of(one, caller).target();
        boolean reads = view.may(Verb.SECRET_READ_META, target) || view.may(Verb.SECRET_EDIT, target);
        return reads
                ? one.tags().stream()
                        .flatMap(tag -> Optional.ofNullable(names.get(tag)).stream())
                        .toList()
                : List.of();
    }

    private static Choice choice(String value, String name, String chosen) {
        return new Choice(value, name, value.equals(chosen));
    }
}
