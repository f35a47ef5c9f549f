// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Steps;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * May this asker do this, to this, in these circumstances? Holds every fact a decision may depend on: the engine looks
 * nothing up, so the same question to the same edition has the same answer for ever.
 */
public record Question(Asker asker, Verb verb, Target target, Circumstances circumstances) {

    /** Who asks, with the groups he stands in, directly or through other groups, as the directory has it now. */
    public sealed interface Asker {
        UUID id();

        Set<UUID> groups();

        Credential credential();

        Subject self();

        record Person(UUID id, Set<UUID> groups, Credential credential) implements Asker {
            public Person {
                groups = Set.copyOf(groups);
            }

            @Override
            public Subject self() {
                return new Subject.Person(id);
            }
        }

        record Service(UUID id, Set<UUID> groups, Credential credential) implements Asker {
            public Service {
                groups = Set.copyOf(groups);
            }

            @Override
            public Subject self() {
                return new Subject.Service(id);
            }
        }

        /** An agent may do what it may itself and the person it acts for may too. */
        record Agent(UUID id, Set<UUID> groups, Credential credential, Person actsFor) implements Asker {
            public Agent {
                groups = Set.copyOf(groups);
            }

            @Override
            public Subject self() {
                return new Subject.Agent(id);
            }
        }

        /** All who must be allowed. */
        default List<Asker> sides() {
            return switch (this) {
                case Person person -> List.of(person);
                case Service service -> List.of(service);
                case Agent agent -> List.of(agent, agent.actsFor());
            };
        }

        /** Every subject under which a policy may mean this asker; of an agent, without the person it acts for. */
        default List<Subject> subjects() {
            List<Subject> found = new ArrayList<>();
            found.add(self());
            found.add(new Subject.Anyone());
            groups().forEach(group -> found.add(new Subject.Group(group)));
            UUID token = credential().token();
            if (token != null) {
                found.add(new Subject.Token(token));
            }
            found.addAll(credential().claims());
            return found;
        }
    }

    /**
     * What the asker showed.
     *
     * @param token the one token he came with, where it is a token that a policy can name
     * @param claims what an issuer we trust vouches for, one for each value of a claim with several
     */
    public record Credential(@Nullable UUID token, Set<Subject.Claim> claims) {
        public Credential {
            claims = Set.copyOf(claims);
        }

        /** A session, or a token that is nothing but its owner's. */
        public static Credential plain() {
            return new Credential(null, Set.of());
        }

        public static Credential token(UUID id) {
            return new Credential(id, Set.of());
        }

        public static Credential vouchedFor(Set<Subject.Claim> claims) {
            return new Credential(null, claims);
        }
    }

    /**
     * What it would be done to. What does not apply is empty: people and settings are in no folder.
     *
     * @param folders the one it lies in and all above it, or of a folder, itself and all above it
     * @param lastCodes whether of its backup codes those are left that others must have agreed to
     */
    public record Target(
            @Nullable UUID secret,
            Set<UUID> folders,
            Set<UUID> tags,
            @Nullable UUID template,
            Place place,
            boolean lastCodes) {
        public Target {
            folders = Set.copyOf(folders);
            tags = Set.copyOf(tags);
        }

        public Target(@Nullable UUID secret, Set<UUID> folders, Set<UUID> tags, @Nullable UUID template, Place place) {
            this(secret, folders, tags, template, place, false);
        }

        /** The same, whatever is left of its codes. */
        public Target asEver() {
            return lastCodes ? new Target(secret, folders, tags, template, place, false) : this;
        }

        public Target atTheLastCodes() {
            return new Target(secret, folders, tags, template, place, true);
        }

        /** What belongs to the installation as a whole. */
        public static Target installation() {
            return new Target(null, Set.of(), Set.of(), null, Place.SHARED);
        }

        public static Target template(UUID id) {
            return new Target(null, Set.of(), Set.of(), id, Place.SHARED);
        }

        public static Target folder(Set<UUID> itselfAndAbove, Place place) {
            return new Target(null, itselfAndAbove, Set.of(), null, place);
        }

        /** Every resource through which a policy may mean this target. */
        public List<Resource> resources() {
            List<Resource> found = new ArrayList<>();
            found.add(new Resource.Everything());
            if (place == Place.OWN_PERSONAL_FOLDER) {
                found.add(new Resource.OwnPersonalFolder());
            }
            folders.forEach(folder -> found.add(new Resource.Folder(folder)));
            tags.forEach(tag -> found.add(new Resource.Tag(tag)));
            if (template != null) {
                found.add(new Resource.Template(template));
            }
            if (secret != null) {
                found.add(new Resource.Secret(secret));
            }
            return found;
        }
    }

    /** Where the target lies, as seen by the person who asks or for whom an agent asks. */
    public enum Place {
        SHARED,
        OWN_PERSONAL_FOLDER,
        ANOTHERS_PERSONAL_FOLDER;

        /** An allow must name the personal folder for what it is; nothing else reaches in there. */
        boolean letsAllowThrough(Resource on) {
            return this == SHARED || on instanceof Resource.OwnPersonalFolder;
        }
    }

    /**
     * When, and from where, and what the asker has done for it.
     *
     * @param time null where no clock can be relied on
     * @param address null where it is not known
     */
    public record Circumstances(
            @Nullable Instant time, @Nullable InetAddress address, Steps steps) {
        public Circumstances(@Nullable Instant time, @Nullable InetAddress address) {
            this(time, address, Steps.NONE);
        }

        public Circumstances with(Steps taken) {
            return new Circumstances(time, address, taken);
        }
    }
}
