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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsKmsTest {
    private static final byte[] KEY = "this is no key but 32 bytes long".getBytes(US_ASCII);
    private static final Map<String, String> NAME = Map.of("cofactor:purpose", "value", "cofactor:version", "1");

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private KmsStandIn aws;
    private Path credentials;
    private Provider.Service kms;

    @BeforeEach
    void aStandIn() throws IOException {
        aws = new KmsStandIn();
        credentials = folder.toRealPath().resolve("credentials");
        credentials("[other]\naws_access_key_id=X\n[default]\naws_access_key_id = " + KmsStandIn.ID
                + "\naws_secret_access_key = " + KmsStandIn.SECRET + "\n[more]\naws_access_key_id=Y\n");
        kms = AwsKms.of(config(KmsStandIn.ARN, aws.endpoint()), Lines.to("127.0.0.1"), CLOCK);
    }

    @AfterEach
    void noStandIn() {
        aws.close();
    }

    @Test
    void theSignatureIsTheOneThatAwsPublished() {
        var headers = new TreeMap<>(Map.of(
                "content-type", "application/x-www-form-urlencoded; charset=utf-8",
                "host", "iam.amazonaws.com",
                "x-amz-date", "20150830T123600Z"));
        var signature = new AwsSignature("us-east-1", "iam", Instant.parse("2015-08-30T12:36:00Z"));
        var who = new AwsCredentials(
                KmsStandIn.ID, Plaintext.owning(KmsStandIn.SECRET.getBytes(US_ASCII)), Optional.empty());
        assertThat(signature.moment()).isEqualTo(headers.get("x-amz-date"));
        assertThat(signature.authorization(who, "GET", "Action=ListUsers&Version=2010-05-08", headers, new byte[0]))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }

    @Test
    void whatWasWrappedIsUnwrappedUnderItsNameAlone() {
        byte[] wrapped = wrapped();
        assertThat(wrapped).isNotEqualTo(KEY);
        assertThat(unwrapped(wrapped)).isEqualTo(KEY);
        Map<String, String> other = Map.of("cofactor:purpose", "row-mac", "cofactor:version", "1");
        failed(Why.ALTERED, "not what was wrapped", () -> kms.unwrap(other, wrapped));
        wrapped[3] ^= 1;
        failed(Why.ALTERED, "not what was wrapped", () -> kms.unwrap(NAME, wrapped));
    }

    @Test
    void temporaryCredentialsBringTheirToken() throws IOException {
        aws.expectedToken = "a/token+of==AWS";
        failed(Why.UNANSWERED, "did not do", this::wrapped);
        credentials("# renewed\n[default]\naws_access_key_id=" + KmsStandIn.ID + "\r\naws_secret_access_key="
                + KmsStandIn.SECRET + "\r\naws_session_token=a/token+of==AWS\r\n");
        assertThat(unwrapped(wrapped())).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DisabledException",
                "com.amazonaws.kms#DisabledException",
                "KMSInvalidStateException",
                "NotFoundException",
                "AccessDeniedException",
                "UnrecognizedClientException"
            })
    void aClearNoIsARefusalAndIsNotAskedForAgain(String kind) {
        aws.faults.add(Fault.of(kind));
        failed(Why.REFUSED, "AWS KMS: ", this::wrapped);
        assertThat(aws.asked).hasValue(1);
    }

    @Test
    void throttlingIsWaitedOutThreeTimesAtMost() {
        aws.faults.add(Fault.of("ThrottlingException"));
        aws.faults.add(new Fault(500, "", 0));
        assertThat(unwrapped(wrapped())).isEqualTo(KEY);
        assertThat(aws.asked).hasValue(4);

        for (int i = 0; i < 3; i++) {
            aws.faults.add(Fault.of("ThrottlingException"));
        }
        failed(Why.UNANSWERED, "did not do", this::wrapped);
        assertThat(aws.asked).hasValue(7);
        assertThat(aws.faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "{\"KeyId\":7,\"CiphertextBlob\":\"AAAA\"}",
                "{\"KeyId\":\"x\"",
                "{\"CiphertextBlob\":\"AAAA\"}",
                "{\"KeyId\":\"" + KmsStandIn.ARN + "\",\"CiphertextBlob\":\"!!!\"}",
                "{\"KeyId\":\"" + KmsStandIn.ARN + "\",\"CiphertextBlob\":\"AAAA\"} {}",
                "{\"KeyId\":\"" + KmsStandIn.ARN + "\",\"CiphertextBlob\":\"AAAA\",\"KeyId\":\"x\"}",
                "{\"KeyId\":\"arn:aws:kms:eu-central-1:123456789012:key/another\",\"CiphertextBlob\":\"AAAA\"}"
            })
    void garbageIsNoAnswer(String body) {
        aws.faults.add(new Fault(200, body, 0));
        failed(Why.UNANSWERED, "answers", this::wrapped);
    }

    @Test
    void whatItCannotReachIsNoRefusal() {
        aws.faults.add(Fault.of("InvalidSignatureException"));
        failed(Why.UNANSWERED, "did not do", this::wrapped);
        aws.faults.add(new Fault(302, "", 0));
        failed(Why.UNANSWERED, "did not do", this::wrapped);
        aws.faults.add(new Fault(200, "x".repeat(100_000), 0));
        failed(Why.UNANSWERED, "more than it may", this::wrapped);
        aws.close();
        failed(Why.UNANSWERED, "cannot be reached", this::wrapped);
    }

    @Test
    void settingsThatWillNotDoAreSaid() throws IOException {
        for (String arn : new String[] {
            "", "alias/cofactor", "arn:aws:kms:eu-central-1:123456789012:alias/cofactor", KmsStandIn.ARN + " "
        }) {
            failed(Why.REFUSED, "must be a key's ARN", () -> AwsKms.of(config(arn, aws.endpoint()), Lines.to(), CLOCK));
        }
        var without = new Settings.Kms(Optional.of(KmsStandIn.ARN), Optional.empty(), Optional.empty());
        failed(Why.REFUSED, "CREDENTIALS_FILE is missing", () -> AwsKms.of(without, Lines.to(), CLOCK));
        credentials("[default]\naws_access_key_id=X\n");
        failed(Why.REFUSED, "has no aws_access_key_id and", this::wrapped);
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r--r--"));
        failed(Why.REFUSED, "chmod 600", this::wrapped);
    }

    @Test
    void plainHttpIsForAHostOfThisMachineThatWasNamed() {
        var unnamed = AwsKms.of(config(KmsStandIn.ARN, aws.endpoint()), Lines.to(), CLOCK);
        failed(Why.UNANSWERED, "private address", () -> unnamed.wrap(NAME, Plaintext.owning(KEY.clone())));
        assertThat(aws.asked).hasValue(0);
    }

    @Test
    void theFingerprintTellsTheKeysApartAndNotTheirNames() {
        var other = AwsKms.of(config(KmsStandIn.ARN + "c", aws.endpoint()), Lines.to(), CLOCK);
        assertThat(kms.fingerprint()).matches("aws-kms-[0-9a-f]{32}").isNotEqualTo(other.fingerprint());
    }

    private Settings.Kms config(String arn, URI endpoint) {
        return new Settings.Kms(Optional.of(arn), Optional.of(endpoint), Optional.of(credentials));
    }

    private void credentials(String text) throws IOException {
        Files.writeString(credentials, text);
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
    }

    private byte[] wrapped() {
        try (Plaintext key = Plaintext.owning(KEY.clone())) {
            return kms.wrap(NAME, key);
        }
    }

    private byte[] unwrapped(byte[] wrapped) {
        return kms.unwrap(NAME, wrapped).reveal();
    }

    private static void failed(Why why, String because, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        CannotUnlock.class, e -> assertThat(e.why()).isEqualTo(why))
                .hasMessageContaining(because)
                .hasMessageNotContaining("a secret of somebody")
                .hasMessageNotContaining(KmsStandIn.SECRET)
                .message()
                .hasLineCount(1);
    }
}
