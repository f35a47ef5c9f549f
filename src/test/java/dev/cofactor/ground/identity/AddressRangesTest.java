// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.problem.Problem;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0, true",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.0/24, 192.0.1.255, false",
        "192.0.2.4/31, 192.0.2.5, true",
        "192.0.2.4/31, 192.0.2.6, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 192.0.2.1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1, true",
        "::ffff:192.0.2.0/120, 192.0.2.9, true",
        "::ffff:c000:200/120, 192.0.2.9, true",
        "::ffff:0:0/96, 10.0.0.1, true",
        "::ffff:0:0/96, ::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, ::10.1.2.3, false",
    })
    void aRangeHoldsTheAddressesThatBeginAsItDoes(String range, String address, boolean holds)
            throws UnknownHostException {
        assertThat(AddressRange.of(range).holds(InetAddress.getByName(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.128/25, 192.0.2.128, 192.0.2.255",
        "192.0.2.7, 192.0.2.7, 192.0.2.7",
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
        "::ffff:192.0.2.0/120, 192.0.2.0, 192.0.2.255",
        "2001:db8::/33, 2001:db8::, 2001:db8:7fff:ffff:ffff:ffff:ffff:ffff",
        "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    })
    void aRangeTellsItsEnds(String range, String first, String last) throws UnknownHostException {
        assertThat(AddressRange.of(range).first()).isEqualTo(InetAddress.getByName(first));
        assertThat(AddressRange.of(range).last()).isEqualTo(InetAddress.getByName(last));
    }

    /** Java makes four bytes of sixteen where it reads such an address; a socket of the system's may not. */
    @Test
    void anAddressThatCameThroughIpv6IsTheIpv4AddressThatItIs() throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = bytes[11] = (byte) 0xff;
        bytes[12] = 10;
        InetAddress mapped = Inet6Address.getByAddress(null, bytes, -1);
        assertThat(mapped).isInstanceOf(Inet6Address.class);
        assertThat(AddressRange.of("10.0.0.0/8").holds(mapped)).isTrue();
        assertThat(AddressRange.of("::/0").holds(mapped)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/",
                "10.0.0.1/8",
                "10.0.0/8",
                "10",
                "010.0.0.0/8",
                "256.0.0.0/8",
                "10.0.0.0/8/8",
                "2001:db8::/129",
                "2001:db8::1/32",
                "2001:db8:::/32",
                "fe80::1%eth0",
                "::ffff:10.0.0.0/95",
                "::ffff:10.0.0.0/8",
                "localhost",
                "localhost/8",
                "a.b:c",
                ":",
                ":::",
                "example.org",
                "1.2.3.4:80",
                "[::1]",
                "10.0.0.0 /8",
                "10.0.0.0/999",
                "0x0a.0.0.0/8",
                "1:2:3:4:5:6:7:8:9",
            })
    void whatIsNoRangeIsRefusedAndNotRepeated(String typed) {
        assertThatThrownBy(() -> AddressRange.of(typed)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("address-range-invalid");
            assertThat(problem.getMessage())
                    .isEqualTo("an address range is written like 192.0.2.0/24 or 2001:db8::/32, with nothing behind its"
                            + " length");
        });
    }

    @Test
    void whatIsWrittenIsReadAgainAndSaidOnce() {
        AddressRanges ranges = AddressRanges.of(List.of("10.0.0.0/8", "::FFFF:10.0.0.0/104", "2001:DB8::/32", "::1"));
        assertThat(ranges.written()).containsExactly("10.0.0.0/8", "2001:db8:0:0:0:0:0:0/32", "0:0:0:0:0:0:0:1/128");
        assertThat(AddressRanges.of(ranges.written())).isEqualTo(ranges);
    }

    @Test
    void withoutRangesItMayBeShownAnywhereAndWithThemNowhereUnknown() throws UnknownHostException {
        assertThat(AddressRanges.ANYWHERE.reach(Optional.empty())).isTrue();
        AddressRanges two = AddressRanges.of(List.of("10.0.0.0/8", "192.0.2.0/24"));
        assertThat(two.reach(Optional.empty())).isFalse();
        assertThat(two.reach(Optional.of(InetAddress.getByName("192.0.2.1")))).isTrue();
        assertThat(two.reach(Optional.of(InetAddress.getByName("11.0.0.1")))).isFalse();
    }

    @Test
    void thereAreNotMoreThanOneReads() {
        assertThatThrownBy(() -> AddressRanges.of(Collections.nCopies(33, "10.0.0.0/8")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("address-range-invalid"));
    }
}
