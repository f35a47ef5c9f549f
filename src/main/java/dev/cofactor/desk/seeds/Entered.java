// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.Seed;
import dev.cofactor.engine.otp.SeedText;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.ground.plaintext.Plaintext;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A seed that somebody brings, and how. It owns the seed.
 *
 * @param usedElsewhere whether others had it before, of whom nobody here knows
 */
public record Entered(Enrolment enrolment, Custody.How how, boolean usedElsewhere) implements AutoCloseable {

    /** What becomes of a seed that serves, when another is entered. */
    public enum Mode {
        /** It serves until the new one is proved. */
        PLANNED,
        /** Somebody has it who should not: it stops at once, and with it what was granted on it. */
        COMPROMISED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Mode of(Optional<String> word) {
            return switch (word.orElse("planned")) {
                case "planned" -> PLANNED;
                case "compromised" -> COMPROMISED;
                default -> throw SeedRefused.malformed("mode is planned or compromised");
            };
        }
    }

    /** What is said about a bare setup key; what is not said is what almost everybody uses. */
    public record Options(
            Optional<String> type,
            Optional<String> algorithm,
            OptionalInt digits,
            OptionalInt period,
            Optional<Long> counter,
            String issuer,
            String account) {
        /** Nothing said. */
        public static final Options USUAL = new Options(
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), "", "");

        Parameters parameters() {
            Algorithm hash = algorithm.map(Options::algorithm).orElse(Algorithm.SHA1);
            return switch (kind()) {
                case TOTP ->
                    Parameters.totp(
                            hash, digits.orElse(Parameters.USUAL_DIGITS), period.orElse(Parameters.USUAL_PERIOD));
                case HOTP ->
                    new Parameters(
                            Kind.HOTP,
                            hash,
                            digits.orElse(Parameters.USUAL_DIGITS),
                            period.orElse(0),
                            counter.orElse(0L));
                case STEAM ->
                    new Parameters(
                            Kind.STEAM,
                            hash,
                            digits.orElse(Parameters.steam().digits()),
                            period.orElse(Parameters.USUAL_PERIOD),
                            0);
            };
        }

        private Kind kind() {
            return switch (type.orElse("totp")) {
                case "totp" -> Kind.TOTP;
                case "hotp" -> Kind.HOTP;
                case "steam" -> Kind.STEAM;
                default -> throw SeedRefused.malformed("type is totp, hotp or steam");
            };
        }

        private static Algorithm algorithm(String word) {
            return switch (word.toUpperCase(Locale.ROOT).replace("-", "")) {
                case "SHA1" -> Algorithm.SHA1;
                case "SHA256" -> Algorithm.SHA256;
                case "SHA512" -> Algorithm.SHA512;
                default -> throw SeedRefused.malformed("algorithm is SHA1, SHA256 or SHA512");
            };
        }
    }

    /** The text stays the caller's. */
    public static Entered link(Plaintext text) {
        return switch (SeedText.read(text, Source.ENTRY)) {
            case SeedText.Entry entry -> new Entered(entry.enrolment(), Custody.How.TYPED, false);
            case SeedText.Unsupported unsupported -> throw unsupported.why();
            case SeedText.Other other -> throw SeedRefused.notALink();
            case SeedText.Key key -> {
                key.seed().close();
                throw SeedRefused.notALink();
            }
            case SeedText.Part part -> {
                part.part().close();
                throw SeedRefused.malformed("send an export as pictures, or one account's own setup link");
            }
        };
    }

    /** The text stays the caller's. */
    public static Entered key(Plaintext text, Options options) {
        Parameters parameters = options.parameters();
        Account account = new Account(options.issuer(), options.account());
        Plaintext seed = SetupKey.read(text);
        try {
            return new Entered(new Enrolment(account, parameters, seed), Custody.How.TYPED, false);
        } catch (RuntimeException e) {
            seed.close();
            throw e;
        }
    }

    /** Made here and now, for nobody to see. */
    public static Entered generated(SecureRandom random, Options options) {
        Parameters parameters = options.parameters();
        Account account = new Account(options.issuer(), options.account());
        return new Entered(
                new Enrolment(account, parameters, Seed.fresh(random, parameters.algorithm())),
                Custody.How.GENERATED,
                false);
    }

    /** What is known of it already stays so, whatever is said. */
    Entered orElsewhere(boolean said) {
        return said ? new Entered(enrolment, how, true) : this;
    }

    /** Whether somebody says that the seed was in use before, and by whom is not known. */
    static boolean saysElsewhere(Optional<String> formerHolders) {
        if (formerHolders.isPresent() && !formerHolders.get().equals(Custody.UNKNOWN)) {
            throw SeedRefused.malformed("formerHolders is unknown, or left out");
        }
        return formerHolders.isPresent();
    }

    /** What may be shown of it before it is kept, to whoever brings it; of the seed nothing. */
    public SeedJson.Preview preview() {
        return SeedJson.Preview.of(enrolment);
    }

    /** Digits, period and algorithm of Steam are its own, so a template says nothing about them. */
    public void mustFit(FieldRules.Otp rules) {
        Parameters parameters = enrolment.parameters();
        Set<String> kinds =
                rules.kinds().stream().map(Kind::word).collect(Collectors.toCollection(java.util.TreeSet::new));
        require("kind", kinds, parameters.kind().word());
        if (parameters.kind() == Kind.STEAM) {
            return;
        }
        Set<String> algorithms =
                rules.algorithms().stream().map(Enum::name).collect(Collectors.toCollection(java.util.TreeSet::new));
        require("algorithm", algorithms, parameters.algorithm().name());
        require("digits", new java.util.TreeSet<>(rules.digits()), parameters.digits());
        if (parameters.kind().isTimed()) {
            require("period", new java.util.TreeSet<>(rules.periods()), parameters.period());
        }
    }

    private static <T> void require(String rule, Set<T> allowed, T given) {
        if (!allowed.contains(given)) {
            throw SeedRefused.notAllowed(rule, allowed);
        }
    }

    @Override
    public void close() {
        enrolment.close();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
