// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Channels;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Federations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks names up, of all that some policies are about at once. For whoever may edit policies; nobody else is told. */
@ApplicationScoped
public class NameBook {
    /** What people call things in there is theirs. */
    private static final String PERSONAL = "a personal folder";

    private static final int MANY = 50;

    private final People people;
    private final Groups groups;
    private final Machines machines;
    private final Mandates mandates;
    private final Federations trust;
    private final Folders folders;
    private final Catalogue catalogue;
    private final Templates templates;
    private final Channels outside;

    NameBook(
            People people,
            Groups groups,
            Machines machines,
            Mandates mandates,
            Federations trust,
            Folders folders,
            Catalogue catalogue,
            Templates templates,
            Channels outside) {
        this.people = people;
        this.groups = groups;
        this.machines = machines;
        this.mandates = mandates;
        this.trust = trust;
        this.folders = folders;
        this.catalogue = catalogue;
        this.templates = templates;
        this.outside = outside;
    }

    public Names names(Collection<Policy> policies) {
        Mentioned mentioned = Mentioned.in(policies);
        return new Names(
                subjects(mentioned.subjects()),
                resources(mentioned.resources()),
                those(mentioned.issuers(), this::federations),
                those(mentioned.channels(), this::channels));
    }

    /** All that a policy can be about, besides single tokens; of secrets so many. No allow reaches into personal folders. */
    public Names all(int secrets) {
        Map<Subject, String> to = new HashMap<>();
        groups.all().forEach(group -> to.put(new Subject.Group(group.id()), group.name()));
        machines.all().forEach(service -> to.put(new Subject.Service(service.id()), service.name()));
        mandates.all().forEach(agent -> to.put(new Subject.Agent(agent.id()), agent.name()));
        people.find(people.activeAmong(List.of(Groups.EVERYONE)))
                .forEach(person -> to.put(new Subject.Person(person.id()), person.displayName()));
        Map<Resource, String> on = new HashMap<>();
        catalogue.tags().forEach((id, name) -> on.put(new Resource.Tag(id), name));
        templates.all().forEach(template -> on.put(new Resource.Template(template.id()), template.name()));
        folders.all().stream()
                .filter(folder -> folder.personalOf().isEmpty() && !folder.id().equals(Folders.PERSONAL))
                .forEach(folder -> on.put(new Resource.Folder(folder.id()), folder.path()));
        catalogue.list(Catalogue.Wanted.all(secrets)).stream()
                .filter(secret -> secret.personalOf().isEmpty())
                .forEach(secret -> on.put(new Resource.Secret(secret.secret()), secret.path()));
        return new Names(to, on, federations(), channels());
    }

    private Map<Subject, String> subjects(Set<Subject> asked) {
        List<UUID> ids =
                kind(asked, Subject.Person.class).map(Subject.Person::id).toList();
        Map<UUID, String> named = people.find(ids).stream().collect(toMap(Person::id, Person::displayName));
        Map<UUID, String> grouped = groups.all().stream().collect(toMap(Group::id, Group::name));
        Map<UUID, String> serving = machines.all().stream().collect(toMap(Service::id, Service::name));
        Map<UUID, String> acting = mandates.all().stream().collect(toMap(Agent::id, Agent::name));
        Map<UUID, String> vouching = federations();
        return found(asked, subject -> switch (subject) {
            case Subject.Person person -> named.get(person.id());
            case Subject.Group group -> grouped.get(group.id());
            case Subject.Service service -> serving.get(service.id());
            case Subject.Token token -> token(token.id(), serving);
            case Subject.Agent agent -> acting.get(agent.id());
            case Subject.Claim claim -> vouching.get(claim.issuer());
            case Subject.Anyone anyone -> null; // has no name, and needs none
        });
    }

    private static Map<UUID, String> those(Set<UUID> asked, Supplier<Map<UUID, String>> all) {
        return asked.isEmpty() ? Map.of() : found(asked, all.get()::get);
    }

    /** What was removed leads nowhere, and what is switched off may come back. */
    private Map<UUID, String> channels() {
        return outside.all().stream()
                .filter(channel -> channel.ended().isEmpty())
                .collect(toMap(Channel::id, Channel::name));
    }

    private Map<UUID, String> federations() {
        return trust.all().stream()
                .filter(federation -> federation.ended().isEmpty())
                .collect(toMap(Federation::id, Federation::name));
    }

    private @Nullable String token(UUID id, Map<UUID, String> services) {
        return machines.token(id)
                .map(token -> token.label() + " of " + services.get(token.service()))
                .orElse(null);
    }

    private Map<Resource, String> resources(Set<Resource> asked) {
        List<UUID> ids =
                kind(asked, Resource.Secret.class).map(Resource.Secret::id).toList();
        Map<UUID, String> secrets = catalogue.find(ids).stream().collect(toMap(Placed::secret, NameBook::name));
        Map<UUID, String> labels = catalogue.tags();
        Map<UUID, Folder> tree = tree(asked);
        Map<UUID, String> made = templates.all().stream().collect(toMap(Template::id, Template::name));
        return found(asked, resource -> switch (resource) {
            case Resource.Secret secret -> secrets.get(secret.id());
            case Resource.Folder folder -> name(tree.get(folder.id()));
            case Resource.Tag tag -> labels.get(tag.id());
            case Resource.Template template -> made.get(template.id());
            case Resource.OwnPersonalFolder own -> null; // has no name, and needs none
            case Resource.Everything everything -> null;
        });
    }

    /** Of a few, each for itself; of many the whole tree at once. */
    private Map<UUID, Folder> tree(Set<Resource> asked) {
        List<UUID> ids =
                kind(asked, Resource.Folder.class).map(Resource.Folder::id).toList();
        Stream<Folder> found =
                ids.size() > MANY ? folders.all().stream() : ids.stream().flatMap(id -> folders.find(id).stream());
        return found.collect(toMap(Folder::id, identity()));
    }

    private static String name(Placed secret) {
        return secret.personalOf().isPresent() ? "something in " + PERSONAL : secret.path();
    }

    private static @Nullable String name(@Nullable Folder folder) {
        if (folder == null) {
            return null;
        }
        return folder.personalOf().isPresent() ? PERSONAL : folder.path();
    }

    private static <T, K extends T> Stream<K> kind(Set<T> asked, Class<K> kind) {
        return asked.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static <T> Map<T, String> found(Set<T> asked, Function<T, @Nullable String> name) {
        Map<T, String> found = new HashMap<>();
        for (T one : asked) {
            @Nullable String called = name.apply(one);
            if (called != null) {
                found.put(one, called);
            }
        }
        return found;
    }
}
