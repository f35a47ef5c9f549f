// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.desk.notices.NoticeDesk;
import dev.cofactor.ground.events.Logged;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Home;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Inbox;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Outgoing.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes messages ready to leave. A channel has no reader whose rights could be asked for, so it is told ids; a person is
 * told the names that he may know at this moment.
 */
@ApplicationScoped
class Letters {
    private final NoticeDesk notices;
    private final Home home;

    /**
     * A message made ready for where it goes.
     *
     * @param id by which a second copy is known; the same at every attempt
     * @param type the message's word
     * @param time when it was recorded
     * @param data ids and words alone
     * @param said for people
     * @param link where more is seen by whoever may; opening it changes nothing
     */
    record Parcel(UUID id, String type, Instant time, Map<String, ?> data, Words.Said said, String link) {}

    Letters(NoticeDesk notices, Home home) {
        this.notices = notices;
        this.home = home;
    }

    /** Empty for what is in no form that is known here. */
    Optional<Parcel> forChannel(Letter letter) {
        return letter.message()
                .map(message -> forChannel(letter, message))
                .or(() -> letter.logged().map(logged -> logged(letter, logged)));
    }

    private Parcel logged(Letter letter, Logged logged) {
        Map<String, Object> data = new TreeMap<>();
        data.put("event", logged.event().toString());
        data.put("epoch", logged.epoch());
        data.put("index", logged.index());
        data.put("outcome", logged.outcome());
        data.put("by", logged.actor().toString());
        logged.about().ifPresent(about -> put(data, about));
        return new Parcel(letter.id(), logged.word(), logged.time(), data, Words.logged(), home.link("/audit"));
    }

    /** A secret as everybody names it outside; anything else as the log does. */
    private static void put(Map<String, Object> data, Logged.About about) {
        if (about.kind().equals(Subject.Kind.SECRET.word())) {
            data.put("secret", PublicId.SECRET.of(about.id()));
        } else {
            data.put("about", Map.of("kind", about.kind(), "id", about.id().toString()));
        }
    }

    Parcel forChannel(Letter letter, Message message) {
        return parcel(letter, message, Words.of(message, Words.Names.NONE));
    }

    /** Empty for whoever is not here any more. */
    Optional<Parcel> forPerson(Letter letter, Message message) {
        var notice = new Inbox.Notice(letter.id(), message, letter.time(), Optional.empty());
        return notices.seenBy(letter.recipient(), notice)
                .map(seen -> parcel(letter, message, Words.of(message, names(seen))));
    }

    Parcel farewell(Letter letter, Message message) {
        return new Parcel(letter.id(), message.word(), letter.time(), Map.of(), Words.farewell(), home.link("/"));
    }

    Parcel test(UUID id, Channel channel, Instant now) {
        Map<String, String> data = Map.of("channel", PublicId.CHANNEL.of(channel.id()));
        return new Parcel(id, "test", now, data, Words.test(channel.name()), home.link("/"));
    }

    Parcel mailTest(UUID id, Instant now) {
        return new Parcel(id, "test", now, Map.of(), Words.mailTest(), home.link("/"));
    }

    private Parcel parcel(Letter letter, Message message, Words.Said said) {
        return new Parcel(letter.id(), message.word(), letter.time(), data(message), said, link(message));
    }

    private static Words.Names names(NoticeDesk.Seen seen) {
        return new Words.Names(
                seen.secret().map(Letters::named),
                seen.other().map(Letters::named),
                seen.author()
                        .map(author -> author.person().map(Person::displayName).orElse("A program")));
    }

    private static String named(Placed secret) {
        return secret.name() + " (" + secret.path() + ")";
    }

    static Map<String, String> data(Message message) {
        Map<String, String> data = new TreeMap<>();
        switch (message) {
            case Message.OfAccess access -> {
                switch (access.kind().matter()) {
                    case SECRET -> data.put("secret", PublicId.SECRET.of(access.about()));
                    case REQUEST -> data.put("request", PublicId.REQUEST.of(access.about()));
                    case CHANGE -> data.put("change", PublicId.CHANGE.of(access.about()));
                    case BUNDLE -> data.put("bundle", PublicId.BUNDLE.of(access.about()));
                }
            }
            case Message.OfSeed seed -> data.put("secret", PublicId.SECRET.of(seed.secret()));
            case Message.OfPerson person -> data.put("person", person.person().toString());
        }
        data.put("event", message.event().toString());
        data.put("by", message.actor().toString());
        return data;
    }

    private String link(Message message) {
        return home.link(
                switch (message) {
                    case Message.OfAccess access ->
                        switch (access.kind().matter()) {
                            case SECRET -> "/secrets/" + PublicId.SECRET.of(access.about());
                            case REQUEST -> "/approvals/" + PublicId.REQUEST.of(access.about());
                            case CHANGE -> "/changes/" + PublicId.CHANGE.of(access.about());
                            case BUNDLE -> "/administration/bundles/" + PublicId.BUNDLE.of(access.about());
                        };
                    case Message.OfSeed seed -> "/secrets/" + PublicId.SECRET.of(seed.secret());
                    case Message.OfPerson person -> "/notices";
                });
    }
}
