// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.cofactor.desk.bundle.Ceremony.Holder;
import dev.cofactor.desk.bundle.Ceremony.Kept;
import dev.cofactor.desk.bundle.Ceremony.Sealer;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes into no bundle, who registers no key, and what is sent in vain. */
@QuarkusTest
class BundleLimitsHttpTest {
    private final Ceremony ceremony;
    private final Kiosk kiosk;
    private final Rules rules;
    private final Newcomers newcomers;
    private final HolderKeys keys;
    private final LogEntries entries;
    private final WholeLog log;

    BundleLimitsHttpTest(
            Ceremony ceremony,
            Kiosk kiosk,
            Rules rules,
            Newcomers newcomers,
            HolderKeys keys,
            LogEntries entries,
            WholeLog log) {
        this.ceremony = ceremony;
        this.kiosk = kiosk;
        this.rules = rules;
        this.newcomers = newcomers;
        this.keys = keys;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private void refused(Sealer author, Map<String, Object> wanted, int status, String code) {
        ceremony.propose(author, wanted).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void aSeedThatCountsGoesIntoNone() {
        Sealer author = ceremony.sealer();
        String counting = kiosk.counting().path();
        refused(author, Ceremony.wanted(List.of(counting), ceremony.holders(2), 2), 409, "bundle-counting");
    }

    @Test
    void aSecretThatHeMayNotHaveSealedStopsHim() {
        Sealer author = ceremony.sealer();
        Kept kept = ceremony.kept(1);
        rules.add(
                Policy.Effect.DENY,
                new Subject.Person(author.person().id()),
                kept.timed(),
                Clauses.NONE,
                Verb.BUNDLE_SEAL);
        List<Holder> holders = ceremony.holders(2);
        refused(author, Ceremony.wanted(List.of(kept.path()), holders, 2), 404, "not-found");
        Map<String, Object> below = Ceremony.wanted(List.of(), holders, 2);
        below.put("folder", kept.folder().path());
        refused(author, below, 409, "bundle-nothing");
    }

    @Test
    void nobodyAloneIsEnoughAndNobodyIsThereTwice() {
        Sealer author = ceremony.sealer();
        Kept kept = ceremony.kept(1);
        List<Holder> two = ceremony.holders(2);
        List<String> paths = Ceremony.paths(kept);
        refused(author, Ceremony.wanted(paths, two, 1), 400, "bundle-invalid");
        refused(author, Ceremony.wanted(paths, two, 3), 400, "bundle-invalid");
        refused(author, Ceremony.wanted(paths, List.of(two.get(0), two.get(0)), 2), 400, "bundle-invalid");
        refused(author, Ceremony.wanted(List.of(), two, 2), 400, "bundle-invalid");
        Holder keyless = new Holder(newcomers.settled(), two.getFirst().key());
        refused(author, Ceremony.wanted(paths, List.of(two.get(0), keyless), 2), 409, "bundle-holder-gone");
    }

    @Test
    void onlyAPersonWhoHasJustProvedItRegistersAKey() {
        Caller signedIn = newcomers.signedIn(newcomers.settled());
        String line = Ceremony.line(HolderKey.generate(new SecureRandom()));
        Clocks.goOn(Duration.ofMinutes(HolderKeys.FRESH_MINUTES + 1L));
        assertThatThrownBy(() -> keys.register(signedIn, line)).isInstanceOf(StepUps.Needed.class);
        Caller machine = newcomers.machine();
        assertThatThrownBy(() -> keys.register(machine, line)).isInstanceOf(Problem.class);
        assertThat(entries.of(machine.actor().id(), "request-refused")).hasSize(1);
        assertThat(keys.own(signedIn)).isEmpty();
    }

    @Test
    void whatIsTooLongOrNoListIsRefusedAndNotRepeated() {
        Sealer author = ceremony.sealer();
        author.asks()
                .body("{\"name\":\"" + "x-marks".repeat(50_000) + "\",\"holders\":[],\"threshold\":2}")
                .post(Ceremony.BUNDLES)
                .then()
                .statusCode(400)
                .body(not(containsString("x-marks")));
        author.asks()
                .body("{\"name\":\"x\",\"secrets\":[null],\"holders\":[\"x-marks\"],\"threshold\":2}")
                .post(Ceremony.BUNDLES)
                .then()
                .statusCode(400)
                .body(not(containsString("x-marks")));
        author.asks().post(Ceremony.BUNDLES).then().statusCode(400);
        author.asks()
                .get(Ceremony.BUNDLES + "/bdl_00000000000000000000000000")
                .then()
                .statusCode(404);
    }

    /** A rule on everything reaches no personal folder: what is somebody's own is sealed by nobody. */
    @Test
    void everythingIsNotWhatIsPersonal() {
        Sealer author = ceremony.sealer();
        rules.allow(author.person().id(), new Resource.Everything(), Verb.SECRET_CREATE);
        String folder = author.asks()
                .post("/api/v1/folders/personal")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        Map<String, Object> below = Ceremony.wanted(List.of(), ceremony.holders(2), 2);
        below.put("folder", folder);
        refused(author, below, 404, "not-found");
    }
}
