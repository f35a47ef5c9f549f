// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
    private final Outbound here = Lines.to("127.0.0.1");
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void noServer() {
        never.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "64:ff9b::10.0.0.1",
                "2002:0a00:0001::",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "4000::1"
            })
    void theseAddressesAreNotOutside(String address) throws IOException {
        assertThat(Reach.isPublic(InetAddress.getByName(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        refused(Lines.to(), URI.create("https://" + host + "/"), "private address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.9.9.9",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::8.8.8.8",
                "2002:0808:0808::"
            })
    void theseAddressesAreOutside(String address) throws IOException {
        assertThat(Reach.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://1.1.1.1/", "ftp://1.1.1.1/", "https://user@1.1.1.1/", "https:/nowhere", "mailto:a@b.c"})
    void nothingButHttpsIsSpoken(String uri) {
        assertThatThrownBy(() -> here.send(get(URI.create(uri)))).isInstanceOf(Outbound.Unanswered.class);
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(here.send(get(address())).status()).isEqualTo(302);
    }

    @Test
    void anAnswerHasItsLimits() {
        respond("1234567890".getBytes(UTF_8));
        assertThat(here.send(get(address())).body()).hasSize(10);
        server.removeContext("/");
        respond("12345678901".getBytes(UTF_8));
        refused(here, address(), "more than it may");
    }

    @Test
    void aBodyThatNeverEndsIsHungUpOn() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await();
        });
        refused(here, address(), "in time");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        refused(here, URI.create("https://nowhere.invalid/"), "nowhere.invalid has no address");
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(byte[] body) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static Outbound.Request get(URI uri) {
        return new Outbound.Request("GET", uri, Map.of("accept", "*/*"), new byte[0], Duration.ofSeconds(2), 10);
    }

    private static void refused(Outbound line, URI uri, String because) {
        assertThatThrownBy(() -> line.send(get(uri)))
                .isInstanceOf(Outbound.Unanswered.class)
                .hasMessageContaining(because)
                .hasMessageNotContaining("secret");
    }
}
