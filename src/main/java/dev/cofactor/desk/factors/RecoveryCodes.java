// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.hashing.Hashing;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.OwnFactors;
import dev.cofactor.ground.sealing.OwnFactors.Content;
import dev.cofactor.ground.sealing.OwnFactors.Sealed;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.OwnKind;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What stands in for a factor that is lost: codes that were shown once, each good once. */
@ApplicationScoped
public class RecoveryCodes {
    private static final Logger LOG = Logger.getLogger(RecoveryCodes.class);

    /** As it stands in records and sessions. */
    public static final String METHOD = "recovery-code";

    /** Capitals and digits without those that look alike: 0 O 1 I L. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LONGEST_TYPED = 100;

    private final CodeRows rows;
    private final OwnFactors door;
    private final Hashing hashing;
    private final OtpPolicy policy;
    private final Post post;
    private final Clock clock;
    private final SecureRandom random;
    private final Ids ids;

    RecoveryCodes(
            CodeRows rows,
            OwnFactors door,
            Hashing hashing,
            OtpPolicy policy,
            Post post,
            Clock clock,
            SecureRandom random,
            Ids ids) {
        this.rows = rows;
        this.door = door;
        this.hashing = hashing;
        this.policy = policy;
        this.post = post;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    /**
     * Whether what somebody typed is one of his that nobody has used. No transaction is open; one hash is computed, whether
     * he has any or not.
     */
    public Optional<Used> check(UUID person, String typed) {
        String code = plain(typed);
        Optional<CodeRows.Kept> set = rows.counting(person);
        try (Plaintext hash =
                set.map(kept -> hashing.by(kept.recipe(), code)).orElseGet(() -> hashing.byNobodys(code))) {
            return set.flatMap(kept -> matching(kept, hash));
        }
    }

    /** All are compared with, whichever it is. */
    private Optional<Used> matching(CodeRows.Kept set, Plaintext hash) {
        Optional<Used> found = Optional.empty();
        for (CodeRows.Unused code : set.unused()) {
            if (isSame(set, code, hash)) {
                found = Optional.of(new Used(set.person(), set.set(), code.number()));
            }
        }
        return found;
    }

    private boolean isSame(CodeRows.Kept set, CodeRows.Unused code, Plaintext hash) {
        try (Plaintext right = door.open(place(set.person(), set.set(), code.number()), code.sealed())) {
            return MessageDigest.isEqual(right.reveal(), hash.reveal());
        } catch (Unopenable e) {
            LOG.errorf("recovery code %d of set %s does not open: %s", code.number(), set.set(), e.why());
            return false;
        }
    }

    /** How many are left that somebody has said to have kept. */
    public int left(UUID person) {
        return rows.left(person);
    }

    /** Whether somebody has said that he keeps them; until then none is taken. */
    public boolean areKept(UUID person) {
        return rows.areKept(person);
    }

    boolean areFew(int left) {
        return policy.isFew(left);
    }

    /** Codes on their way into the table, and to the one person who sees them once. */
    public static final class Draft {
        private final UUID set;
        private final UUID person;
        private final UUID session;
        private final String recipe;
        private final List<String> codes;
        private final List<Sealed> sealed;

        private Draft(UUID set, UUID person, UUID session, String recipe, List<String> codes, List<Sealed> sealed) {
            this.set = set;
            this.person = person;
            this.session = session;
            this.recipe = recipe;
            this.codes = codes;
            this.sealed = sealed;
        }

        public UUID set() {
            return set;
        }

        /** As they are shown. */
        public List<String> codes() {
            return codes;
        }
    }

    /** The slow part of giving somebody others; never inside a transaction. */
    public Draft draft(UUID person, UUID session) {
        UUID set = ids.next();
        String recipe = hashing.recipe();
        List<String> codes = new ArrayList<>();
        List<Sealed> sealed = new ArrayList<>();
        for (int number = 1; number <= policy.codes(); number++) {
            String code = fresh();
            try (Plaintext hash = hashing.by(recipe, code)) {
                sealed.add(door.seal(place(person, set, number), hash));
            }
            codes.add(shown(code));
        }
        return new Draft(set, person, session, recipe, List.copyOf(codes), List.copyOf(sealed));
    }

    /** Part of a change. They count once their owner has said, from the session that saw them, that he keeps them. */
    @Transactional(TxType.MANDATORY)
    public void add(Draft draft) {
        rows.add(new CodeSetRow(draft.set, draft.person, draft.recipe, draft.session, clock.instant()), draft.sealed);
    }

    private String fresh() {
        StringBuilder code = new StringBuilder();
        random.ints(policy.length(), 0, ALPHABET.length()).forEach(at -> code.append(ALPHABET.charAt(at)));
        return code.toString();
    }

    /** In two halves, which are easier to copy; what stands between them means nothing. */
    private static String shown(String code) {
        int half = code.length() / 2;
        return code.substring(0, half) + "-" + code.substring(half);
    }

    /** Case, blanks and dashes mean nothing. */
    static String plain(String typed) {
        return typed.length() > LONGEST_TYPED
                ? ""
                : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static OwnFactors.Place place(UUID person, UUID set, int number) {
        return new OwnFactors.Place(person, set, Content.RECOVERY_CODE, Integer.toString(number));
    }

    /** A recovery code that was right. */
    public final class Used implements Match {
        private final UUID person;
        private final UUID set;
        private final int number;

        private Used(UUID person, UUID set, int number) {
            this.person = person;
            this.set = set;
            this.number = number;
        }

        @Override
        public UUID app() {
            return set;
        }

        @Override
        public String method() {
            return METHOD;
        }

        @Override
        public boolean consume() {
            return rows.consume(set, number, clock.instant());
        }

        /** How many are left at this moment. */
        public int left() {
            return rows.left(person);
        }

        @Override
        public List<Claim.Tell> tells(Done.Moment at) {
            OwnKind kind = policy.isFew(left()) ? OwnKind.RECOVERY_CODES_LOW : OwnKind.RECOVERY_CODE_USED;
            return post.people(List.of(person), new Message.OfPerson(kind, person, at.event(), person));
        }
    }
}
