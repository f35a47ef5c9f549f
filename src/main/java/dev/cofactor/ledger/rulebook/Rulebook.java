// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The editions, and the one in force. Opens no transaction: an edition is written in the one that records it, and read in
 * whichever its caller has.
 */
@Singleton
public class Rulebook {
    /** Its history on the log; the id is the same in every installation. */
    public static final UUID ID = UUID.fromString("00000000-0000-8000-8002-000000000001");

    private final EditionRows rows;
    private volatile @Nullable Edition inForce;

    Rulebook(EditionRows rows) {
        this.rows = rows;
    }

    /** @throws RulebookUntrue where none has been loaded, or the last one asked for could not be relied on */
    public Edition current() {
        Edition edition = inForce;
        if (edition == null) {
            throw new RulebookUntrue();
        }
        return edition;
    }

    /**
     * Brings the edition in memory up to this number, which the head of the log has given. Never call it with a number that
     * is not committed: what is rolled back would stay in force.
     *
     * @return the edition in force, which is a later one where somebody was faster
     */
    public Edition load(long number, ExpectedHash expected) {
        Edition edition = inForce;
        return edition != null && edition.number() >= number ? edition : loadOnce(number, expected);
    }

    /** The number of the last edition there is; 0 where this installation has not begun. */
    public long last() {
        return rows.newest();
    }

    /** The number of the one that was in force at a moment; 0 where none was yet. */
    public long at(Instant time) {
        return rows.newestAt(time);
    }

    /** An edition of any age, for explaining what was decided by it. */
    public Edition read(long number, ExpectedHash expected) {
        return rows.findByIdOptional(number).map(row -> trusted(row, expected)).orElseThrow(RulebookUntrue::new);
    }

    /** How an edition came to be; empty where there is none of this number. */
    public Optional<Saving> saving(long number) {
        return rows.findByIdOptional(number).map(row -> new Saving(number - 1, row.author, row.event, row.createdAt));
    }

    /** An edition without what it says. Its hash is what stands beside it: the log has the one that counts. */
    public record Kept(long number, String hash, Saving saving) {}

    /** The editions before this one, newest first, so many of them. */
    public List<Kept> before(long number, int most) {
        return rows.below(number, most);
    }

    /**
     * Whoever saved the edition that brought this policy as it stands now: its name, its state and its clauses too. Empty for what
     * an installation begins with.
     */
    public Optional<UUID> lastAuthor(Policy policy) {
        return rows.authorOf(policy.canonical().getBytes(UTF_8));
    }

    /** Whether this installation, like every other, began with this policy. What it says may have been changed since. */
    public static boolean isPredefined(UUID policy) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.policy().equals(policy));
    }

    /**
     * Writes the edition after {@code saving.after()}; it is in force once somebody loads it after the commit.
     *
     * @throws Problem {@code changed-meanwhile} where the author started from an edition that is not the last
     */
    public Edition insert(PolicySet policies, Saving saving) {
        Edition edition = Edition.of(saving.after() + 1, policies);
        if (!rows.insert(edition, saving)) {
            throw new Problem(
                    Problem.Kind.CHANGED_MEANWHILE, "changed-meanwhile", "the rulebook has been changed meanwhile");
        }
        return edition;
    }

    /** What an installation begins with: the roles and their rights. Empty where there is an edition already. */
    public Optional<Edition> insertFirst(UUID event, Instant at) {
        Saving saving = new Saving(0, null, event, at);
        Edition first = Edition.of(1, Predefined.policies());
        return rows.insert(first, saving) ? Optional.of(first) : Optional.empty();
    }

    /** One at a time: a node that sees the number move asks from many threads at once. */
    private synchronized Edition loadOnce(long number, ExpectedHash expected) {
        Edition before = inForce;
        if (before != null && before.number() >= number) {
            return before;
        }
        // INVARIANT: from here on the old edition is out of force, whether or not the new one can be relied on.
        inForce = null;
        Edition loaded = read(number, expected);
        inForce = loaded;
        return loaded;
    }

    private static Edition trusted(EditionRow row, ExpectedHash expected) {
        String hash = Edition.hashOf(row.document);
        boolean asBeside = hash.equals(HexFormat.of().formatHex(row.hash));
        boolean asOnTheLog =
                expected.recordedIn(row.event, row.number).filter(hash::equals).isPresent();
        if (!asBeside || !asOnTheLog) {
            throw new RulebookUntrue();
        }
        return Edition.read(row.number, row.document);
    }
}
