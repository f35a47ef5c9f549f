// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the moment at which Gentlent's own page was written, and the tables of the RFCs. */
class OtpToolTest {
    private static final Instant PRINTED = Instant.parse("2021-04-07T18:11:30Z");
    private static final long STEP = 53_927_303;
    private static final String SEED = "FF4HND2CCGPWNZHKIA66I6Y44DEKPXXI";
    private static final String RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final OtpTool tool = new OtpTool(Clock.fixed(PRINTED, ZoneOffset.UTC));

    @Test
    void theCodesAreThoseThatGentlentPrints() {
        ToolJson.Codes codes = (ToolJson.Codes) tool.answer(new Wish.Codes(seed(SEED), Parameters.usual()));
        assertThat(codes.otpCodes())
                .containsExactly(
                        entry("+30s", "623843"),
                        entry("current", "078649"),
                        entry("-30s", "697286"),
                        entry("-60s", "673108"));
        assertThat(codes.secret()).isEqualTo(SEED);
    }

    @Test
    void anotherPeriodHasAnotherNameForItsSteps() {
        Parameters minute = Parameters.totp(Algorithm.SHA256, 8, 60);
        ToolJson.Codes codes = (ToolJson.Codes) tool.answer(new Wish.Codes(seed(SEED), minute));
        assertThat(codes.otpCodes()).containsOnlyKeys("+60s", "current", "-60s", "-120s");
        assertThat(codes.otpCodes().values()).allMatch(code -> code.matches("[0-9]{8}"));
    }

    @Test
    void aRightCodeSaysHowFarItIsAndWhichStepAndIsRightAgain() {
        for (int time = 0; time < 2; time++) {
            ToolJson.Checked checked = check("697286", 1);
            assertThat(checked.valid()).isTrue();
            assertThat(checked.offset()).isEqualTo(-1);
            assertThat(checked.step()).isEqualTo(STEP - 1);
            assertThat(checked.remembered()).isFalse();
        }
        assertThat(check("078649", 0).offset()).isZero();
        assertThat(check("623843", 1).offset()).isEqualTo(1);
    }

    @Test
    void theWindowIsASharpEdge() {
        assertThat(check("673108", 1).valid()).isFalse();
        assertThat(check("673108", 2).offset()).isEqualTo(-2);
        assertThat(check("697286", 0).valid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "78649", " 078649", "078649 ", "0786490", "０７８６４９", "abcdef", "\u0000"})
    void whatOnlyLooksLikeTheCodeIsNone(String code) {
        ToolJson.Checked checked = check(code, 10);
        assertThat(checked.valid()).isFalse();
        assertThat(checked.offset()).isNull();
        assertThat(checked.step()).isNull();
    }

    @Test
    void countersGoOnFromTheOneGiven() {
        Parameters at = Parameters.hotp(Algorithm.SHA1, 6, 0);
        ToolJson.Codes codes = (ToolJson.Codes) tool.answer(new Wish.Codes(seed(RFC), at));
        assertThat(codes.otpCodes())
                .containsExactly(
                        entry("current", "755224"),
                        entry("+1", "287082"),
                        entry("+2", "359152"),
                        entry("+3", "969429"));
        ToolJson.Checked ahead = (ToolJson.Checked) tool.answer(new Wish.Check(seed(RFC), at, "359152", 2));
        assertThat(ahead.matched()).isEqualTo(2);
        assertThat(ahead.step()).isNull();
        Parameters past = Parameters.hotp(Algorithm.SHA1, 6, 1);
        assertThat(((ToolJson.Checked) tool.answer(new Wish.Check(seed(RFC), past, "755224", 10))).valid())
                .isFalse();
    }

    @Test
    void nothingThatHoldsASeedPrints() {
        List<Object> all = List.of(
                new Wish.Check(seed(SEED), Parameters.usual(), "078649", 1),
                new Wish.Codes(seed(SEED), Parameters.usual()),
                tool.answer(new Wish.Codes(seed(SEED), Parameters.usual())));
        assertThat(all).allSatisfy(one -> assertThat(one.toString()).doesNotContain(SEED, "078649"));
    }

    private ToolJson.Checked check(String code, int window) {
        return (ToolJson.Checked) tool.answer(new Wish.Check(seed(SEED), Parameters.usual(), code, window));
    }

    private static Plaintext seed(String key) {
        return SetupKey.read(Plaintext.owning(key.getBytes(StandardCharsets.US_ASCII)));
    }
}
