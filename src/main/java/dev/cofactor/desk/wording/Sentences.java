// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

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
        String said = sentence.who() + " " + Doing.all(policy.actions()) + sentence.where() + ".";
        boolean beginsWithName = policy.to().stream()
                .flatMap(subject -> names.of(subject).stream())
                .anyMatch(said::startsWith);
        return beginsWithName ? said : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
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
        boolean never = policy.effect() == Effect.DENY;
        if (said.containsKey(Who.ANYONE)) {
            return never ? "nobody may" : "anybody with a credential may";
        }
        List<String> all = said.values().stream().flatMap(SortedSet::stream).toList();
        return and(all) + (never ? " may never" : " may");
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

    /** An allow on everything does not reach into personal folders, and a deny does. */
    private String name(Resource resource) {
        return switch (resource) {
            case Resource.Everything everything ->
                policy.effect() == Effect.DENY ? "anywhere" : "in all that is shared";
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
    private static String or(List<String> words) {
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
