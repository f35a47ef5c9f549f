// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.people.Reception.Guest;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.People;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links that let nobody in, or nobody more. */
@QuarkusTest
class DeadLinksHttpTest {
    private static final String OWN = "a sentence of my own";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Reception reception;
    private final Activation activation;
    private final Invitations invitations;
    private final People people;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;
    private final Browser browser = new Browser();

    DeadLinksHttpTest(
            Reception reception,
            Activation activation,
            Invitations invitations,
            People people,
            LogEntries entries,
            WholeLog log,
            Roles roles) {
        this.reception = reception;
        this.activation = activation;
        this.invitations = invitations;
        this.people = people;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void unknownUsedReplacedAndOldLinksHaveOneAnswerAndEachIsOnTheLog() throws SQLException {
        Guest used = reception.guest();
        browser.open(used.path());
        browser.send("/activate", Map.of("token", used.token(), "new", OWN, "again", OWN));
        Guest replaced = reception.guest();
        Guest later = reception.guest(reception
                .ask()
                .post(PEOPLE + "/" + replaced.id() + "/invitation")
                .jsonPath());
        Guest old = reception.guest();
        grow(old, "2 hours");
        Browser another = new Browser();
        String fresh = ShownToken.Kind.INVITATION.fresh(new SecureRandom()).value();
        String dead = another.open(Activation.PATH + fresh).asString();
        assertThat(dead).contains("This link has ended").doesNotContain(fresh);
        for (Guest guest : List.of(used, replaced, old)) {
            Response page = another.open(guest.path());
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.asString()).isEqualTo(dead);
            Line line = elsewhere();
            assertThat(activation.look(guest.token(), line)).isEmpty();
            assertThat(refusal(guest.token(), line)).isEqualTo("invitation-ended");
            assertThat(failures(line)).isEqualTo(2);
        }
        another.open(later.path());
        Response sent = another.send("/activate", Map.of("token", old.token(), "new", OWN, "again", OWN));
        assertThat(sent.statusCode()).isEqualTo(404);
        assertThat(another.open(later.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkOfSomebodyWhoWasActiveIsDead() throws SQLException {
        Guest active = reception.guest();
        Guest suspended = reception.guest();
        try (Connection superuser = roles.superuser()) {
            String activated = "update person set activated_at = created_at, active = %s where id = '%s'";
            Roles.execute(superuser, activated.formatted(true, active.id()));
            Roles.execute(superuser, activated.formatted(false, suspended.id()));
        }
        for (Guest guest : List.of(active, suspended)) {
            assertThat(browser.open(guest.path()).statusCode()).isEqualTo(404);
            assertThat(refusal(guest.token(), elsewhere())).isEqualTo("invitation-ended");
            assertThat(activated(guest.person())).isFalse();
        }
    }

    private boolean activated(UUID person) {
        return QuarkusTransaction.requiringNew().call(() -> people.activate(person, Instant.now()));
    }

    @Test
    void whetherALinkStandsIsAskedAgainUnderTheLock() {
        Guest guest = reception.guest();
        UUID invitation = invitations.find(guest.token()).orElseThrow().id();
        Instant inAnHour = Instant.now().plusSeconds(3_601);
        assertThat(used(invitation, inAnHour)).isFalse();
        assertThat(used(invitation, Instant.now())).isTrue();
        assertThat(used(invitation, Instant.now())).isFalse();
    }

    private boolean used(UUID invitation, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> invitations.use(invitation, at));
    }

    @Test
    void ofManyWhoUseALinkTogetherOneIsLetIn() throws Exception {
        Guest guest = reception.guest();
        Line line = elsewhere();
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Boolean>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                String own = OWN + i;
                all.add(threads.submit(() -> {
                    together.await();
                    return letsIn(guest.token(), own, line);
                }));
            }
            together.countDown();
        }
        int won = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get()) {
                assertThat(won).isEqualTo(-1);
                won = i;
            }
        }
        assertThat(won).isNotEqualTo(-1);
        assertThat(entries.of(guest.person(), "person-activated")).hasSize(1);
        assertThat(failures(line)).isEqualTo(7);
        assertThat(new Browser().signIn(guest.accountName(), OWN + won).statusCode())
                .isEqualTo(303);
    }

    private boolean letsIn(String token, String password, Line line) {
        while (true) {
            try {
                activation.activate(token, password, line);
                return true;
            } catch (Activation.Dead e) {
                return false;
            } catch (dev.cofactor.ground.problem.Problem e) {
                assertThat(e.code()).isEqualTo("overloaded"); // two hash at once: come back
            }
        }
    }

    private String refusal(String token, Line line) {
        try {
            activation.activate(token, OWN, line);
            return "let in";
        } catch (Activation.Dead e) {
            return e.code();
        }
    }

    private long failures(Line line) {
        return entries.of(NOBODY, "person-activated").stream()
                .filter(entry -> entry.body().at("/origin/trace").asText().equals(line.trace()))
                .filter(entry -> entry.outcome().equals("failed"))
                .count();
    }

    /** From a network where nobody was before: no flood is folded, and its entries are told from others. */
    private static Line elsewhere() {
        int number = NETWORKS.incrementAndGet();
        try {
            return new Line(
                    Optional.of(InetAddress.getByAddress(new byte[] {10, 9, 8, (byte) number})), "elsewhere-" + number);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private void grow(Guest guest, String age) throws SQLException {
        try (Connection superuser = roles.superuser()) {
            Roles.execute(
                    superuser,
                    "update invitation set created_at = created_at - interval '%1$s', expires_at = expires_at - interval '%1$s' where person = '%2$s'"
                            .formatted(age, guest.id()));
        }
    }
}
