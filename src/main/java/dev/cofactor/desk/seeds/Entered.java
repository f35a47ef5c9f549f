// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.SeedText;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A seed that somebody brings, and how. It owns the seed. */
record Entered(Enrolment enrolment, Custody.How how) implements AutoCloseable {

    /** What is said about a bare setup key; what is not said is what almost everybody uses. */
    record Options(
            Optional<String> type,
            Optional<String> algorithm,
            OptionalInt digits,
            OptionalInt period,
            Optional<Long> counter,
            String issuer,
            String account) {
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
    static Entered link(Plaintext text) {
        return switch (SeedText.read(text, Source.ENTRY)) {
            case SeedText.Entry entry -> new Entered(entry.enrolment(), Custody.How.TYPED);
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
    static Entered key(Plaintext text, Options options) {
        Parameters parameters = options.parameters();
        Account account = new Account(options.issuer(), options.account());
        Plaintext seed = SetupKey.read(text);
        try {
            return new Entered(new Enrolment(account, parameters, seed), Custody.How.TYPED);
        } catch (RuntimeException e) {
            seed.close();
            throw e;
        }
    }

    /** Digits, period and algorithm of Steam are its own, so a template says nothing about them. */
    void mustFit(FieldRules.Otp rules) {
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
