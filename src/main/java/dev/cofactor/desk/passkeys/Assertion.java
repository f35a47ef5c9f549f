// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import com.webauthn4j.WebAuthnAuthenticationManager;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what a browser sends of a key that was asked to prove itself. */
@ApplicationScoped
class Assertion {
    private final Site site;
    private final WebAuthnAuthenticationManager readers;

    Assertion(Site site) {
        this.site = site;
        this.readers = new WebAuthnAuthenticationManager(List.of(), site.words());
    }

    /**
     * A response that can be read; nothing in it is believed yet.
     *
     * @param handle whose the key says it is; not every key says so
     */
    record Read(AuthenticationData data, byte[] challenge, byte[] credential, Optional<byte[]> handle) {}

    /** What a response is worth. */
    sealed interface Verdict {
        /** It is the key's own, for this challenge and this site. */
        record Good(long signCount, boolean userVerified) implements Verdict {}

        /** The same, but the key has signed as often before: there may be two of it. */
        record WentBack() implements Verdict {}

        record Bad() implements Verdict {}
    }

    Optional<Read> read(String response) {
        return Responses.read(response, text -> read(readers.parse(text)));
    }

    /** The library says of the bytes that they may be null where it means the array. */
    @SuppressWarnings("NullAway")
    private static Read read(AuthenticationData data) {
        return new Read(
                data,
                Responses.challenge(data.getCollectedClientData()),
                Objects.requireNonNull(data.getCredentialId()),
                Optional.ofNullable(data.getUserHandle()).filter(handle -> handle.length > 0));
    }

    Verdict judge(Read read, Credential known) {
        return Responses.attempt(read, one -> verdict(one, known)).orElseGet(Verdict.Bad::new);
    }

    private Verdict verdict(Read read, Credential known) {
        try {
            AuthenticationData good = readers.verify(
                    read.data(),
                    new AuthenticationParameters(
                            site.expecting(read.challenge()), onRecord(known), List.of(known.id()), false, true));
            AuthenticatorData<?> shown = Objects.requireNonNull(good.getAuthenticatorData());
            return new Verdict.Good(shown.getSignCount(), shown.isFlagUV());
        } catch (MaliciousCounterValueException e) {
            return new Verdict.WentBack();
        }
    }

    private CredentialRecord onRecord(Credential known) {
        COSEKey key =
                Objects.requireNonNull(site.words().getCborConverter().readValue(known.publicKey(), COSEKey.class));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                known.userVerified(),
                known.backupEligible(),
                null,
                known.signCount(),
                new AttestedCredentialData(AAGUID.ZERO, known.id(), key),
                new AuthenticationExtensionsAuthenticatorOutputs.BuilderForRegistration().build(),
                null,
                null,
                null);
    }
}
