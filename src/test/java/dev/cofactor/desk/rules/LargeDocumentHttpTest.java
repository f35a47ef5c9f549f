// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole sets as large as they may be, and larger. Sent by hand: the client of other tests takes long over such a body itself. */
@QuarkusTest
class LargeDocumentHttpTest {
    private final Author author;
    private final Newcomers newcomers;
    private final Shelf shelf;

    LargeDocumentHttpTest(Author author, Newcomers newcomers, Shelf shelf) {
        this.author = author;
        this.newcomers = newcomers;
        this.shelf = shelf;
    }

    @Test
    void twentyThousandPoliciesAreTriedWithinSeconds() throws IOException {
        byte[] document = filled(PolicySet.MOST_POLICIES);
        long edition = author.edition();
        Instant begin = Instant.now();
        String answer = tried(document);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("\"dryRun\":true", "\"changed\":[]", "\"withdrawn\":[]");
        assertThat(answer.split("may fetch codes below", -1)).hasSizeGreaterThan(PolicySet.MOST_POLICIES / 2);
        assertThat(author.edition()).isEqualTo(edition);
    }

    @Test
    void oneMoreIsRefused() throws IOException {
        assertThat(tried(filled(PolicySet.MOST_POLICIES + 1)))
                .startsWith("HTTP/1.1 400 ")
                .contains("holds more than 20000 policies", "/policies");
    }

    @Test
    void severalAtOnceAreReadOneAfterTheOtherOrToldToComeBack() throws IOException {
        byte[] document = filled(5_000);
        String etag = author.etag();
        List<CompletableFuture<String>> sent = IntStream.range(0, 4)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> sent(etag, document)))
                .toList();
        List<String> answers = sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers).anyMatch(answer -> answer.startsWith("HTTP/1.1 200 "));
        assertThat(answers)
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200 ")
                        || (answer.startsWith("HTTP/1.1 503 ") && answer.contains("Retry-After: 2")));
    }

    @Test
    void aFieldOfTenMegabytesIsRefusedAndNothingOfItIsRepeated() throws IOException {
        String policy = policy(
                "hunter2".repeat((10 << 20) / 7),
                newcomers.group(),
                shelf.folder().id());
        String answer =
                tried(("{\"format\": \"cofactor-policies/1\", \"policies\": [" + policy + "]}").getBytes(UTF_8));
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("holds a text of more than 200 characters")
                .doesNotContain("hunter2");
        assertThat(answer.length()).isLessThan(2_000);
    }

    @Test
    void whatIsLargerThanAnySetIsNotRead() throws IOException {
        String head = "PUT " + POLICIES + "/document HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + (17 << 20) + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(status, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    /** What is in force, and so many that there are this many in all. */
    private byte[] filled(int whole) {
        String now = author.asks().get(POLICIES + "/document").asString();
        int there = author.asks().get(POLICIES).jsonPath().getList("policies").size();
        UUID group = newcomers.group();
        UUID folder = shelf.folder().id();
        StringBuilder more = new StringBuilder(now.substring(0, now.lastIndexOf(']')));
        for (int i = there; i < whole; i++) {
            more.append(',').append(policy("A test's number " + i, group, folder));
        }
        return more.append(now.substring(now.lastIndexOf(']'))).toString().getBytes(UTF_8);
    }

    private static String policy(String name, UUID group, UUID folder) {
        return """
                {"id": "%s", "name": "%s", "effect": "allow", "actions": ["code.fetch"],
                 "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "folder", "id": "%s"}]}""".formatted(UUID.randomUUID(), name, group, folder);
    }

    private String tried(byte[] document) throws IOException {
        return sent(author.etag(), document);
    }

    private String sent(String etag, byte[] document) {
        String head = "PUT " + POLICIES + "/document?dry-run=true HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer " + author.credential() + "\r\nIf-Match: "
                + etag + "\r\nConnection: close\r\nContent-Length: " + document.length + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            out.write(document);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
