// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.notices;

import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How notices are spoken of outside. */
final class NoticeJson {
    private NoticeJson() {}

    /**
     * @param unread how many there are in all
     * @param next what to ask for as {@code before} to go on; absent at the end
     */
    record Listing(
            List<Told> notices, long unread, @Nullable UUID next) {
        static Listing of(NoticeDesk.Page page, int limit) {
            List<Told> told = page.notices().stream().map(Told::of).toList();
            return new Listing(
                    told,
                    page.unread(),
                    told.size() < limit ? null : told.getLast().id());
        }
    }

    /**
     * One notice.
     *
     * @param secret the reader's own; absent, if it is of a person
     * @param seed of that secret
     * @param person whose factor or recovery code it is of; absent, if it is of a seed
     * @param request of access, or of whose grant it is
     * @param change that waits, or waited, for a second person
     * @param bundle that two people agreed to
     * @param other where the same seed was entered; absent, if the reader may not see it
     * @param event by which an auditor finds it on the log
     * @param by who did it; absent, if the reader may not see the secret it was done to
     */
    record Told(
            UUID id,
            String kind,
            Instant time,
            boolean read,
            @Nullable Secret secret,
            @Nullable String field,
            @Nullable UUID seed,
            @Nullable Secret other,
            @Nullable UUID person,
            @Nullable String request,
            @Nullable String change,
            @Nullable String bundle,
            UUID event,
            @Nullable Author by) {
        static Told of(NoticeDesk.Seen seen) {
            return switch (seen.notice().message()) {
                case Message.OfSeed message -> of(seen, message);
                case Message.OfPerson message -> of(seen, message);
                case Message.OfAccess message -> of(seen, message);
            };
        }

        private static Told of(NoticeDesk.Seen seen, Message.OfAccess message) {
            Message.Matter matter = message.kind().matter();
            UUID about = message.about();
            return new Told(
                    seen.notice().id(),
                    message.word(),
                    seen.notice().time(),
                    seen.notice().read().isPresent(),
                    matter == Message.Matter.SECRET ? Secret.of(about, seen.secret()) : null,
                    null,
                    null,
                    null,
                    null,
                    matter == Message.Matter.REQUEST ? PublicId.REQUEST.of(about) : null,
                    matter == Message.Matter.CHANGE ? PublicId.CHANGE.of(about) : null,
                    matter == Message.Matter.BUNDLE ? PublicId.BUNDLE.of(about) : null,
                    message.event(),
                    seen.author().map(Author::of).orElse(null));
        }

        private static Told of(NoticeDesk.Seen seen, Message.OfPerson message) {
            return new Told(
                    seen.notice().id(),
                    message.word(),
                    seen.notice().time(),
                    seen.notice().read().isPresent(),
                    null,
                    null,
                    null,
                    null,
                    message.person(),
                    null,
                    null,
                    null,
                    message.event(),
                    seen.author().map(Author::of).orElse(null));
        }

        private static Told of(NoticeDesk.Seen seen, Message.OfSeed message) {
            return new Told(
                    seen.notice().id(),
                    message.word(),
                    seen.notice().time(),
                    seen.notice().read().isPresent(),
                    Secret.of(message.secret(), seen.secret()),
                    PublicId.FIELD.of(message.field()),
                    message.seed(),
                    seen.other()
                            .map(other -> Secret.of(other.secret(), seen.other()))
                            .orElse(null),
                    null,
                    null,
                    null,
                    null,
                    message.event(),
                    seen.author().map(Author::of).orElse(null));
        }
    }

    /** A secret; without path and name, if the reader may not see it. */
    record Secret(
            String id, @Nullable String path, @Nullable String name) {
        static Secret of(UUID id, Optional<Placed> seen) {
            return new Secret(
                    PublicId.SECRET.of(id),
                    seen.map(Placed::path).orElse(null),
                    seen.map(Placed::name).orElse(null));
        }
    }

    /** Who did something; without a name, if it was no person. */
    record Author(UUID id, @Nullable String name) {
        static Author of(NoticeDesk.Author author) {
            return new Author(
                    author.id(), author.person().map(Person::displayName).orElse(null));
        }
    }
}
