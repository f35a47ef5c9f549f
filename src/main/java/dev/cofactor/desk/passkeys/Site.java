// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.cofactor.ground.identity.Home;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this installation is to a key, and what browsers are told to ask of one. */
@ApplicationScoped
class Site {
    private static final String NAME = "Cofactor";
    /** Browsers know an installation by its name only: at a bare address there are no keys. */
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final Home home;
    private final String rpId;
    private final ObjectConverter words;

    Site(Home home) {
        this.home = home;
        this.rpId = URI.create(home.origin()).getHost();
        this.words = new ObjectConverter();
    }

    /** How its keys know a person, and what they show him. */
    record Holder(byte[] handle, String accountName, String displayName) {}

    /** Whether browsers use keys here at all. */
    boolean isPossible() {
        boolean secure = home.origin().startsWith("https:") || rpId.equals("localhost");
        return secure && !ADDRESS.matcher(rpId).matches();
    }

    ServerProperty expecting(byte[] challenge) {
        return new ServerProperty(new Origin(home.origin()), rpId, new DefaultChallenge(challenge));
    }

    ObjectConverter words() {
        return words;
    }

    /** @param own of these one is enough, so none of them is registered twice */
    String creation(Holder holder, byte[] challenge, List<Credential> own) {
        return words.getJsonConverter()
                .writeValueAsString(new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(rpId, NAME),
                        new PublicKeyCredentialUserEntity(holder.handle(), holder.accountName(), holder.displayName()),
                        new DefaultChallenge(challenge),
                        ALGORITHMS,
                        Challenges.LIFE.toMillis(),
                        own.stream().map(Site::descriptor).toList(),
                        // A second factor is asked for by its id: it need not take one of a key's few places.
                        new AuthenticatorSelectionCriteria(
                                null, ResidentKeyRequirement.DISCOURAGED, UserVerificationRequirement.PREFERRED),
                        AttestationConveyancePreference.NONE,
                        null));
    }

    String request(byte[] challenge, List<Credential> own) {
        return words.getJsonConverter()
                .writeValueAsString(new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(challenge),
                        Challenges.LIFE.toMillis(),
                        rpId,
                        own.stream().map(Site::descriptor).toList(),
                        UserVerificationRequirement.PREFERRED,
                        null));
    }

    private static PublicKeyCredentialDescriptor descriptor(Credential one) {
        return new PublicKeyCredentialDescriptor(
                PublicKeyCredentialType.PUBLIC_KEY,
                one.id(),
                one.transports().stream().map(AuthenticatorTransport::create).collect(Collectors.toSet()));
    }
}
