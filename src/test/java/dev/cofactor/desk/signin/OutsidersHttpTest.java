// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Outsiders who guess without end slow down the rest of the world, and not whoever has been here before. */
@QuarkusTest
class OutsidersHttpTest {
    private static final String GUESS = "an outsider's guess";

    private final Newcomers newcomers;
    private final Apps apps;

    OutsidersHttpTest(Newcomers newcomers, Apps apps) {
        this.newcomers = newcomers;
        this.apps = apps;
    }

    @Test
    void whoHasSignedInWithThisBrowserIsNotKeptOut() throws Exception {
        Person person = newcomers.settled();
        Browser own = new Browser();
        own.signIn(person.accountName(), Newcomers.PASSWORD);
        own.open("/secrets");
        own.send("/sign-out", Map.of());
        try (AutoCloseable held = Clocks.held()) {
            for (int round = 0; round < 3; round++) {
                outsidersTakeEveryTurn(person);
                assertThat(new Browser()
                                .signIn(person.accountName(), Newcomers.PASSWORD)
                                .statusCode())
                        .isEqualTo(429);
                assertThat(own.signIn(person.accountName(), Newcomers.PASSWORD).statusCode())
                        .isEqualTo(303);
                own.open("/secrets");
                own.send("/sign-out", Map.of());
                Clocks.goOn(Duration.ofSeconds(1));
            }
            assertThat(outsidersTakeEveryTurn(person))
                    .as("that he came in does not give outsiders another five")
                    .isLessThan(2);
        }
    }

    @Test
    void norAtTheSecondStep() throws Exception {
        Enrolled anna = apps.enrolled();
        Browser own = new Browser();
        own.signIn(anna.person().accountName(), Newcomers.PASSWORD);
        assertThat(own.cookie(Cookies.KNOWN_BROWSER))
                .as("half a sign-in makes nobody known")
                .isEmpty();
        own.open("/sign-in/factor");
        own.send("/sign-in/factor", Map.of("code", anna.code()));
        assertThat(own.cookie(Cookies.KNOWN_BROWSER)).isNotEmpty();
        own.open("/secrets");
        own.send("/sign-out", Map.of());
        String code = anna.code();
        try (AutoCloseable held = Clocks.held()) {
            outsidersTakeEveryTurn(anna.person());
            own.signIn(anna.person().accountName(), Newcomers.PASSWORD);
            outsidersTakeEveryTurn(anna.person());
            own.open("/sign-in/factor");
            assertThat(own.send("/sign-in/factor", Map.of("code", code)).statusCode())
                    .isEqualTo(303);
        }
        assertThat(own.open("/secrets").statusCode()).isEqualTo(200);
    }

    @Test
    void aKnownBrowserGuessesNoFasterAndIsKnownForOneAccountAlone() throws Exception {
        Person person = newcomers.settled();
        Person other = newcomers.settled();
        Browser own = new Browser();
        own.signIn(person.accountName(), Newcomers.PASSWORD);
        own.open("/secrets");
        own.send("/sign-out", Map.of());
        try (AutoCloseable held = Clocks.held()) {
            outsidersTakeEveryTurn(other);
            assertThat(own.signIn(other.accountName(), Newcomers.PASSWORD).statusCode())
                    .isEqualTo(429);
            for (int i = 0; i < 5; i++) {
                assertThat(own.signIn(person.accountName(), GUESS).statusCode()).isEqualTo(403);
            }
            assertThat(own.signIn(person.accountName(), Newcomers.PASSWORD).statusCode())
                    .isEqualTo(429);
        }
    }

    /** @return how many guesses were looked at */
    private static int outsidersTakeEveryTurn(Person person) {
        for (int guesses = 0; guesses < 20; guesses++) {
            if (new Browser().signIn(person.accountName(), GUESS).statusCode() == 429) {
                return guesses;
            }
        }
        throw new AssertionError("nobody slows them down");
    }
}
