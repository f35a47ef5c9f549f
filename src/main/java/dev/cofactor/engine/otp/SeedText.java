// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.engine.otp.Enrolment.Remark;
import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Set;

/** What a pasted text, or the text of a picture, turns out to be. What it holds is the caller's to close. */
public sealed interface SeedText {
    /** An {@code otpauth} URI. */
    record Entry(Enrolment enrolment) implements SeedText {}

    /** One part of an export of Google Authenticator; {@link Migration} gathers them. */
    record Part(MigrationPart part) implements SeedText {}

    /** A bare setup key, about which nothing else is known. A word can look like one, so show what it was taken for. */
    record Key(Plaintext seed, Set<Remark> remarks) implements SeedText {}

    /** A one-time password all right, of a kind that is not served. */
    record Unsupported(OtpRefused why) implements SeedText {}

    /** Nothing that this room knows. */
    record Other() implements SeedText {}

    /** @throws OtpRefused if it is one of these, and broken */
    static SeedText read(Plaintext text, Source source) {
        byte[] bytes = text.reveal();
        try {
            if (UriParts.hasScheme(bytes, KeyUri.SCHEME)) {
                return new Entry(KeyUri.read(text, source));
            }
            if (UriParts.hasScheme(bytes, MigrationPart.SCHEME)) {
                return new Part(MigrationPart.read(text));
            }
        } catch (OtpRefused e) {
            if (e.isUnsupported()) {
                return new Unsupported(e);
            }
            throw e;
        }
        if (UriParts.hasScheme(bytes, "motp")) {
            return new Unsupported(OtpRefused.motp());
        }
        return SetupKey.isLikely(bytes) ? key(text) : new Other();
    }

    private static SeedText key(Plaintext text) {
        Plaintext seed = SetupKey.read(text);
        return new Key(seed, Seed.judge(seed));
    }
}
