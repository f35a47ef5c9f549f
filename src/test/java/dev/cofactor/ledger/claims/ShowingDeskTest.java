// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ledger.audit.TwoNodes;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a page may go on showing, and who stands back, by a clock that each test sets. */
class ShowingDeskTest {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Instant BEGIN = Instant.ofEpochSecond(4_000_000_020L);

    private static DataFolder data;
    private static EmbeddedPostgres postgres;
    private static TwoNodes nodes;

    private final UUID session = UUID.randomUUID();
    private final UUID secret = UUID.randomUUID();

    @BeforeAll
    static void start() throws SQLException {
        data = DataFolder.open(TestFolder.fresh("showing").resolve("data"), "a test");
        postgres = EmbeddedPostgres.start(data);
        nodes = new TwoNodes(postgres);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        nodes.close();
        postgres.close();
        data.close();
    }

    private interface Play {
        void run(Connection connection) throws SQLException;
    }

    private void play(Play play) throws SQLException {
        try (Connection connection = nodes.server().getConnection()) {
            connection.setAutoCommit(false);
            try {
                play.run(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private Claim.Showing begins() {
        return new Claim.Showing(session, secret, PERIOD, true);
    }

    private Claim.Showing goesOn() {
        return new Claim.Showing(session, secret, PERIOD, false);
    }

    private static Optional<Loss> claimed(Connection connection, Duration after, Claim claim) throws SQLException {
        Claimant claimant = claims(claim);
        new ClaimDesk().settle(connection, BEGIN.plus(after), List.of(claimant));
        return claimant.loss();
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static void won(Optional<Loss> loss) {
        assertThat(loss).isEmpty();
    }

    private static void ended(Optional<Loss> loss) {
        assertThat(loss).contains(new Loss.Ended(Loss.Reason.SHOWING_ENDED));
    }

    private static void busyFor(Optional<Loss> loss, Duration left) {
        assertThat(loss)
                .get()
                .isInstanceOfSatisfying(
                        Loss.Busy.class, busy -> assertThat(busy.left()).isEqualTo(left));
    }

    @Test
    void nothingGoesOnThatNobodyBegan() throws SQLException {
        play(database -> ended(claimed(database, seconds(40), goesOn())));
    }

    @Test
    void eachStepIsShownOnceAndNotInItsFirstSecond() throws SQLException {
        play(database -> {
            won(claimed(database, seconds(10), begins()));
            busyFor(claimed(database, seconds(11), goesOn()), seconds(20));
            busyFor(claimed(database, Duration.ofMillis(30_400), goesOn()), Duration.ofMillis(600));
            won(claimed(database, seconds(31), goesOn()));
            busyFor(claimed(database, seconds(32), goesOn()), seconds(29));
            won(claimed(database, seconds(61), goesOn()));
        });
    }

    @Test
    void itGoesOnForFiveMinutesAfterSomebodyAskedAndNoLonger() throws SQLException {
        play(database -> {
            won(claimed(database, seconds(0), begins()));
            for (int step = 1; step < 10; step++) {
                won(claimed(database, seconds(step * 30L + 2), goesOn()));
            }
            ended(claimed(database, seconds(302), goesOn()));
            won(claimed(database, seconds(303), begins()));
            won(claimed(database, seconds(332), goesOn()));
        });
    }

    @Test
    void whatOneSessionBeganAnotherDoesNotGoOnWith() throws SQLException {
        play(database -> {
            won(claimed(database, seconds(0), begins()));
            ended(claimed(database, seconds(32), new Claim.Showing(UUID.randomUUID(), secret, PERIOD, false)));
            ended(claimed(database, seconds(32), new Claim.Showing(session, UUID.randomUUID(), PERIOD, false)));
        });
    }

    @Test
    void ofTwoTabsThatGoOnAtOnceOneIsShownTheStep() throws SQLException {
        play(database -> {
            won(claimed(database, seconds(0), begins()));
            Claimant one = claims(goesOn());
            Claimant other = claims(goesOn());
            new ClaimDesk().settle(database, BEGIN.plus(seconds(31)), List.of(one, other));
            won(one.loss());
            busyFor(other.loss(), seconds(30));
        });
    }

    private static Claimant claims(Claim claim) {
        return new Claimant(UUID.randomUUID(), List.of(claim));
    }

    private Claim.Step step(Claim.Sharing sharing, UUID holder, int ahead, boolean standsBack) {
        byte[] seed = secret.toString().getBytes(StandardCharsets.US_ASCII);
        return new Claim.Step(seed, PERIOD, ahead, Duration.ZERO, sharing, holder, holder, secret, () -> standsBack);
    }

    @Test
    void whoStandsBackTakesNoFreeStepAndSeesAgainWhatIsHis() throws SQLException {
        play(database -> {
            UUID holder = UUID.randomUUID();
            busyFor(claimed(database, seconds(10), step(Claim.Sharing.EXCLUSIVE, holder, 0, true)), seconds(20));
            busyFor(claimed(database, seconds(10), step(Claim.Sharing.SAME_ACTOR, holder, 0, true)), seconds(20));
            busyFor(claimed(database, seconds(10), step(Claim.Sharing.EXCLUSIVE, holder, 1, true)), seconds(50));
            won(claimed(database, seconds(11), step(Claim.Sharing.EXCLUSIVE, holder, 0, false)));
            won(claimed(database, seconds(12), step(Claim.Sharing.EXCLUSIVE, holder, 0, true)));
        });
    }

    @Test
    void whatEverybodyMayHaveNobodyStandsBackFrom() throws SQLException {
        play(database -> won(claimed(database, seconds(10), step(Claim.Sharing.SHARED, UUID.randomUUID(), 0, true))));
    }

    @Test
    void howLongAStepLastsIsToldByTheClockItWasSettledBy() throws SQLException {
        play(database -> {
            UUID holder = UUID.randomUUID();
            won(claimed(database, seconds(10), step(Claim.Sharing.EXCLUSIVE, holder, 0, false)));
            Optional<Loss> loss =
                    claimed(database, seconds(12), step(Claim.Sharing.EXCLUSIVE, UUID.randomUUID(), 0, false));
            busyFor(loss, seconds(18));
            assertThat(loss)
                    .get()
                    .isInstanceOfSatisfying(
                            Loss.Busy.class,
                            busy -> assertThat(busy.holder())
                                    .contains(new Won.First(holder, holder, secret, BEGIN.plus(seconds(10)))));
        });
    }
}
