// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Everybody, read at once, is who he is when he is read alone. */
@QuarkusTest
class CrowdsTest {
    private final Crowds crowds;
    private final Newcomers newcomers;
    private final Groups groups;
    private final EntityManagerFactory factory;

    CrowdsTest(Crowds crowds, Newcomers newcomers, Groups groups, EntityManagerFactory factory) {
        this.crowds = crowds;
        this.newcomers = newcomers;
        this.groups = groups;
        this.factory = factory;
    }

    @Test
    void eachStandsWhereHeStandsThroughAllGroupsBetween() {
        Person person = newcomers.settled();
        Caller machine = newcomers.machine();
        Caller agent = newcomers.agentOf(person.id());
        UUID inner =
                newcomers.group(person.id(), machine.actor().id(), agent.actor().id());
        UUID outer = newcomers.group(inner);
        Map<UUID, List<Seeker>> found = crowds.all().stream().collect(Collectors.groupingBy(Seeker::id));
        for (UUID id : List.of(person.id(), machine.actor().id(), agent.actor().id())) {
            Asker one = Objects.requireNonNull(found.get(id)).getFirst().asker();
            assertThat(one.groups()).isEqualTo(groups.of(id)).contains(inner, outer);
        }
        assertThat(Objects.requireNonNull(found.get(machine.actor().id()))
                        .getFirst()
                        .asker()
                        .credential()
                        .token())
                .isEqualTo(machine.token().orElseThrow());
        assertThat(((Asker.Agent) Objects.requireNonNull(found.get(agent.actor().id()))
                                .getFirst()
                                .asker())
                        .actsFor()
                        .groups())
                .isEqualTo(groups.of(person.id()));
    }

    @Test
    void whoIsSuspendedIsNotAmongThem() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        Caller agent = newcomers.agentOf(caller.actor().id());
        newcomers.suspend(caller);
        assertThat(crowds.all())
                .extracting(Seeker::id)
                .doesNotContain(caller.actor().id(), agent.actor().id());
    }

    @Test
    void moreOfThemAreReadWithNoMoreQueries() {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            crowds.all();
            long few = queries(statistics);
            for (int i = 0; i < 5; i++) {
                newcomers.group(
                        newcomers.invited().id(), newcomers.machine().actor().id());
            }
            assertThat(queries(statistics)).isEqualTo(few).isLessThan(12);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private long queries(Statistics statistics) {
        long before = statistics.getPrepareStatementCount();
        crowds.all();
        return statistics.getPrepareStatementCount() - before;
    }
}
