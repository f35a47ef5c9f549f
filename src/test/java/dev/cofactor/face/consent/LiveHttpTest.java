// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static dev.cofactor.face.consent.Hearing.ONCE;
import static dev.cofactor.face.consent.Hearing.led;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.face.consent.Hearing.Scene;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows that stand open while somebody asks and somebody else decides. */
@QuarkusTest
class LiveHttpTest {
    private final Hearing hearing;
    private final Newcomers newcomers;
    private final Sessions sessions;
    private final LogEntries entries;
    private final WholeLog log;

    LiveHttpTest(Hearing hearing, Newcomers newcomers, Sessions sessions, LogEntries entries, WholeLog log) {
        this.hearing = hearing;
        this.newcomers = newcomers;
        this.sessions = sessions;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void bothHearWhatTheOtherDoes() throws Exception {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        Browser approver = hearing.at(scene.approver());
        try (Heard here = Heard.by(asker); // a round goes by him first
                Heard there = Heard.by(approver)) {
            there.hears("waiting {\"toDecide\":0,\"unread\":0}");
            here.hears("waiting {\"toDecide\":0,\"unread\":0}");
            String page = hearing.asked(scene, asker);
            there.hears("waiting {\"toDecide\":1,\"unread\":1}");
            approver.open(page);
            led(approver.send(page, ONCE));
            String id = page.substring(page.lastIndexOf('/') + 1);
            here.hears("settled {\"request\":\"" + id + "\",\"own\":true,\"state\":\"approved\"}");
            there.hears("settled {\"request\":\"" + id + "\",\"own\":false,\"state\":\"\"}");
            there.hears("waiting {\"toDecide\":0,\"unread\":1}");
        }
    }

    @Test
    void whomItDoesNotConcernHearsNothing() throws Exception {
        Scene scene = hearing.scene();
        Browser stranger = hearing.at(newcomers.inRole(Role.APPROVER));
        Browser approver = hearing.at(scene.approver());
        try (Heard there = Heard.by(approver);
                Heard elsewhere = Heard.by(stranger)) {
            String page = hearing.asked(scene);
            there.hears("waiting {\"toDecide\":1,\"unread\":1}");
            approver.open(page);
            led(approver.send(page, Map.of("act", "reject", "reason", "not today")));
            there.hears("waiting {\"toDecide\":0,\"unread\":1}");
            assertThat(elsewhere.all()).containsExactly("waiting {\"toDecide\":0,\"unread\":0}");
        }
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        Scene scene = hearing.scene();
        Browser approver = hearing.at(scene.approver());
        try (Heard there = Heard.by(approver)) {
            there.hears("waiting {\"toDecide\":0,\"unread\":0}");
            approver.send("/sign-out", Map.of());
            hearing.asked(scene);
            there.hears("over {\"why\":\"session\"}");
            there.ends();
            assertThat(there.all()).noneMatch(one -> one.contains("\"toDecide\":1"));
        }
    }

    @Test
    void whoIsSuspendedHearsNothingMoreAndTheOthersGoOn() throws Exception {
        Scene scene = hearing.scene();
        Browser approver = hearing.at(scene.approver());
        Browser asker = hearing.at(scene.asker());
        try (Heard here = Heard.by(asker); // a round goes by him first, so he was seen asking when she hears of it
                Heard there = Heard.by(approver)) {
            String page = hearing.asked(scene, asker);
            there.hears("waiting {\"toDecide\":1,\"unread\":1}");
            newcomers.suspend(newcomers.signedIn(scene.approver()));
            led(asker.send(page + "/withdraw", Map.of()));
            there.hears("over {\"why\":\"session\"}");
            there.ends();
            assertThat(there.all()).noneMatch(one -> one.startsWith("settled"));
            String id = page.substring(page.lastIndexOf('/') + 1);
            here.hears("settled {\"request\":\"" + id + "\",\"own\":true,\"state\":\"withdrawn\"}");
        }
    }

    @Test
    void ofSixWindowsTheFirstMakesRoom() throws Exception {
        Browser browser = hearing.at(newcomers.settled());
        List<Heard> windows = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                windows.add(Heard.by(browser));
            }
            windows.getFirst().hears("over {\"why\":\"elsewhere\"}");
            windows.getFirst().ends();
            windows.getLast().hears("waiting {\"toDecide\":0,\"unread\":0}");
            windows.subList(1, 6).forEach(one -> assertThat(one.all()).noneMatch(said -> said.startsWith("over")));
        } finally {
            for (Heard window : windows) {
                window.close();
            }
        }
    }

    @Test
    void beingToldIsNoUseOfTheSessionAndLeavesNoRecord() throws Exception {
        Person person = newcomers.settled();
        Browser browser = hearing.at(person);
        Instant used = used(person);
        long before = log.verify();
        Clocks.goOn(Duration.ofMinutes(5));
        try (Heard heard = Heard.by(browser)) {
            heard.hears("waiting {\"toDecide\":0,\"unread\":0}");
        }
        assertThat(browser.open("/live/session").statusCode()).isEqualTo(200);
        assertThat(used(person)).isEqualTo(used);
        assertThat(entries.since(before))
                .noneMatch(one -> one.body().toString().contains(person.id().toString()));
        browser.open("/secrets");
        assertThat(used(person)).isAfter(used);
    }

    @Test
    void withoutASessionThereIsNothingAndNoWayToTheDoor() {
        Browser nobody = new Browser();
        assertThat(nobody.open("/live").statusCode()).isEqualTo(204);
        assertThat(nobody.open("/live/session").statusCode()).isEqualTo(204);
        Person invited = newcomers.invited(); // who has to choose a password first
        Browser half = new Browser();
        half.signIn(invited.accountName(), Newcomers.PASSWORD);
        assertThat(half.open("/live").statusCode()).isEqualTo(204);
        assertThat(half.open("/live/session").statusCode()).isEqualTo(204);
    }

    @Test
    void whoSitsThereIsSaidWithTheTokenOfTheFormsThatHold() {
        Person person = newcomers.settled();
        Browser browser = hearing.at(person);
        Response said = browser.open("/live/session");
        assertThat(said.jsonPath().getString("person")).isEqualTo(person.id().toString());
        assertThat(said.header("Cache-Control")).isEqualTo("no-store");
        browser.forge(said.jsonPath().getString("csrf"));
        assertThat(browser.send("/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.cookie(Cookies.SESSION)).isEmpty();
    }

    @Test
    void aProofThatIsTooOldIsSaidBeforeAFormIsSentInVain() {
        Browser browser = hearing.at(newcomers.settled());
        assertThat(browser.open("/live/session?within=10").jsonPath().getBoolean("proved"))
                .isTrue();
        Clocks.goOn(Duration.ofMinutes(11));
        assertThat(browser.open("/live/session?within=10").jsonPath().getBoolean("proved"))
                .isFalse();
        assertThat(browser.open("/live/session").jsonPath().getBoolean("proved"))
                .isTrue();
    }

    @Test
    void whoAsksForNoStreamHearsTheFirstMessageAlone() {
        Response said = hearing.at(newcomers.settled()).open("/live");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.asString().replace(" ", "")).contains("event:waiting", "data:{\"toDecide\":0,\"unread\":0}");
    }

    private Instant used(Person person) {
        return sessions.of(person.id()).getFirst().used();
    }
}
