// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.clauses.ClauseJson;
import dev.cofactor.engine.clauses.ClauseReader;
import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How a set of policies is written: see src/docs/design/policy-documents.md. What is written once is never written otherwise. */
final class PolicyJson {
    private static final String FORMAT = "cofactor-policies/1";
    /** With states and clauses. A set without them is written as it always was. */
    private static final String SECOND = "cofactor-policies/2";

    private static final String[] MEMBERS = {"id", "name", "effect", "actions", "to", "on"};
    private static final String[] ALL = {
        "id", "name", "state", "effect", "actions", "to", "on", "when", "needs", "limits", "then"
    };

    private PolicyJson() {}

    static PolicySet read(byte[] document, Function<String, Optional<UUID>> spellings) {
        Placed root = Placed.document(document, spellings);
        root.onlyWith("format", "policies");
        String[] members = switch (root.member("format").text()) {
            case FORMAT -> MEMBERS;
            case SECOND -> ALL;
            default -> throw root.member("format").refused("is neither " + FORMAT + " nor " + SECOND);
        };
        Placed policies = root.member("policies");
        return policies.made(() -> new PolicySet(List.copyOf(policies.each(json -> policy(json, members)))));
    }

    static byte[] write(PolicySet set) {
        String policies = CanonicalJson.list(set.policies().stream().map(PolicyJson::spelled));
        String format = set.policies().stream().allMatch(PolicyJson::isPlain) ? FORMAT : SECOND;
        return CanonicalJson.object(Map.of("format", CanonicalJson.text(format), "policies", policies))
                .getBytes(UTF_8);
    }

    /** Of a policy alone the id may be left out: whoever reads it knows which one it is. */
    static Policy read(byte[] document, UUID id, Function<String, Optional<UUID>> spellings) {
        Placed json = Placed.document(document, spellings);
        json.onlyWith(ALL);
        Optional<Placed> given = json.optional("id");
        if (given.isPresent() && !given.get().id().equals(id)) {
            throw given.get().refused("is not the id of this policy");
        }
        return policy(json, id);
    }

    private static Policy policy(Placed json, String[] members) {
        json.onlyWith(members);
        return policy(json, json.member("id").id());
    }

    private static Policy policy(Placed json, UUID id) {
        return json.made(() -> new Policy(
                id,
                json.member("name").text(),
                json.optional("state")
                        .map(state -> state.word(State::find, "draft, active or disabled"))
                        .orElse(State.ACTIVE),
                json.member("effect").word(PolicyJson::effect, "allow, require or deny"),
                json.member("actions").each(action -> action.word(Verb::find, "a verb")),
                json.member("to").each(PolicyJson::subject),
                json.member("on").each(PolicyJson::resource),
                ClauseReader.read(json)));
    }

    private static boolean isPlain(Policy policy) {
        return policy.isActive()
                && policy.effect() != Effect.REQUIRE
                && policy.clauses().isNone();
    }

    private static Optional<Effect> effect(String code) {
        return Arrays.stream(Effect.values())
                .filter(effect -> effect.code().equals(code))
                .findFirst();
    }

    private static Subject subject(Placed json) {
        Placed kind = json.member("kind");
        return switch (kind.text()) {
            case "person" -> new Subject.Person(only(json));
            case "group" -> new Subject.Group(only(json));
            case "service" -> new Subject.Service(only(json));
            case "agent" -> new Subject.Agent(only(json));
            case "token" -> new Subject.Token(only(json));
            case "claim" -> claim(json);
            case "anyone" -> alone(json, new Subject.Anyone());
            default -> throw kind.refused("is no kind of subject");
        };
    }

    private static Subject claim(Placed json) {
        json.onlyWith("kind", "issuer", "name", "value");
        return json.made(() -> new Subject.Claim(
                json.member("issuer").id(),
                json.member("name").text(),
                json.member("value").text()));
    }

    private static Resource resource(Placed json) {
        Placed kind = json.member("kind");
        return switch (kind.text()) {
            case "secret" -> new Resource.Secret(only(json));
            case "folder" -> new Resource.Folder(only(json));
            case "tag" -> new Resource.Tag(only(json));
            case "template" -> new Resource.Template(only(json));
            case "own-personal-folder" -> alone(json, new Resource.OwnPersonalFolder());
            case "everything" -> alone(json, new Resource.Everything());
            default -> throw kind.refused("is no kind of resource");
        };
    }

    private static UUID only(Placed json) {
        json.onlyWith("kind", "id");
        return json.member("id").id();
    }

    private static <T> T alone(Placed json, T kind) {
        json.onlyWith("kind");
        return kind;
    }

    static String spelled(Policy policy) {
        Map<String, String> members = new HashMap<>(ClauseJson.members(policy.clauses()));
        members.put("id", CanonicalJson.text(policy.id().toString()));
        members.put("name", CanonicalJson.text(policy.name()));
        if (!policy.isActive()) {
            members.put("state", CanonicalJson.text(policy.state().code()));
        }
        members.put("effect", CanonicalJson.text(policy.effect().code()));
        members.put(
                "actions",
                CanonicalJson.set(policy.actions().stream().map(Verb::code).map(CanonicalJson::text)));
        members.put("to", CanonicalJson.set(policy.to().stream().map(PolicyJson::spelled)));
        members.put("on", CanonicalJson.set(policy.on().stream().map(PolicyJson::spelled)));
        return CanonicalJson.object(members);
    }

    private static String spelled(Subject subject) {
        return switch (subject) {
            case Subject.Person person -> spelled("person", Map.of("id", person.id()));
            case Subject.Group group -> spelled("group", Map.of("id", group.id()));
            case Subject.Service service -> spelled("service", Map.of("id", service.id()));
            case Subject.Agent agent -> spelled("agent", Map.of("id", agent.id()));
            case Subject.Token token -> spelled("token", Map.of("id", token.id()));
            case Subject.Claim claim ->
                spelled("claim", Map.of("issuer", claim.issuer(), "name", claim.name(), "value", claim.value()));
            case Subject.Anyone anyone -> spelled("anyone", Map.of());
        };
    }

    private static String spelled(Resource resource) {
        return switch (resource) {
            case Resource.Secret secret -> spelled("secret", Map.of("id", secret.id()));
            case Resource.Folder folder -> spelled("folder", Map.of("id", folder.id()));
            case Resource.Tag tag -> spelled("tag", Map.of("id", tag.id()));
            case Resource.Template template -> spelled("template", Map.of("id", template.id()));
            case Resource.OwnPersonalFolder own -> spelled("own-personal-folder", Map.of());
            case Resource.Everything everything -> spelled("everything", Map.of());
        };
    }

    private static String spelled(String kind, Map<String, ?> texts) {
        Map<String, String> members = new HashMap<>(Map.of("kind", CanonicalJson.text(kind)));
        texts.forEach((name, text) -> members.put(name, CanonicalJson.text(text.toString())));
        return CanonicalJson.object(members);
    }
}
