// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.engine.otp.Otp;
import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.OwnFactors;
import dev.cofactor.ground.sealing.OwnFactors.Content;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ledger.directory.Person.Belongings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The OTP apps people prove themselves with. Seeds are opened here to be compared with, and nowhere else. */
@ApplicationScoped
public class Factors implements SecondFactors.Kind, Belongings {
    private static final Logger LOG = Logger.getLogger(Factors.class);

    /** As many as one person may have. */
    public static final int MOST = 5;

    /** Longer than any code with the blanks people put in. */
    private static final int LONGEST_TYPED = 32;

    private static final OwnFactors.Place NOBODYS =
            new OwnFactors.Place(new UUID(0, 0), new UUID(0, 0), Content.SEED, "");

    private final AppRows rows;
    private final CodeRows codes;
    private final OwnFactors door;
    private final OtpPolicy policy;
    private final Clock clock;

    Factors(AppRows rows, CodeRows codes, OwnFactors door, OtpPolicy policy, Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public boolean isEnrolled(UUID person) {
        return rows.isEnrolled(person);
    }

    /** Those that serve, the oldest first. */
    public List<App> apps(UUID person) {
        return rows.proved(person).stream().map(AppRow.Kept::app).toList();
    }

    /**
     * Whether what somebody typed is a code of one of his apps. No transaction is open. The work is the same however many he
     * has, so that time does not tell whether he has any.
     */
    public Optional<Match> check(UUID person, String typed) {
        String code = plain(typed);
        List<AppRow.Kept> apps = rows.proved(person);
        Instant now = clock.instant();
        Optional<Match> found = Optional.empty();
        for (AppRow.Kept app : apps) {
            OptionalLong step = step(app, code, now);
            if (found.isEmpty() && step.isPresent()) {
                found = Optional.of(new Code(app.app().id(), step.getAsLong()));
            }
        }
        for (int i = apps.size(); i < MOST; i++) {
            compareWithNothing(code, now);
        }
        return found;
    }

    /** Part of a change: all that a person proves himself with by apps and recovery codes is gone. */
    @Override
    @Transactional(TxType.MANDATORY)
    public void forget(UUID person) {
        rows.removeAll(person);
        codes.removeAll(person);
    }

    /** The step at which the code is this app's, around now. A seed that does not open has none. */
    OptionalLong step(AppRow.Kept kept, String code, Instant now) {
        App app = kept.app();
        try (Plaintext seed = door.open(AppRow.place(app), kept.sealed())) {
            return Otp.verify(seed, app.parameters(), code, now, app.window(), app.window());
        } catch (Unopenable e) {
            LOG.errorf("the seed of factor %s does not open: %s", app.id(), e.why());
            return OptionalLong.empty();
        }
    }

    /** Sealing costs what opening does. */
    private void compareWithNothing(String code, Instant now) {
        try (Plaintext seed = Plaintext.owning("nobody has this seed".getBytes(US_ASCII))) {
            door.seal(NOBODYS, seed);
            Otp.verify(seed, policy.parameters(), code, now, policy.window(), policy.window());
        }
    }

    /** Without the blanks and dashes that apps show between digits. */
    static String plain(String typed) {
        return typed.length() > LONGEST_TYPED ? "" : typed.replaceAll("[\\s-]", "");
    }

    private final class Code implements Match {
        private final UUID app;
        private final long step;

        Code(UUID app, long step) {
            this.app = app;
            this.step = step;
        }

        @Override
        public UUID app() {
            return app;
        }

        @Override
        public String method() {
            return "totp";
        }

        @Override
        public boolean consume() {
            return rows.consume(app, step, clock.instant());
        }

        @Override
        public List<Claim.Tell> tells(Done.Moment at) {
            return List.of();
        }
    }
}
