// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.outbound.Lines;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.unlocking.CannotUnlock.Why;
import dev.cofactor.ground.unlocking.KmsStandIn.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key service that is there and does not behave. Whatever it does, a start waits for it no longer than it must. */
class AwsKmsInTroubleTest {
    private static final byte[] KEY = "this is no key but 32 bytes long".getBytes(US_ASCII);
    private static final Map<String, String> NAME = Map.of("cofactor:purpose", "value", "cofactor:version", "1");

    /** One deadline, and what a busy machine takes besides. */
    private static final Duration LONGEST = Duration.ofSeconds(14);

    @TempDir
    Path folder;

    private KmsStandIn aws;
    private Path credentials;
    private Provider.Service kms;

    @BeforeEach
    void aStandIn() throws IOException {
        aws = new KmsStandIn();
        credentials = folder.toRealPath().resolve("credentials");
        credentials("[default]\naws_access_key_id=" + KmsStandIn.ID + "\naws_secret_access_key=" + KmsStandIn.SECRET);
        kms = service(aws);
    }

    private Provider.Service service(KmsStandIn at) {
        return AwsKms.of(
                new Settings.Kms(Optional.of(KmsStandIn.ARN), Optional.of(at.endpoint()), Optional.of(credentials)),
                Lines.to("127.0.0.1"),
                Clock.systemUTC());
    }

    @AfterEach
    void noStandIn() {
        aws.close();
    }

    /** Both at the same time: the deadline is a long one. */
    @Test
    void oneThatNeverAnswersAndOneThatAnswersByteByByteAreWaitedForOnceAndNotForLong() throws IOException {
        try (KmsStandIn slow = new KmsStandIn()) {
            aws.faults.add(new Fault(200, "", LONGEST.toMillis()));
            slow.faults.add(new Fault(200, "x".repeat(200), 0, 100));
            Provider.Service another = service(slow);
            CompletableFuture<Void> dripping =
                    CompletableFuture.runAsync(() -> failedWithin(another, LONGEST, "in time|takes too long"));
            failedWithin(kms, LONGEST, "in time|takes too long");
            dripping.join();
            assertThat(aws.asked).hasValue(1);
        }
    }

    @Test
    void tenMegabytesAreNotReadToTheEnd() {
        aws.faults.add(new Fault(200, "x".repeat(10 << 20), 0));
        failedWithin(kms, Duration.ofSeconds(5), "more than it may");
    }

    @Test
    void aRedirectLeadsNowhere() throws IOException {
        try (KmsStandIn elsewhere = new KmsStandIn()) {
            for (int status : new int[] {301, 302, 307, 308}) {
                aws.faults.add(new Fault(status, elsewhere.endpoint().toString(), 0));
                failed(Why.UNANSWERED, "did not do", this::wrapped);
            }
            assertThat(elsewhere.asked).hasValue(0);
        }
    }

    @Test
    void whatAnotherKeyWrappedIsNotOpened() {
        byte[] wrapped = wrapped();
        aws.turnKey();
        failed(Why.ALTERED, "not what was wrapped", () -> kms.unwrap(NAME, wrapped));
        aws.faults.add(Fault.of("IncorrectKeyException"));
        failed(Why.ALTERED, "not what was wrapped", () -> kms.unwrap(NAME, wrapped));
        aws.turnKey();
        assertThat(unwrapped(wrapped)).isEqualTo(KEY);
    }

    @Test
    void oneThatWasDownIsUsedAgainWhenItIsBack() {
        byte[] wrapped = wrapped();
        for (int i = 0; i < 3; i++) {
            aws.faults.add(new Fault(503, "a secret of somebody", 0));
        }
        failed(Why.UNANSWERED, "did not do", () -> kms.unwrap(NAME, wrapped));
        assertThat(unwrapped(wrapped)).isEqualTo(KEY);
        aws.faults.add(new Fault(502, "", 0));
        aws.faults.add(new Fault(500, "{\"__type\":\"KMSInternalException\"}", 0));
        assertThat(unwrapped(wrapped)).isEqualTo(KEY);
    }

    @Test
    void withoutCredentialsNobodyIsAskedAndThatCanBePutRight() throws IOException {
        byte[] wrapped = wrapped();
        Files.delete(credentials);
        failed(Why.REFUSED, "there is no " + credentials, () -> kms.unwrap(NAME, wrapped));
        credentials("");
        failed(Why.REFUSED, "has no aws_access_key_id", () -> kms.unwrap(NAME, wrapped));
        credentials("[default]\naws_access_key_id=\naws_secret_access_key=\n");
        failed(Why.REFUSED, "has no aws_access_key_id", () -> kms.unwrap(NAME, wrapped));
        assertThat(aws.asked).hasValue(1);
        credentials("[default]\naws_access_key_id=" + KmsStandIn.ID + "\naws_secret_access_key=" + KmsStandIn.SECRET);
        assertThat(unwrapped(wrapped)).isEqualTo(KEY);
    }

    private static void failedWithin(Provider.Service service, Duration longest, String because) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> wrapped(service))
                .isInstanceOfSatisfying(
                        CannotUnlock.class, e -> assertThat(e.why()).isEqualTo(Why.UNANSWERED))
                .hasMessageFindingMatch(because);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(longest);
    }

    private static void failed(Why why, String because, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        CannotUnlock.class, e -> assertThat(e.why()).isEqualTo(why))
                .hasMessageContaining(because)
                .hasMessageNotContaining("a secret of somebody")
                .hasMessageNotContaining(KmsStandIn.SECRET);
    }

    private void credentials(String text) throws IOException {
        Files.writeString(credentials, text);
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
    }

    private byte[] wrapped() {
        return wrapped(kms);
    }

    private static byte[] wrapped(Provider.Service service) {
        try (Plaintext key = Plaintext.owning(KEY.clone())) {
            return service.wrap(NAME, key);
        }
    }

    private byte[] unwrapped(byte[] wrapped) {
        return kms.unwrap(NAME, wrapped).reveal();
    }
}
