// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.sealing.SeedsUnderProof;
import dev.cofactor.ground.sealing.Tags.Fingerprints;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Post;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who could ever have known a seed, as against who only got codes. It belongs to the seed and not to a place, so it stays
 * when the secret moves.
 */
@ApplicationScoped
public class Custody {
    static final String UNKNOWN = "unknown";
    static final String NOBODY = "nobody";

    private final CustodyRows rows;

    Custody(CustodyRows rows) {
        this.rows = rows;
    }

    /** How somebody came to know it. */
    public enum How {
        TYPED,
        PICTURE,
        /** It was elsewhere before, and who had it there is not known here. */
        IMPORTED,
        /** It was made here, and shown to nobody. */
        GENERATED,
        /** Holders of a disaster bundle's shares opened it together; what then ran was theirs. */
        BUNDLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One who could have known one seed.
     *
     * @param state of the seed: under-proof, serving or destroyed
     * @param actor absent for former holders whom nobody knows, and where nobody could have known it
     * @param kind person, service, agent, unknown, or nobody
     */
    public record Known(
            UUID secret,
            UUID seed,
            String state,
            Optional<UUID> actor,
            String kind,
            String how,
            Instant time,
            UUID event) {}

    /** Of all seeds the secret ever had, the last to learn one first. */
    List<Known> of(UUID secret) {
        return rows.ofSecret(secret);
    }

    /** Part of a change: these held what opens it, outside of here. */
    public void openedFromBundle(UUID seed, Collection<UUID> people, UUID event, Instant time) {
        people.forEach(person -> rows.enter(seed, new Actor.Person(person), How.BUNDLE, event, time));
    }

    /**
     * Seeds that come from where they served already, so they serve here without a code that proves them: who had them there
     * nobody knows, and that is what is written down. Part of a change by a desk above, which makes their secrets in it too.
     */
    @ApplicationScoped
    public static class Brought {
        private final SeedRows seeds;
        private final CustodyRows custody;
        private final Vault vault;
        private final SeedsUnderProof underProof;
        private final Fingerprints fingerprints;
        private final Catalogue catalogue;
        private final Post post;
        private final Ids ids;

        Brought(
                SeedRows seeds,
                CustodyRows custody,
                Vault vault,
                SeedsUnderProof underProof,
                Fingerprints fingerprints,
                Catalogue catalogue,
                Post post,
                Ids ids) {
            this.seeds = seeds;
            this.custody = custody;
            this.vault = vault;
            this.underProof = underProof;
            this.fingerprints = fingerprints;
            this.catalogue = catalogue;
            this.post = post;
            this.ids = ids;
        }

        /** One that is sealed and not stored yet. */
        public static final class Ready {
            private final UUID value;
            private final Where entry;
            private final Values.Sealed sealed;
            private final byte[] fingerprint;
            private final Parameters parameters;
            private final Account account;

            private Ready(UUID value, Where entry, Values.Sealed sealed, byte[] fingerprint, Enrolment enrolment) {
                this.value = value;
                this.entry = entry;
                this.sealed = sealed;
                this.fingerprint = fingerprint;
                this.parameters = enrolment.parameters();
                this.account = enrolment.account();
            }

            public byte[] fingerprint() {
                return fingerprint.clone();
            }
        }

        public byte[] fingerprint(Enrolment enrolment) {
            return fingerprints.of(enrolment.seed());
        }

        /**
         * Secrets that have the very same seeds, in the trash too, by the seed's place in the list. Which of them somebody may
         * hear of is for the caller to ask.
         */
        public Map<Integer, List<UUID>> secretsWith(List<byte[]> seeds) {
            return this.seeds.secretsWith(seeds);
        }

        /** The enrolment stays the caller's. */
        public Ready ready(UUID secret, UUID field, Enrolment enrolment) {
            UUID value = ids.next();
            Where entry = new Where(secret, field, ids.next(), Content.SEED_UNDER_PROOF);
            Values.Sealed sealed = underProof.promote(
                    entry, underProof.seal(entry, enrolment.seed()), new Where(secret, field, value, Content.SEED));
            return new Ready(value, entry, sealed, fingerprints.of(enrolment.seed()), enrolment);
        }

        /** Under the head's lock, after its secret is there. */
        public void put(Ready ready, Caller caller, Done.Moment at) {
            UUID by = caller.actor().id();
            SeedRow row = new SeedRow(ready.value, ready.entry, ready.fingerprint, ready.parameters, by, at.time());
            row.name(ready.account);
            row.prove(by, at.time());
            seeds.save(row);
            vault.add(row.serving(), ready.sealed, by, at.event(), at.time());
            if (!row.parameters().kind().isTimed()) {
                seeds.beginCounter(row.value, row.counter);
            }
            custody.enter(row.value, caller.actor(), How.IMPORTED, at.event(), at.time());
            custody.enterUnknown(row.value, at.event(), at.time());
        }

        /** Whoever owns another secret with such a seed hears of it, once they are all there. */
        public List<Claim.Tell> tells(List<Ready> brought, Caller caller, Done.Moment at) {
            return post.owners(brought.stream()
                    .flatMap(ready -> seeds.findById(ready.value) instanceof SeedRow made
                            ? seeds.elsewhere(made).stream().flatMap(row -> letter(row, made.secret, caller, at))
                            : Stream.empty())
                    .toList());
        }

        private Stream<Post.Letter> letter(SeedRow row, UUID other, Caller caller, Done.Moment at) {
            Message.OfSeed message = new Message.OfSeed(
                    Message.Kind.SEED_ELSEWHERE,
                    row.secret,
                    row.field,
                    row.value,
                    Optional.of(other),
                    at.event(),
                    caller.actor().id());
            return catalogue.find(row.secret).stream().map(secret -> new Post.Letter(secret, message));
        }
    }

    /** What somebody could have known and what is not destroyed: to be enrolled anew when he leaves. */
    public List<Known> couldBeKnownTo(UUID actor) {
        return rows.ofActor(actor);
    }
}
