// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.KeyUri;
import dev.cofactor.engine.otp.Otp;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.engine.otp.Step;
import dev.cofactor.engine.qr.QrPicture;
import dev.cofactor.ground.plaintext.Plaintext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Computes with seeds it is given, and keeps none. */
@Singleton
class OtpTool {
    private static final int PIXELS_A_MODULE = 4;

    /** Which codes are told, in the order in which Gentlent tells them: one to come, the one of now, two that were. */
    private static final int[] STEPS = {1, 0, -1, -2};

    private static final int COUNTERS = 4;

    private final Clock clock;

    OtpTool(Clock clock) {
        this.clock = clock;
    }

    ToolJson.Answer answer(Wish wish) {
        return switch (wish) {
            case Wish.Made made -> made(made.enrolment());
            case Wish.Codes codes -> codes(codes.seed(), codes.parameters());
            case Wish.Check check -> check(check);
        };
    }

    private static ToolJson.Made made(Enrolment enrolment) {
        Account account = enrolment.account();
        try (Plaintext uri = KeyUri.write(enrolment);
                Plaintext picture = QrPicture.dataUri(QrPicture.Kind.QR_CODE, uri, PIXELS_A_MODULE)) {
            return new ToolJson.Made(
                    ToolJson.Common.of(enrolment.parameters()),
                    account.issuer(),
                    account.name(),
                    text(uri),
                    text(picture),
                    spelled(enrolment.seed()));
        }
    }

    private ToolJson.Codes codes(Plaintext seed, Parameters parameters) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (parameters.kind().isTimed()) {
            long now = Step.at(clock.instant(), parameters).number();
            for (int away : STEPS) {
                codes.put(named(away * parameters.period(), "s"), code(seed, parameters, now + away));
            }
        } else {
            for (int ahead = 0; ahead < COUNTERS; ahead++) {
                codes.put(named(ahead, ""), code(seed, parameters, Math.addExact(parameters.counter(), ahead)));
            }
        }
        return new ToolJson.Codes(ToolJson.Common.of(parameters), codes, spelled(seed));
    }

    private static String named(int away, String unit) {
        return away == 0 ? "current" : (away > 0 ? "+" : "") + away + unit;
    }

    private static String code(Plaintext seed, Parameters parameters, long moment) {
        return Otp.code(seed, parameters, moment).text();
    }

    private ToolJson.Checked check(Wish.Check check) {
        Parameters parameters = check.parameters();
        boolean timed = parameters.kind().isTimed();
        Instant now = clock.instant();
        long here = timed ? Step.at(now, parameters).number() : parameters.counter();
        long first = timed ? here - check.window() : here;
        OptionalLong found =
                Otp.verify(check.seed(), parameters, check.code(), first, Math.addExact(here, check.window()));
        return ToolJson.Checked.of(parameters, check.window(), here, found);
    }

    private static String spelled(Plaintext seed) {
        try (Plaintext key = SetupKey.spell(seed)) {
            return text(key);
        }
    }

    /** It leaves with the answer, as text. */
    private static String text(Plaintext ascii) {
        return new String(ascii.reveal(), US_ASCII);
    }
}
