// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Won;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is scarce is given once, whichever of two nodes is asked. */
class TwoNodesTest {
    private static final Duration LENGTH = Duration.ofSeconds(Nightly.or(5, 60));
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final int CODES = 300;
    private static final int USES = 200;
    private static final int MOST = 500;

    private static DataFolder data;
    private static EmbeddedPostgres postgres;

    private final UUID seed = UUID.randomUUID();
    private final UUID pool = UUID.randomUUID();
    private final UUID grant = UUID.randomUUID();
    private final List<byte[]> fingerprints = Stream.generate(UUID::randomUUID)
            .map(id -> id.toString().getBytes(StandardCharsets.US_ASCII))
            .limit(3)
            .toList();

    @BeforeAll
    static void start() {
        data = DataFolder.open(TestFolder.fresh("two-nodes").resolve("data"), "a test");
        postgres = EmbeddedPostgres.start(data);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
    }

    @Test
    void nothingScarceIsGivenTwiceByTwoNodes() throws Exception {
        try (TwoNodes nodes = new TwoNodes(postgres)) {
            furnish(nodes.log());
            var answers = nodes.append(LENGTH, this::scarce);
            List<TwoNodes.Answered> done = answers.stream()
                    .filter(one -> one.settlement() instanceof Settlement.OnRecord)
                    .toList();
            assertThat(nodes.verify()).isEqualTo(done.size());
            stepsWereGivenOnce(done);
            assertThat(won(done, Won.Counter.class).map(Won.Counter::counter).sorted())
                    .containsExactlyElementsOf(
                            LongStream.range(0, won(done, Won.Counter.class).count())
                                    .boxed()
                                    .toList());
            assertThat(won(done, Won.BackupCode.class).map(Won.BackupCode::code))
                    .doesNotHaveDuplicates()
                    .hasSize(CODES);
            assertThat(asked(done, Claim.GrantUse.class)).hasSize(USES);
            assertThat(asked(done, Claim.Limit.class)).hasSize(MOST);
        }
    }

    /** Each exclusive step once, and by both nodes together nearly every step there was time for. */
    private void stepsWereGivenOnce(List<TwoNodes.Answered> done) {
        List<String> steps = new ArrayList<>();
        for (TwoNodes.Answered one : done) {
            asked(List.of(one), Claim.Step.class)
                    .forEach(claim -> won(List.of(one), Won.Step.class)
                            .forEach(step -> steps.add(new String(claim.fingerprint(), StandardCharsets.US_ASCII)
                                    + String.format(Locale.ROOT, "/%d", step.step()))));
        }
        assertThat(steps).doesNotHaveDuplicates().hasSizeGreaterThan((int) (LENGTH.dividedBy(PERIOD)));
    }

    private Intent scarce() {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        UUID session = UUID.randomUUID();
        Claim claim = switch (dice.nextInt(5)) {
            case 0 -> new Claim.Counter(seed);
            case 1 -> new Claim.BackupCode(pool);
            case 2 -> new Claim.GrantUse(grant, new byte[] {1});
            case 3 -> new Claim.Limit("all/" + pool, Instant.EPOCH, Duration.ofDays(36_500), MOST);
            default ->
                new Claim.Step(
                        fingerprints.get(dice.nextInt(fingerprints.size())),
                        PERIOD,
                        dice.nextInt(2),
                        Duration.ZERO,
                        Claim.Sharing.EXCLUSIVE,
                        session,
                        session,
                        session);
        };
        return Samples.fetch(List.of(claim));
    }

    private void furnish(OwnLog log) throws SQLException {
        log.execute("insert into claim_backup_code (code, pool, position) select gen_random_uuid(), '" + pool
                + "', n from generate_series(1, " + CODES + ") n");
        log.execute("insert into access_grant (id, actor, action, secret, clause, uses_left, ends) values ('" + grant
                + "', gen_random_uuid(), 'code.fetch', gen_random_uuid(), '\\x01', " + USES
                + ", now() + interval '1 hour')");
    }

    private static <T extends Claim> Stream<T> asked(List<TwoNodes.Answered> done, Class<T> kind) {
        return done.stream()
                .flatMap(one -> one.intent().claims().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static <T extends Won> Stream<T> won(List<TwoNodes.Answered> done, Class<T> kind) {
        return done.stream()
                .flatMap(one -> ((Settlement.OnRecord) one.settlement()).won().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
