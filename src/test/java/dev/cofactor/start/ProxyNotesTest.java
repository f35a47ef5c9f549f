// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says of proxies, where a word less would let callers say where they are, or cut off who waits. */
class ProxyNotesTest {
    private static final Path PAGE = Path.of("src", "docs", "deploying.md");
    private static final Pattern WAIT =
            Pattern.compile("(?:proxy_read_timeout|response_header_timeout|timeout server) (\\d+)s");

    @ParameterizedTest
    @CsvSource({
        "nginx, proxy_set_header X-Forwarded-For $remote_addr;",
        "haproxy, http-request set-header X-Forwarded-For %[src]",
    })
    void theCallersWordIsReplaced(String proxy, String line) throws IOException {
        assertThat(block(proxy)).contains(line).doesNotContain("proxy_add_x_forwarded_for", "option forwardfor");
    }

    /** It replaces by itself, unless it is told to trust. */
    @Test
    void caddyIsToldToTrustNobody() throws IOException {
        assertThat(block("caddy")).doesNotContain("trusted_proxies");
        assertThat(Files.readString(Path.of("deploy", "compose", "Caddyfile"))).doesNotContain("trusted_proxies");
    }

    @ParameterizedTest
    @CsvSource({"nginx", "caddy", "haproxy"})
    void theLongestWaitIsWaitedFor(String proxy) throws IOException {
        Matcher wait = WAIT.matcher(block(proxy));
        assertThat(wait.find()).isTrue();
        assertThat(Integer.parseInt(wait.group(1))).isGreaterThan(60);
    }

    private static String block(String language) throws IOException {
        return Files.readString(PAGE).split("```" + language + "\n", 2)[1].split("```", 2)[0];
    }
}
