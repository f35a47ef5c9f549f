// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.cofactor.engine.policy.Verb;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A verb in plain words: what one does, and with what. */
public record Doing(String does, String what) {
    static Doing of(Verb verb) {
        return switch (verb) {
            case SECRET_LIST -> new Doing("list", "secrets");
            case SECRET_READ_META -> new Doing("read", "open fields");
            case CODE_FETCH -> new Doing("fetch", "codes");
            case BACKUP_CODE_TAKE -> new Doing("take", "backup codes");
            case FIELD_REVEAL -> new Doing("reveal", "sealed fields");
            case SECRET_CREATE -> new Doing("create", "secrets");
            case SECRET_EDIT -> new Doing("edit", "secrets");
            case SECRET_MOVE -> new Doing("move", "secrets");
            case SECRET_TAG -> new Doing("tag", "secrets");
            case SECRET_DELETE -> new Doing("delete", "secrets");
            case SEED_OVERWRITE -> new Doing("replace", "seeds");
            case FOLDER_EDIT -> new Doing("edit", "folders");
            case TEMPLATE_EDIT -> new Doing("edit", "templates");
            case POLICY_EDIT -> new Doing("edit", "policies");
            case PEOPLE_EDIT -> new Doing("edit", "people");
            case MACHINE_EDIT -> new Doing("edit", "services");
            case SETTINGS_EDIT -> new Doing("edit", "settings");
            case KEY_ROTATE -> new Doing("rotate", "keys");
            case FACTOR_RESET -> new Doing("reset", "second factors");
            case BUNDLE_SEAL -> new Doing("seal", "disaster bundles");
            case TOOLS_USE -> new Doing("use", "tools");
            case AUDIT_READ -> new Doing("read", "the log");
            case AUDIT_ERASE -> new Doing("erase", "what stands on the log");
            case ACCESS_REVIEW -> new Doing("review", "access");
            case APPROVAL_DECIDE -> new Doing("decide", "requests");
        };
    }

    /** All of these, those that are done with the same said together, and those that are the same done with several. */
    public static String all(Set<Verb> verbs) {
        Map<String, List<String>> byWhat =
                reduced(verbs).collect(groupingBy(Doing::what, LinkedHashMap::new, mapping(Doing::does, toList())));
        Map<String, List<String>> byDoes = new LinkedHashMap<>();
        byWhat.forEach((what, does) -> byDoes.merge(Sentences.and(does), List.of(what), Doing::both));
        return Sentences.and(byDoes.entrySet().stream()
                .map(one -> one.getKey() + " " + Sentences.and(one.getValue()))
                .toList());
    }

    private static Stream<Doing> reduced(Set<Verb> verbs) {
        List<Verb> withSecrets = Arrays.stream(Verb.values())
                .filter(verb -> verb.about() == Verb.About.SECRET)
                .toList();
        if (!verbs.containsAll(withSecrets)) {
            return verbs.stream().map(Doing::of);
        }
        Stream<Doing> others =
                verbs.stream().filter(verb -> !withSecrets.contains(verb)).map(Doing::of);
        return Stream.concat(Stream.of(new Doing("do anything with", "secrets")), others);
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
