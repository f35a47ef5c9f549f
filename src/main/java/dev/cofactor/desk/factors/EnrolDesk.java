// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.KeyUri;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.Seed;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.engine.qr.QrPicture;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Home;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.OwnFactors;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.OwnKind;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Adding an app of one's own: it is begun, shown to the session that began it, and proved by a code. */
@ApplicationScoped
public class EnrolDesk {
    private static final int PIXELS_A_MODULE = 6;

    private final AppRows rows;
    private final Factors factors;
    private final SecondFactors kinds;
    private final RecoveryCodes recovery;
    private final Again again;
    private final OtpPolicy policy;
    private final OwnFactors door;
    private final People people;
    private final Post post;
    private final Home home;
    private final Clock clock;
    private final SecureRandom random;
    private final Ids ids;

    EnrolDesk(
            AppRows rows,
            Factors factors,
            SecondFactors kinds,
            RecoveryCodes recovery,
            Again again,
            OtpPolicy policy,
            OwnFactors door,
            People people,
            Post post,
            Home home,
            Clock clock,
            SecureRandom random,
            Ids ids) {
        this.rows = rows;
        this.factors = factors;
        this.kinds = kinds;
        this.recovery = recovery;
        this.again = again;
        this.policy = policy;
        this.door = door;
        this.people = people;
        this.post = post;
        this.home = home;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    /**
     * An app that waits to be proved, as its owner sees it.
     *
     * @param key in groups of four
     */
    public record Shown(App app, Plaintext key) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }

        @Override
        public String toString() {
            return "Shown[redacted]";
        }
    }

    /** What an app is asked for from now on. */
    public Parameters asked() {
        return policy.parameters();
    }

    /** Whether somebody is asked for a proof before he adds one. */
    public boolean asksForProof(Caller caller) {
        return again.isAskedToAdd(caller, kinds.isEnrolled(caller.actor().id()));
    }

    /** @param typed looked at only where a proof is asked for */
    public void begin(Caller caller, String label, Again.Typed typed) {
        UUID person = caller.actor().id();
        String name = DisplayName.of(label).value();
        if (factors.apps(person).size() >= Factors.MOST) {
            throw again.failed(caller, EventClass.FACTOR_BEGUN, FactorRefused.most());
        }
        Optional<Again.Proof> proof = asksForProof(caller)
                ? Optional.of(again.proof(caller, typed, EventClass.FACTOR_BEGUN))
                : Optional.empty();
        AppRow row = fresh(caller, name);
        if (proof.isPresent()) {
            again.change(proof.get(), EventClass.FACTOR_BEGUN, at -> begun(row));
        } else {
            Fact begun = Fact.done(caller, EventClass.FACTOR_BEGUN, Again.subject(caller));
            again.note(begun.whileSignedIn(), at -> {
                if (asksForProof(caller)) {
                    throw FactorRefused.gone(); // somebody was faster, and now it takes a proof
                }
                return begun(row);
            });
        }
    }

    private Done<UUID> begun(AppRow row) {
        rows.begin(row, clock.instant());
        return new Done<>(row.id, Details.none().with(Name.OTHER, row.id), List.of());
    }

    private AppRow fresh(Caller caller, String label) {
        Parameters parameters = policy.parameters();
        Instant now = clock.instant();
        UUID person = caller.actor().id();
        App app = new App(
                ids.next(), person, label, parameters, policy.window(), now, Optional.empty(), Optional.empty());
        try (Plaintext seed = Seed.fresh(random, parameters.algorithm())) {
            OwnFactors.Sealed sealed = door.seal(AppRow.place(app), seed);
            return new AppRow(app, sealed, session(caller), now.plus(policy.patience()));
        }
    }

    /** What was begun in this session and waits to be proved. No other session sees it. */
    public Optional<Shown> shown(Caller caller) {
        return pending(caller).map(kept -> {
            try (Plaintext seed = door.open(AppRow.place(kept.app()), kept.sealed())) {
                return new Shown(kept.app(), SetupKey.show(seed));
            }
        });
    }

    /** The same with all that goes with it, as a PNG for the app to read. */
    public Optional<Plaintext> picture(Caller caller) {
        return pending(caller).map(kept -> {
            try (Plaintext seed = door.open(AppRow.place(kept.app()), kept.sealed());
                    Plaintext uri = KeyUri.write(
                            new Enrolment(account(caller), kept.app().parameters(), seed))) {
                return QrPicture.png(QrPicture.Kind.QR_CODE, uri, PIXELS_A_MODULE);
            }
        });
    }

    private Account account(Caller caller) {
        String name = people.find(caller.actor().id()).map(Person::accountName).orElse("");
        return new Account("Cofactor " + URI.create(home.origin()).getHost(), name);
    }

    /**
     * Proves the app by a code of it, which is used up.
     *
     * @return recovery codes to be shown once, where the person has none that he keeps
     */
    public Optional<RecoveryCodes.Draft> prove(Caller caller, String typed) {
        AppRow.Kept kept = pending(caller)
                .orElseThrow(() -> again.failed(caller, EventClass.FACTOR_ENROLLED, FactorRefused.gone()));
        Instant now = clock.instant();
        OptionalLong step = factors.step(kept, Factors.plain(typed), now);
        if (step.isEmpty()) {
            throw again.wrong(caller, EventClass.FACTOR_ENROLLED);
        }
        UUID person = caller.actor().id();
        Optional<RecoveryCodes.Draft> draft =
                recovery.areKept(person) ? Optional.empty() : Optional.of(recovery.draft(person, session(caller)));
        Fact enrolled = Fact.done(caller, EventClass.FACTOR_ENROLLED, Again.subject(caller))
                .saying(Details.none().with(Name.METHOD, "totp"));
        again.note(enrolled.whileSignedIn(), at -> {
            if (!rows.prove(kept.app().id(), session(caller), step.getAsLong(), now)) {
                throw FactorRefused.gone();
            }
            draft.ifPresent(recovery::add);
            Message.OfPerson message = new Message.OfPerson(OwnKind.FACTOR_ADDED, person, at.event(), person);
            Details details = Details.none().with(Name.OTHER, kept.app().id());
            return new Done<>(kept.app().id(), details, post.people(List.of(person), message));
        });
        return draft;
    }

    private Optional<AppRow.Kept> pending(Caller caller) {
        return rows.pending(caller.actor().id(), session(caller), clock.instant());
    }

    private static UUID session(Caller caller) {
        return caller.session().orElseThrow();
    }
}
