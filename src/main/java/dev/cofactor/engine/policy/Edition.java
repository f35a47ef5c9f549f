// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.policy.Decision.Cause;
import dev.cofactor.engine.policy.Decision.Trace;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of the whole rulebook, ready to decide. Immutable, and safe for any number of threads. */
public final class Edition {
    private final long number;
    private final PolicySet policies;
    private final Index index;
    private final ClauseHashes hashes = new ClauseHashes();

    /** Absent until somebody wants it: of an edition that is only tried out, nobody does. All who compute it find the same. */
    private @Nullable String hash;

    private Edition(long number, @Nullable String hash, PolicySet policies) {
        this.number = number;
        this.hash = hash;
        this.policies = policies;
        this.index = new Index(policies);
    }

    public static Edition of(long number, PolicySet policies) {
        return new Edition(number, null, policies);
    }

    /** The hash is that of the bytes as they are: an old edition keeps its own, however we write today. */
    public static Edition read(long number, byte[] document) {
        return new Edition(number, hashOf(document), PolicySet.read(document));
    }

    /** SHA-256 in hexadecimal. */
    public static String hashOf(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has it
        }
    }

    public long number() {
        return number;
    }

    /** Names what the edition says, not its number: two editions that say the same have the same. */
    public String hash() {
        String found = hash;
        if (found == null) {
            found = hashOf(policies.canonical());
            hash = found;
        }
        return found;
    }

    public PolicySet policies() {
        return policies;
    }

    public Decision decide(Question question) {
        Trace trace = index.tried(question, number);
        if (!trace.denying().isEmpty()) {
            return new Decision.Deny(Cause.A_POLICY_DENIES, trace);
        }
        if (question.asker() instanceof Question.Asker.Agent && !question.verb().isForAgents()) {
            return new Decision.Deny(Cause.NOT_FOR_AGENTS, trace);
        }
        List<List<Policy>> allowing = new ArrayList<>(2);
        for (Question.Asker side : question.asker().sides()) {
            List<Policy> allows = trace.allowing(side);
            // INVARIANT: an agent is never more than the person it acts for.
            if (allows.isEmpty()) {
                return new Decision.Deny(Cause.NOTHING_ALLOWS, trace);
            }
            allowing.add(allows);
        }
        List<Way> ways = new Ways(question, trace.requiring(), hashes).of(allowing);
        if (ways.isEmpty()) {
            return new Decision.Deny(Cause.CANNOT_BE_MET, trace);
        }
        List<Way> met = ways.stream().filter(Way::isMet).toList();
        return met.isEmpty() ? new Decision.Challenge(ways, trace) : new Decision.Allow(met, trace);
    }
}
