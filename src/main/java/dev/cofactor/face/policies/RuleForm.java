// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Leads;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of one policy, as it is shown.
 *
 * @param id empty of a new one
 * @param edition the one that is shown, which a save must name
 * @param sentence what the policy says now; empty of a new one
 * @param warnings what looks like a mistake in it
 * @param byHand whether the document was typed
 * @param json the document, as it was typed or as the form says it
 */
record RuleForm(
        String id,
        String title,
        long edition,
        String sentence,
        String state,
        RuleDraft draft,
        List<Choice> verbs,
        Group offices,
        List<Choice> anybody,
        List<Group> who,
        List<Choice> anywhere,
        List<Group> where,
        List<Choice> days,
        List<Choice> approvers,
        List<String> warnings,
        boolean byHand,
        String json) {

    private static final String GONE = "No longer there";

    record Choice(String value, String name, boolean chosen) {}

    /**
     * Choices of one kind.
     *
     * @param open whether they are shown without being asked for
     */
    record Group(String field, String title, List<Choice> choices, boolean open) {}

    static RuleForm of(RuleDesk.Choices choices, RuleDraft draft) {
        Map<String, String> names = keyed(choices.names());
        return new RuleForm(
                choices.policy().map(now -> now.policy().id().toString()).orElse(""),
                choices.policy().map(now -> now.policy().name()).orElse("New policy"),
                choices.edition().number(),
                choices.policy().map(RuleDesk.Stated::sentence).orElse(""),
                choices.policy().map(now -> now.policy().state().code()).orElse(""),
                draft,
                verbs(Verb.About.SECRET, draft),
                group("actions", "Looking after the installation", verbs(Verb.About.INSTALLATION, draft), false),
                List.of(choice("anyone", "Anybody with a credential, machines too", draft.to())),
                List.of(
                        group("to", "Groups", named("group", names, draft.to()), true),
                        group("to", "Services", named("service", names, draft.to()), false),
                        group("to", "Agents", named("agent", names, draft.to()), false),
                        group("to", "People", named("person", names, draft.to()), false),
                        group("to", "Tokens", named("token", names, draft.to()), false),
                        group("to", "Vouched for", vouched(choices.names(), draft.to()), false)),
                List.of(
                        choice("everything", "Everything that is shared", draft.on()),
                        choice("own-personal-folder", "Their own personal folder", draft.on())),
                List.of(
                        group("on", "Below folders", named("folder", names, draft.on()), true),
                        group("on", "Tagged", named("tag", names, draft.on()), false),
                        group("on", "Under templates", named("template", names, draft.on()), false),
                        group("on", "Single secrets", named("secret", names, draft.on()), false)),
                days(draft),
                approvers(names, draft.clauses().approvers()),
                choices.policy().map(RuleForm::warnings).orElse(List.of()),
                draft.isByHand(),
                draft.json());
    }

    /** The same for a draft that was made of this edition, which a save has to name. */
    RuleForm seen(long from) {
        return new RuleForm(
                id, title, from, sentence, state, draft, verbs, offices, anybody, who, anywhere, where, days, approvers,
                warnings, byHand, json);
    }

    /** What one would ask first about whom and what it is about, as an address says it. */
    public String question() {
        String verb = draft.actions().stream().findFirst().orElse(Verb.CODE_FETCH.code());
        String whom = chosen(who, "person:", "service:")
                .map(one -> "&who=" + one.value())
                .orElse("");
        String place = chosen(where, "secret:", "folder:")
                .map(one -> "&place=" + one.value().substring(0, one.value().indexOf(':')) + "&on="
                        + Leads.asParameter(one.name()))
                .orElse("");
        return "verb=" + verb + place + whom;
    }

    private static Optional<Choice> chosen(List<Group> groups, String... kinds) {
        return groups.stream()
                .flatMap(group -> group.choices().stream())
                .filter(one -> one.chosen() && !one.name().equals(GONE))
                .filter(one -> Arrays.stream(kinds).anyMatch(one.value()::startsWith))
                .findFirst();
    }

    private static List<String> warnings(RuleDesk.Stated stated) {
        return stated.lints().stream().map(lint -> Warning.of(lint).sentence()).toList();
    }

    private static List<Choice> days(RuleDraft draft) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .map(name -> choice(
                        name.substring(0, 3).toLowerCase(Locale.ROOT),
                        name,
                        draft.clauses().days()))
                .toList();
    }

    /** Every group; and the one that was chosen, if it is not there any more. */
    private static List<Choice> approvers(Map<String, String> names, String chosen) {
        Set<String> one = chosen.isEmpty() ? Set.of() : Set.of("group:" + chosen);
        return named("group", names, one).stream()
                .map(choice -> new Choice(choice.value().substring("group:".length()), choice.name(), choice.chosen()))
                .toList();
    }

    /** Whoever an issuer vouches for is none of a list: those that are there can be left out. */
    private static List<Choice> vouched(Names names, Set<String> chosen) {
        return chosen.stream()
                .filter(key -> key.startsWith("{"))
                .map(key -> new Choice(key, vouched(names, key), true))
                .toList();
    }

    private static String vouched(Names names, String key) {
        JsonNode json = Documents.read(key).orElseGet(Documents::object);
        String issuer = json.path("issuer").asText();
        String federation = names.subjects().entrySet().stream()
                .filter(one -> one.getKey() instanceof Subject.Claim claim
                        && claim.issuer().toString().equals(issuer))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("a federation that is no longer there");
        return json.path("name").asText() + " " + json.path("value").asText() + " through " + federation;
    }

    private static Group group(String field, String title, List<Choice> choices, boolean open) {
        return new Group(field, title, choices, open || choices.stream().anyMatch(Choice::chosen));
    }

    private static Choice choice(String value, String name, Set<String> chosen) {
        return new Choice(value, name, chosen.contains(value));
    }

    /** What most policies are about stands first. */
    private static List<Choice> verbs(Verb.About about, RuleDraft draft) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.about() == about)
                .sorted(Comparator.comparing(verb -> verb != Verb.CODE_FETCH))
                .map(verb -> choice(verb.code(), capital(RuleDesk.words(verb)), draft.actions()))
                .toList();
    }

    /** All of a kind by name; and what the policy is about but is not there any more, so that it can be left out. */
    private static List<Choice> named(String kind, Map<String, String> names, Set<String> chosen) {
        List<Choice> found = new ArrayList<>();
        names.forEach((key, name) -> {
            if (key.startsWith(kind + ":")) {
                found.add(choice(key, name, chosen));
            }
        });
        found.sort(Comparator.comparing((Choice one) -> !one.chosen())
                .thenComparing(one -> one.name().toLowerCase(Locale.ROOT))
                .thenComparing(Choice::value));
        chosen.stream()
                .filter(key -> key.startsWith(kind + ":") && !names.containsKey(key))
                .forEach(key -> found.addFirst(new Choice(key, GONE, true)));
        return found;
    }

    private static Map<String, String> keyed(Names names) {
        Map<String, String> keyed = new HashMap<>();
        names.subjects().forEach((subject, name) -> keyed.put(key(subject), name));
        names.resources().forEach((resource, name) -> keyed.put(key(resource), name));
        return keyed;
    }

    private static String key(Subject subject) {
        return switch (subject) {
            case Subject.Person person -> "person:" + person.id();
            case Subject.Group group -> "group:" + group.id();
            case Subject.Service service -> "service:" + service.id();
            case Subject.Token token -> "token:" + token.id();
            case Subject.Agent agent -> "agent:" + agent.id();
            case Subject.Claim claim -> "claim";
            case Subject.Anyone anyone -> "anyone";
        };
    }

    private static String key(Resource resource) {
        return switch (resource) {
            case Resource.Secret secret -> "secret:" + secret.id();
            case Resource.Folder folder -> "folder:" + folder.id();
            case Resource.Tag tag -> "tag:" + tag.id();
            case Resource.Template template -> "template:" + template.id();
            case Resource.OwnPersonalFolder own -> "own-personal-folder";
            case Resource.Everything everything -> "everything";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
