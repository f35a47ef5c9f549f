// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what where nobody has written a policy yet: {@code vectors/rights.txt} is the table, this only compares. */
class TableOfRightsTest {
    private static final Path TABLE = Path.of("src/test/resources/vectors/rights.txt");
    private static final Edition FIRST = Edition.of(1, Predefined.policies());
    private static final String GENEROUS = "where everything is allowed to anybody";
    private static final Edition EVERYTHING = Edition.of(
            1,
            new PolicySet(List.of(new Policy(
                    new UUID(1, 4),
                    "Everything",
                    Policy.Effect.ALLOW,
                    Set.of(Verb.values()),
                    Set.of(new Subject.Anyone()),
                    Set.of(new Resource.Everything())))));
    private static final UUID SOMEBODY = new UUID(1, 1);
    private static final UUID FOLDER = new UUID(1, 2);
    private static final UUID A_SECRET = new UUID(1, 3);

    record Cell(String place, String verb, String role, String expected) {
        @Override
        public String toString() {
            return role + " " + verb + " " + place + ": " + expected;
        }
    }

    /** A line without indent names the place; the next names the roles; the others are a verb and its cells. */
    static List<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        String place = "";
        List<String> roles = List.of();
        for (String line : Files.readAllLines(TABLE)) {
            List<String> words = List.of(line.strip().split("\\s+"));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                place = line.strip();
            } else if (words.getFirst().equals("verb")) {
                roles = words;
            } else {
                assertThat(words).hasSameSizeAs(roles);
                for (int i = 1; i < words.size(); i++) {
                    cells.add(new Cell(place, words.getFirst(), roles.get(i), words.get(i)));
                }
            }
        }
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void theFirstEditionDecidesAsTheTableSays(Cell cell) {
        Verb verb = Verb.find(cell.verb()).orElseThrow();
        Circumstances now = new Circumstances(Instant.EPOCH, null);
        Edition edition = cell.place().equals(GENEROUS) ? EVERYTHING : FIRST;
        Decision decision = edition.decide(new Question(asker(cell.role()), verb, target(cell.place()), now));
        assertThat(decision instanceof Decision.Allow ? "allow" : "-").isEqualTo(cell.expected());
    }

    @Test
    void theTableLeavesNothingOut() throws IOException {
        List<String> expected = new ArrayList<>();
        for (String place :
                List.of("on what is shared", "in one's own personal folder", "in another's personal folder")) {
            for (Verb verb : Verb.values()) {
                Arrays.stream(Role.values()).forEach(role -> expected.add(place + verb.code() + role.code()));
                expected.add(place + verb.code() + "machine");
                expected.add(place + verb.code() + "agent");
            }
        }
        for (Verb verb : Verb.values()) {
            expected.add(GENEROUS + verb.code() + "user");
            expected.add(GENEROUS + verb.code() + "agent");
        }
        assertThat(cells().stream().map(cell -> cell.place() + cell.verb() + cell.role()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Asker asker(String role) {
        if (role.equals("machine")) {
            return new Asker.Service(SOMEBODY, Set.of(), Credential.plain());
        }
        if (role.equals("agent")) {
            Set<UUID> all = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet());
            Asker.Person person = new Asker.Person(SOMEBODY, all, Credential.plain());
            return new Asker.Agent(SOMEBODY, Set.of(), Credential.plain(), person);
        }
        Role found = Arrays.stream(Role.values())
                .filter(r -> r.code().equals(role))
                .findFirst()
                .orElseThrow();
        // Alone, so that each column shows what that role gives; a person has that of "user" besides.
        return new Asker.Person(SOMEBODY, Set.of(found.group()), Credential.plain());
    }

    private static Target target(String place) {
        Place where = switch (place) {
            case "on what is shared", GENEROUS -> Place.SHARED;
            case "in one's own personal folder" -> Place.OWN_PERSONAL_FOLDER;
            case "in another's personal folder" -> Place.ANOTHERS_PERSONAL_FOLDER;
            default -> throw new IllegalArgumentException(place);
        };
        return new Target(A_SECRET, Set.of(FOLDER), Set.of(), null, where);
    }
}
