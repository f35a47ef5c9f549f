// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import static java.util.stream.Collectors.joining;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A policy in one plain sentence, made from it and from names alone. It leaves nobody and nothing out, and alters no name. */
public final class Sentences {
    private static final String GONE = "that is no longer there";

    private final Policy policy;
    private final Names names;

    private Sentences(Policy policy, Names names) {
        this.policy = policy;
        this.names = names;
    }

    public static String of(Policy policy, Names names) {
        Sentences sentence = new Sentences(policy, names);
        String said = sentence.main() + sentence.besides() + "." + inForce(policy.state());
        boolean beginsWithName = policy.effect() != Effect.REQUIRE
                && policy.to().stream()
                        .flatMap(subject -> names.of(subject).stream())
                        .anyMatch(said::startsWith);
        return beginsWithName ? said : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    /** A sentence that decides nothing must not read as if it did. */
    private static String inForce(Policy.State state) {
        return switch (state) {
            case ACTIVE -> "";
            case DRAFT -> " This is a draft and decides nothing yet.";
            case DISABLED -> " This is disabled and decides nothing.";
        };
    }

    private String main() {
        String doing = Doing.all(policy.actions()) + where();
        return switch (policy.effect()) {
            case ALLOW -> who() + " may " + doing + when() + once();
            case DENY -> forbidden(doing) + when();
            case REQUIRE -> "whoever " + among() + "may " + doing + closed(when()) + must();
        };
    }

    private String forbidden(String doing) {
        return (isAboutAnyone() ? "nobody may " : who() + " may never ") + doing;
    }

    private String among() {
        return isAboutAnyone() ? "" : "among " + who() + " ";
    }

    private boolean isAboutAnyone() {
        return policy.to().contains(new Subject.Anyone());
    }

    private String when() {
        return ConditionWords.all(policy.clauses().when(), names).stream()
                .map(one -> ", " + one)
                .collect(joining());
    }

    private static String closed(String conditions) {
        return conditions.isEmpty() ? "" : conditions + ",";
    }

    private String once() {
        List<String> needs =
                needs().stream().map(need -> NeedWords.once(need, names)).toList();
        return needs.isEmpty() ? "" : ", once " + and(needs);
    }

    /** One that asks nothing of anybody still asks him to put up with it. */
    private String must() {
        List<String> needs =
                needs().stream().map(need -> NeedWords.must(need, names)).toList();
        return needs.isEmpty() ? " must put up with this" : " must " + and(needs);
    }

    private List<Need> needs() {
        return NeedWords.sorted(policy.clauses().needs(), names);
    }

    /** What holds once somebody may: how long, how often, and who hears of it. */
    private String besides() {
        boolean alone = needs().stream().filter(Need.Approval.class::isInstance).count() == 1;
        Stream<String> afterwards = needs().stream().flatMap(need -> NeedWords.afterwards(need, names, alone).stream());
        Stream<String> limits =
                policy.clauses().limits().stream().map(LimitWords::of).sorted();
        Stream<String> told = LimitWords.told(policy.clauses().then(), names).stream();
        List<String> said =
                Stream.of(afterwards, limits, told).flatMap(all -> all).toList();
        boolean follows = policy.effect() == Effect.REQUIRE && needs().isEmpty();
        return said.isEmpty() ? "" : (follows ? ": " : "; ") + String.join("; ", said);
    }

    /** The order in which they are said. */
    private enum Who {
        GROUP,
        PERSON,
        SERVICE,
        AGENT,
        TOKEN,
        CLAIM,
        ANYONE
    }

    /** Where it is about anyone, whoever else is named adds nothing. */
    private String who() {
        Map<Who, SortedSet<String>> said = new EnumMap<>(Who.class);
        policy.to().forEach(subject -> add(said, who(subject), name(subject)));
        if (said.containsKey(Who.ANYONE)) {
            return "anybody with a credential";
        }
        return and(said.values().stream().flatMap(SortedSet::stream).toList());
    }

    private static Who who(Subject subject) {
        return switch (subject) {
            case Subject.Group group -> Who.GROUP;
            case Subject.Person person -> Who.PERSON;
            case Subject.Service service -> Who.SERVICE;
            case Subject.Agent agent -> Who.AGENT;
            case Subject.Token token -> Who.TOKEN;
            case Subject.Claim claim -> Who.CLAIM;
            case Subject.Anyone anyone -> Who.ANYONE;
        };
    }

    private String name(Subject subject) {
        return switch (subject) {
            case Subject.Group group -> names.of(group).orElse("a group " + GONE);
            case Subject.Person person -> names.of(person).orElse("somebody who is no longer there");
            case Subject.Service service -> names.of(service).orElse("a service " + GONE);
            case Subject.Agent agent -> names.of(agent).orElse("an agent " + GONE);
            case Subject.Token token -> "whoever shows " + names.of(token).orElse("a token " + GONE);
            case Subject.Claim claim ->
                "whoever is vouched for as " + claim.name() + " " + claim.value() + " through "
                        + names.of(claim).orElse("a federation " + GONE);
            case Subject.Anyone anyone -> "anybody";
        };
    }

    /** The order in which places are said, and how each begins. */
    private enum Where {
        EVERYWHERE(""),
        BELOW("below "),
        FOR("for "),
        TAGGED("tagged "),
        UNDER("under the template "),
        OWN("in their own ");

        private final String begin;

        Where(String begin) {
            this.begin = begin;
        }
    }

    /** What is of the whole installation has no place that would need saying. */
    private String where() {
        boolean whole = policy.actions().stream().allMatch(verb -> verb.about() == Verb.About.INSTALLATION);
        if (whole && policy.on().contains(new Resource.Everything())) {
            return "";
        }
        Map<Where, SortedSet<String>> said = new EnumMap<>(Where.class);
        policy.on().forEach(resource -> add(said, where(resource), name(resource)));
        List<String> places = said.entrySet().stream()
                .map(place -> place.getKey().begin + or(List.copyOf(place.getValue())))
                .toList();
        return " " + or(places);
    }

    private static Where where(Resource resource) {
        return switch (resource) {
            case Resource.Everything everything -> Where.EVERYWHERE;
            case Resource.Folder folder -> Where.BELOW;
            case Resource.Secret secret -> Where.FOR;
            case Resource.Tag tag -> Where.TAGGED;
            case Resource.Template template -> Where.UNDER;
            case Resource.OwnPersonalFolder own -> Where.OWN;
        };
    }

    /** An allow on everything does not reach into personal folders; what denies or requires does. */
    private String name(Resource resource) {
        return switch (resource) {
            case Resource.Everything everything ->
                policy.effect() == Effect.ALLOW ? "in all that is shared" : "anywhere";
            case Resource.Folder folder -> names.of(folder).orElse("a folder " + GONE);
            case Resource.Secret secret -> names.of(secret).orElse("something " + GONE);
            case Resource.Tag tag -> names.of(tag).orElse("with a tag " + GONE);
            case Resource.Template template -> names.of(template).orElse(GONE);
            case Resource.OwnPersonalFolder own -> "personal folder";
        };
    }

    private static <K> void add(Map<K, SortedSet<String>> said, K kind, String name) {
        said.computeIfAbsent(kind, first -> new TreeSet<>()).add(name);
    }

    static String and(List<String> words) {
        return joined(words, " and ");
    }

    /** Of places any one is enough, and "and" would sound as if all had to be. */
    static String or(List<String> words) {
        return joined(words, " or ");
    }

    private static String joined(List<String> words, String last) {
        if (words.size() == 1) {
            return words.getFirst();
        }
        List<String> first = new ArrayList<>(words);
        String end = first.removeLast();
        return String.join(", ", first) + last + end;
    }
}
