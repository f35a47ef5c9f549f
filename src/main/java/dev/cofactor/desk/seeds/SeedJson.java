// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.seeds.Entered.Options;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ledger.catalogue.Placed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How seeds and backup codes are spoken of outside. What is secret comes in as characters, which can be overwritten. */
public final class SeedJson {
    private SeedJson() {}

    /** A setup link, or a setup key with what is known of it. */
    record Given(
            @Schema(type = SchemaType.STRING) char @Nullable [] uri,
            @Schema(type = SchemaType.STRING) char @Nullable [] setupKey,
            @Nullable String algorithm,
            @Nullable Integer digits,
            @Nullable Integer period,
            @Nullable Long counter,
            @Nullable String type,
            @Nullable String issuer,
            @Nullable String account,
            @Nullable String mode,
            @Nullable String formerHolders) {

        /** The characters are overwritten. */
        Entered entered() {
            boolean elsewhere = Entered.saysElsewhere(Optional.ofNullable(formerHolders));
            try (Plaintext link = plain(uri);
                    Plaintext key = plain(setupKey)) {
                if ((uri == null) == (setupKey == null)) {
                    throw SeedRefused.malformed("send either uri or setupKey");
                }
                return (uri == null ? Entered.key(key, options()) : Entered.link(link)).orElsewhere(elsewhere);
            }
        }

        private Options options() {
            return new Options(
                    Optional.ofNullable(type),
                    Optional.ofNullable(algorithm),
                    number(digits),
                    number(period),
                    Optional.ofNullable(counter),
                    issuer == null ? "" : issuer,
                    account == null ? "" : account);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** One of: show, confirmed, code. */
    record Proof(
            @Nullable Integer show,
            @Nullable Long after,
            @Nullable Boolean confirmed,
            @Nullable String code) {
        boolean isOneThing() {
            long said = Stream.of(show != null, confirmed != null, code != null)
                    .filter(given -> given)
                    .count();
            return said == 1 && !Boolean.FALSE.equals(confirmed);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** What is not given stays. */
    record Named(@Nullable String issuer, @Nullable String account) {}

    /** Backup codes as a site gives them. */
    record GivenCodes(
            @Schema(type = SchemaType.STRING) char @Nullable [] text,
            @Nullable String field,
            @Nullable Integer lowWater) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** How few may be left before somebody is told. */
    record LowWater(@Nullable String field, @Nullable Integer lowWater) {}

    /** A secret that the caller may know of. */
    record Other(String id, String path) {
        static Other of(Placed secret) {
            return new Other(PublicId.SECRET.of(secret.secret()), secret.path());
        }
    }

    /** What came of an entry; proof says how it goes on. */
    record Taken(Shown seed, List<String> weaknesses, boolean sameAsBefore, List<Other> alsoIn, List<String> proof) {
        private static final List<String> WAYS = List.of("show", "code");

        static Taken of(SeedDesk.Taken taken) {
            List<String> weaknesses = taken.remarks().stream()
                    .map(remark -> remark.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .sorted()
                    .toList();
            return new Taken(
                    taken.seed(),
                    weaknesses,
                    taken.sameAsBefore(),
                    taken.alsoIn().stream().map(Other::of).toList(),
                    WAYS);
        }
    }

    /** A seed by all that may be told of it. */
    public record Shown(
            UUID id,
            String state,
            String type,
            String algorithm,
            int digits,
            int period,
            String issuer,
            String account,
            Instant entered,
            UUID enteredBy,
            @Nullable Instant proved,
            @Nullable UUID provedBy,
            @Nullable Instant ended) {
        static Shown of(SeedRow row) {
            Parameters parameters = row.parameters();
            return new Shown(
                    row.value,
                    row.state,
                    row.kind,
                    row.algorithm,
                    parameters.digits(),
                    parameters.period(),
                    row.issuer,
                    row.account,
                    row.enteredAt,
                    row.enteredBy,
                    row.provedAt,
                    row.provedBy,
                    row.endedAt);
        }
    }

    /** A seed that was looked at and not kept. */
    public record Preview(String type, String algorithm, int digits, int period, String issuer, String account) {
        static Preview of(Enrolment enrolment) {
            Parameters parameters = enrolment.parameters();
            return new Preview(
                    parameters.kind().word(),
                    parameters.algorithm().name(),
                    parameters.digits(),
                    parameters.period(),
                    enrolment.account().issuer(),
                    enrolment.account().name());
        }
    }

    /** A seed that serves no more. Whoever may stop it need not be allowed to read more about it. */
    public record Stopped(UUID seed, @Nullable Instant ended) {
        static Stopped of(SeedRow row) {
            return new Stopped(row.value, row.endedAt);
        }
    }

    /** The secret's seeds, the newest first; at most one serves and one is under proof. */
    public record Whole(List<Shown> seeds, List<Holder> custody) {}

    /** Somebody who could have known a seed; without an id, former holders whom nobody knows, or that it is nobody. */
    public record Holder(UUID seed, String state, @Nullable UUID actor, String kind, String how, Instant time) {
        static Holder of(Custody.Known known) {
            return new Holder(
                    known.seed(), known.state(), known.actor().orElse(null), known.kind(), known.how(), known.time());
        }
    }

    /** All who could have known one of the secret's seeds. */
    record Holders(List<Holder> custody) {}

    /**
     * A confirmation code.
     *
     * @param validUntil and {@code validFrom}, {@code askAgainAt}: absent for a counter
     */
    record Confirmation(
            String code,
            long step,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant askAgainAt) {
        static Confirmation of(ProofDesk.Shown shown, boolean more) {
            Instant end = shown.step().map(step -> step.end()).orElse(null);
            return new Confirmation(
                    shown.code(),
                    shown.moment(),
                    shown.step().map(step -> step.begin()).orElse(null),
                    end,
                    more ? end : null);
        }
    }

    /** @param active whether the secret serves now; if not, its template requires something else too */
    record Proved(boolean proved, boolean active) {}

    /** How many backup codes there are; never which. */
    record Codes(
            String field,
            int left,
            int total,
            int lowWater,
            boolean low,
            Instant since,
            UUID by,
            @Nullable Integer merged,
            @Nullable Integer ignored) {
        static Codes of(BackupCodes.State state, boolean justCame) {
            var pool = state.pool();
            return new Codes(
                    PublicId.FIELD.of(state.field().id()),
                    pool.left(),
                    pool.total(),
                    pool.lowWater(),
                    pool.isLow(),
                    pool.made(),
                    pool.by(),
                    justCame ? state.merged() : null,
                    justCame ? state.ignored() : null);
        }
    }

    static OptionalInt number(@Nullable Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }

    /** The characters are overwritten; what is absent is empty. */
    static Plaintext plain(char @Nullable [] characters) {
        if (characters == null) {
            return Plaintext.owning(new byte[0]);
        }
        ByteBuffer encoded = UTF_8.encode(CharBuffer.wrap(characters));
        try {
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Plaintext.owning(bytes);
        } finally {
            Arrays.fill(encoded.array(), (byte) 0);
            Arrays.fill(characters, '\0');
        }
    }
}
