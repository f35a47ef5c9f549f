// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of a secret: so many come to it, one fewer to nothing. */
class ShamirTest {
    private static final int RUNS = 300;

    private final Random chance = new Random(4711);
    private final SecureRandom random = new SecureRandom();

    /** Of FIPS 197, 4.2, and such as every implementation over this field must find. */
    @ParameterizedTest
    @CsvSource({"0x57,0x83,0xc1", "0x57,0x13,0xfe", "0x53,0xca,0x01", "90,21,254", "133,5,167", "0,21,0", "1,255,255"})
    void productsAreThoseOfTheField(String a, String b, String product) {
        assertThat(Shamir.times(Integer.decode(a), Integer.decode(b))).isEqualTo(Integer.decode(product));
        assertThat(Shamir.times(Integer.decode(b), Integer.decode(a))).isEqualTo(Integer.decode(product));
    }

    @ParameterizedTest
    @CsvSource({"1:1 2:2 3:3,0", "1:80 2:90 3:20,30", "1:43 2:22 3:86,107"})
    void pointsLieOnOneCurve(String points, int atZero) {
        List<Shamir.Share> shares = Arrays.stream(points.split(" "))
                .map(point -> point.split(":"))
                .map(point -> share(Integer.parseInt(point[0]), Integer.parseInt(point[1])))
                .toList();
        assertThat(Shamir.combine(shares).reveal()).containsExactly(atZero);
    }

    private static Shamir.Share share(int number, int value) {
        return new Shamir.Share(number, Plaintext.owning(new byte[] {(byte) value}));
    }

    @Test
    void anySoManyComeToTheSecretInWhateverOrder() {
        for (int run = 0; run < RUNS; run++) {
            byte[] secret = new byte[1 + chance.nextInt(40)];
            chance.nextBytes(secret);
            int all = 2 + chance.nextInt(15);
            int threshold = 2 + chance.nextInt(all - 1);
            List<Shamir.Share> shares =
                    new ArrayList<>(Shamir.split(Plaintext.owning(secret.clone()), threshold, all, random));
            Collections.shuffle(shares, chance);
            int given = threshold + chance.nextInt(all - threshold + 1);
            assertThat(Shamir.combine(shares.subList(0, given)).reveal())
                    .as("%d of %d", threshold, all)
                    .isEqualTo(secret);
        }
    }

    /** With one share fewer each secret is as likely as every other: the curve through them and any value at 0 exists. */
    @Test
    void oneFewerFitsEverySecretEquallyWell() {
        List<Shamir.Share> shares = Shamir.split(Plaintext.owning(new byte[] {42}), 3, 5, random);
        Set<Integer> thirds = new HashSet<>();
        for (int guess = 0; guess < 256; guess++) {
            for (int value = 0; value < 256; value++) {
                List<Shamir.Share> completed = List.of(shares.get(0), shares.get(1), share(5, value));
                if ((Shamir.combine(completed).reveal()[0] & 0xff) == guess) {
                    thirds.add(value);
                }
            }
        }
        assertThat(thirds).as("each guess has its own third share").hasSize(256);
    }

    @Test
    void oneFewerComesToSomethingElse() {
        byte[] secret = new byte[32];
        chance.nextBytes(secret);
        for (int run = 0; run < RUNS; run++) {
            List<Shamir.Share> shares = Shamir.split(Plaintext.owning(secret.clone()), 3, 3, random);
            assertThat(Shamir.combine(shares.subList(0, 2)).reveal()).isNotEqualTo(secret);
        }
    }

    @Test
    void theSameSecretIsNeverSplitTheSameWay() {
        Set<String> seen = new HashSet<>();
        for (int run = 0; run < RUNS; run++) {
            Shamir.Share first =
                    Shamir.split(Plaintext.owning(new byte[16]), 2, 2, random).getFirst();
            assertThat(seen.add(Arrays.toString(first.bytes().reveal()))).isTrue();
        }
    }

    @Test
    void whatCannotBeSharesIsRefused() {
        List<Shamir.Share> shares = Shamir.split(Plaintext.owning(new byte[4]), 2, 3, random);
        List<Shamir.Share> twice = List.of(shares.get(0), shares.get(0));
        assertThatThrownBy(() -> Shamir.combine(twice)).isInstanceOf(EscrowRefused.class);
        List<Shamir.Share> uneven = List.of(shares.get(0), share(2, 1));
        assertThatThrownBy(() -> Shamir.combine(uneven)).isInstanceOf(EscrowRefused.class);
        assertThatThrownBy(() -> Shamir.combine(List.of())).isInstanceOf(EscrowRefused.class);
        assertThatThrownBy(() -> share(0, 1)).isInstanceOf(EscrowRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"1,3", "4,3", "2,17"})
    void nobodyAloneAndNoCrowd(int threshold, int all) {
        assertThatThrownBy(() -> Shamir.split(Plaintext.owning(new byte[4]), threshold, all, random))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
