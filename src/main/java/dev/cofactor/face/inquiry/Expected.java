// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import dev.cofactor.desk.expectations.ExpectationDesk;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.foresight.Expectation;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules must keep saying, in a sentence.
 *
 * @param state {@code kept}, {@code broken}, or empty where nobody looked
 * @param why of a broken one: the question that shows it
 */
record Expected(String id, String version, String name, String sentence, String state, String why, String document) {

    static Expected of(ExpectationDesk.Told told, Names names) {
        Expectation one = told.expectation();
        return new Expected(
                told.id().toString(),
                told.version().toString(),
                one.name(),
                sentence(one, names),
                !told.looked() ? "" : told.broken().isEmpty() ? "kept" : "broken",
                told.broken().map(broken -> why(broken, names)).orElse(""),
                told.document());
    }

    private static String sentence(Expectation expectation, Names names) {
        return switch (expectation) {
            case Expectation.Test test ->
                who(test.as(), names) + ", asking to " + RuleDesk.words(test.verb()) + on(test.on(), names) + " at "
                        + test.here().time().toString().replace('T', ' ') + " ("
                        + test.here().zone() + ")"
                        + (test.here().address() == null
                                ? ""
                                : " from " + test.here().address().getHostAddress())
                        + ", is " + answer(test.expected()) + ".";
            case Expectation.Invariant never ->
                "Never may "
                        + joined(
                                never.to().stream().map(one -> whom(one, names)).toList()) + " "
                        + RuleDesk.words(never.verbs()) + " "
                        + joined(never.on().stream().map(one -> on(one, names)).toList())
                        + (never.without().isEmpty() ? "" : " without " + words(never.without())) + ".";
        };
    }

    private static String answer(Expectation.Expected expected) {
        return switch (expected.answer()) {
            case ALLOW -> "allowed";
            case CHALLENGE -> expected.needs().isEmpty() ? "asked for steps" : "asked for " + words(expected.needs());
            case DENY -> "refused";
        };
    }

    private static String words(Collection<Expectation.Kind> kinds) {
        return kinds.stream().sorted().map(Expected::word).collect(Collectors.joining(" and "));
    }

    private static String word(Expectation.Kind kind) {
        return switch (kind) {
            case STEP_UP -> "a fresh proof";
            case REASON -> "a reason";
            case TICKET -> "a ticket";
            case APPROVAL -> "an approval";
            case BREAK_GLASS -> "breaking the glass";
        };
    }

    private static String who(Expectation.As as, Names names) {
        if (as.id() == null) {
            return as.kind() == Expectation.As.Kind.PERSON ? "Somebody" : "A service";
        }
        Subject subject =
                as.kind() == Expectation.As.Kind.PERSON ? new Subject.Person(as.id()) : new Subject.Service(as.id());
        return names.of(subject).orElse("Somebody who is no longer there");
    }

    private static String whom(Expectation.Whom whom, Names names) {
        UUID id = whom.id() == null ? new UUID(0, 0) : whom.id();
        return switch (whom.kind()) {
            case PERSON -> names.of(new Subject.Person(id)).orElse("somebody who is no longer there");
            case GROUP -> names.of(new Subject.Group(id)).orElse("a group that is no longer there");
            case SERVICE -> names.of(new Subject.Service(id)).orElse("a service that is no longer there");
            case AGENT -> names.of(new Subject.Agent(id)).orElse("an agent that is no longer there");
            case PEOPLE -> "people";
            case SERVICES -> "services";
            case AGENTS -> "agents";
            case ANYONE -> "anybody";
        };
    }

    private static String on(Expectation.On on, Names names) {
        UUID id = on.id() == null ? new UUID(0, 0) : on.id();
        return switch (on.kind()) {
            case SECRET -> " on " + name(new Resource.Secret(id), names);
            case FOLDER -> " below " + name(new Resource.Folder(id), names);
            case TAG -> " tagged " + name(new Resource.Tag(id), names);
            case TEMPLATE -> " under " + name(new Resource.Template(id), names);
            case EVERYTHING -> " anywhere";
            case INSTALLATION -> "";
        };
    }

    private static String name(Resource resource, Names names) {
        return names.of(resource).orElse("something that is no longer there");
    }

    private static String joined(Collection<String> words) {
        return words.stream().map(String::strip).sorted().collect(Collectors.joining(" or "));
    }

    /** The question is shown as it was asked, with names in place of ids where they are known. */
    private static String why(Map<String, Object> broken, Names names) {
        if (!(broken.get("example") instanceof Map<?, ?> example)) {
            return "Nobody and nothing it is about is there any more.";
        }
        String verb = Optional.ofNullable(example.get("verb"))
                .flatMap(word -> Verb.find(String.valueOf(word)))
                .map(RuleDesk::words)
                .orElse("this");
        String at = example.get("at") == null ? "" : ", at " + example.get("at");
        String from = example.get("address") == null ? "" : ", from " + example.get("address");
        return actor(example.get("actor"), names) + " asking to " + verb + at + from + " would be answered: "
                + example.get("answer") + ".";
    }

    private static String actor(@Nullable Object actor, Names names) {
        if (!(actor instanceof Map<?, ?> one)) {
            return "Somebody";
        }
        UUID id = UUID.fromString(String.valueOf(one.get("id")));
        return names.of(new Subject.Person(id))
                .or(() -> names.of(new Subject.Service(id)))
                .or(() -> names.of(new Subject.Agent(id)))
                .orElse("Somebody");
    }
}
