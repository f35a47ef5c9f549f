// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import com.webauthn4j.WebAuthnRegistrationManager;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a browser sends of a key that is to be registered. Who made the key is not asked, whatever it says of it. */
@ApplicationScoped
class Registration {
    /** What browsers are told again when they ask for the key; of other words nobody knows what they do there. */
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    /** Twice what an RSA key of 4,096 bits takes; the others are much shorter. */
    private static final int LONGEST_KEY = 1_024;

    private final Site site;
    private final WebAuthnRegistrationManager readers;

    Registration(Site site) {
        this.site = site;
        this.readers = WebAuthnRegistrationManager.createNonStrictWebAuthnRegistrationManager(site.words());
    }

    /** A response that can be read; nothing in it is believed yet. */
    record Read(RegistrationData data, byte[] challenge) {}

    Optional<Read> read(String response) {
        return Responses.read(response, text -> {
            RegistrationData data = readers.parse(text);
            return new Read(data, Responses.challenge(data.getCollectedClientData()));
        });
    }

    /** @return nothing unless all of it is as it must be */
    Optional<Credential> verified(Read read) {
        return Responses.attempt(
                        read,
                        one -> credential(readers.verify(
                                one.data(),
                                new RegistrationParameters(
                                        site.expecting(one.challenge()), Site.ALGORITHMS, false, true))))
                .filter(shown -> shown.id().length > 0 && shown.publicKey().length <= LONGEST_KEY);
    }

    private Credential credential(RegistrationData data) {
        AuthenticatorData<?> shown =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var attested = Objects.requireNonNull(shown.getAttestedCredentialData());
        byte[] publicKey = site.words().getCborConverter().writeValueAsBytes(attested.getCOSEKey());
        return new Credential(
                attested.getCredentialId(),
                publicKey,
                shown.getSignCount(),
                transports(data),
                shown.isFlagBE(),
                shown.isFlagUV());
    }

    private static Set<String> transports(RegistrationData data) {
        return Optional.ofNullable(data.getTransports()).orElse(Set.of()).stream()
                .map(AuthenticatorTransport::getValue)
                .filter(TRANSPORTS::contains)
                .collect(Collectors.toSet());
    }
}
