// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.bundle.Ceremony.Holder;
import dev.cofactor.desk.bundle.Ceremony.Kept;
import dev.cofactor.desk.bundle.Ceremony.Opened;
import dev.cofactor.desk.bundle.Ceremony.Sealer;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a bundle was used, handed in when there is a server again. */
@QuarkusTest
class UsesHttpTest {
    private final Ceremony ceremony;
    private final Depot depot;
    private final Enrolling enrolling;
    private final LogEntries entries;
    private final Told told;
    private final WholeLog log;

    @TempDir
    Path folder;

    private Sealer author;
    private List<Holder> holders;
    private Kept kept;
    private String bundle;
    private Opened opened;

    UsesHttpTest(Ceremony ceremony, Depot depot, Enrolling enrolling, LogEntries entries, Told told, WholeLog log) {
        this.ceremony = ceremony;
        this.depot = depot;
        this.enrolling = enrolling;
        this.entries = entries;
        this.told = told;
        this.log = log;
    }

    @BeforeEach
    void aBundleThatIsOut() {
        author = ceremony.sealer();
        holders = ceremony.holders(2);
        kept = ceremony.kept(2);
        bundle = ceremony.agreed(author, ceremony.sealer(), Ceremony.wanted(Ceremony.paths(kept), holders, 2));
        opened = Opened.of(folder, ceremony.file(author, bundle).asByteArray(), holders);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private void used() {
        opened.run(0, "--code", kept.path());
        opened.run(0, "--backup-code", kept.pool().path());
    }

    @Test
    void openedCodesLeaveTheirPoolAndTheSeedIsToBeOverwritten() {
        used();
        ceremony.uses(author, bundle, opened.uses())
                .then()
                .statusCode(200)
                .body("uses", equalTo(2))
                .body("fresh", equalTo(2))
                .body("seeds", equalTo(1))
                .body("codes", equalTo(1))
                .body("twice", equalTo(0));
        Depot.Taker taker = depot.taker(kept.pool());
        depot.take(taker, kept.pool())
                .then()
                .statusCode(200)
                .body("code", equalTo(kept.pool().codes().getFirst()));
        depot.take(taker, kept.pool()).then().statusCode(409);
        author.asks()
                .get(Ceremony.BUNDLES + "/" + bundle)
                .then()
                .statusCode(200)
                .body("uses.find { it.content == 'seed' }.overwrite", equalTo(true))
                .body("uses.find { it.content == 'backup-code' }.number", equalTo(2));
        List<String> knowers = enrolling
                .asAdministrator()
                .get("/api/v1/secrets/" + PublicId.SECRET.of(kept.timed()) + "/seed/custody")
                .path("custody.findAll { it.how == 'bundle' }.actor");
        assertThat(knowers)
                .containsExactlyInAnyOrderElementsOf(holders.stream()
                        .map(one -> one.person().id().toString())
                        .toList());
        assertThat(told.to(kept.pool().owner().id())).anyMatch(row -> row.kind().equals("bundle-used"));
        assertThat(entries.about(kept.timed(), "bundle-used")).hasSize(1);
        ceremony.turn(kept.timed());
        author.asks()
                .get(Ceremony.BUNDLES + "/" + bundle)
                .then()
                .body("uses.find { it.content == 'seed' }.overwrite", equalTo(false));
    }

    @Test
    void handedInAgainOrByManyAtOnceEachUseCountsOnce() {
        used();
        byte[] first = opened.uses();
        List<Integer> answers = Enrolling.atOnce(4, number -> ceremony.uses(author, bundle, first));
        assertThat(answers).containsOnly(200);
        used();
        ceremony.uses(author, bundle, opened.uses())
                .then()
                .statusCode(200)
                .body("uses", equalTo(4))
                .body("fresh", equalTo(2))
                .body("codes", equalTo(1));
        ceremony.uses(author, bundle, opened.uses()).then().body("fresh", equalTo(0));
        List<Map<String, Object>> uses =
                author.asks().get(Ceremony.BUNDLES + "/" + bundle).path("uses");
        assertThat(uses).hasSize(4);
    }

    @Test
    void aCodeThatWasHandedOutHereAsWellIsSaidSo() {
        Depot.Taker taker = depot.taker(kept.pool());
        depot.take(taker, kept.pool()).then().statusCode(200);
        depot.take(taker, kept.pool()).then().statusCode(200);
        opened.run(0, "--backup-code", kept.pool().path());
        ceremony.uses(author, bundle, opened.uses())
                .then()
                .body("codes", equalTo(0))
                .body("twice", equalTo(1));
    }

    @Test
    void aListThatWasChangedOrIsAnotherBundlesIsNotTaken() {
        used();
        String text = new String(opened.uses(), UTF_8);
        String last = text.lines().toList().getLast() + "\n";
        for (String wrong : List.of(text.replace("\"number\":2", "\"number\":1"), last, text + "{}\n", text.strip())) {
            ceremony.uses(author, bundle, wrong.getBytes(UTF_8))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("bundle-altered"));
        }
        String other = ceremony.agreed(author, ceremony.sealer(), Ceremony.wanted(Ceremony.paths(kept), holders, 2));
        ceremony.uses(author, other, opened.uses()).then().statusCode(409).body("code", equalTo("bundle-not-made"));
        ceremony.file(author, other).then().statusCode(200);
        ceremony.uses(author, other, opened.uses()).then().statusCode(409).body("code", equalTo("bundle-another"));
        ceremony.uses(author, bundle, "x-marks\n".repeat(50_000).getBytes(UTF_8))
                .then()
                .statusCode(400)
                .body(not(containsString("x-marks")));
        assertThat(entries.about(kept.timed(), "bundle-used")).isEmpty();
    }
}
