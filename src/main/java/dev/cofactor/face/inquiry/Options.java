// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * About whom and what one can ask.
 *
 * @param acting people, by whom an agent may be sent
 * @param secrets and {@code folders}, by their paths, to be chosen from while one types
 */
record Options(
        List<Choice> people,
        List<Choice> services,
        List<Choice> agents,
        List<Choice> acting,
        List<Choice> secretVerbs,
        List<Choice> otherVerbs,
        List<String> secrets,
        List<String> folders) {

    record Choice(String value, String name, boolean chosen) {}

    static Options of(Names names, Asked asked) {
        return new Options(
                who(names, Subject.Person.class, one -> "person:" + one.id(), asked.who()),
                who(names, Subject.Service.class, one -> "service:" + one.id(), asked.who()),
                who(names, Subject.Agent.class, one -> "agent:" + one.id(), asked.who()),
                who(names, Subject.Person.class, one -> one.id().toString(), asked.acting()),
                verbs(Verb.About.SECRET, asked.verb()),
                verbs(Verb.About.INSTALLATION, asked.verb()),
                paths(names, Resource.Secret.class),
                paths(names, Resource.Folder.class));
    }

    /** What most questions are about stands first. */
    static List<Choice> verbs(Verb.About about, String chosen) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.about() == about)
                .sorted(Comparator.comparing(verb -> verb != Verb.CODE_FETCH))
                .map(verb -> new Choice(
                        verb.code(), RuleDesk.words(verb), verb.code().equals(chosen)))
                .toList();
    }

    private static <S extends Subject> List<Choice> who(
            Names names, Class<S> kind, Function<S, String> value, String chosen) {
        return names.subjects().entrySet().stream()
                .filter(one -> kind.isInstance(one.getKey()))
                .map(one -> {
                    String key = value.apply(kind.cast(one.getKey()));
                    return new Choice(key, one.getValue(), key.equals(chosen));
                })
                .sorted(Comparator.comparing((Choice one) -> one.name().toLowerCase(Locale.ROOT))
                        .thenComparing(Choice::value))
                .toList();
    }

    static List<String> paths(Names names, Class<? extends Resource> kind) {
        return found(names, kind).sorted().toList();
    }

    private static Stream<String> found(Names names, Class<? extends Resource> kind) {
        return names.resources().entrySet().stream()
                .filter(one -> kind.isInstance(one.getKey()))
                .map(Map.Entry::getValue);
    }

    /** Groups and folders with their ids, for whoever writes a document. */
    static List<Choice> ids(Names names) {
        Stream<Choice> groups = names.subjects().entrySet().stream()
                .filter(one -> one.getKey() instanceof Subject.Group)
                .map(one -> new Choice(((Subject.Group) one.getKey()).id().toString(), one.getValue(), false));
        Stream<Choice> folders = names.resources().entrySet().stream()
                .filter(one -> one.getKey() instanceof Resource.Folder)
                .map(one -> new Choice(((Resource.Folder) one.getKey()).id().toString(), one.getValue(), false));
        return Stream.of(groups, folders)
                .flatMap(kind -> kind.sorted(Comparator.comparing(Choice::name)))
                .toList();
    }

    /** What somebody is called, if he is there. */
    static String name(Names names, UUID id) {
        return names.subjects().entrySet().stream()
                .filter(one -> one.getKey() instanceof Subject.Person person
                        && person.id().equals(id))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("somebody who is no longer there");
    }
}
