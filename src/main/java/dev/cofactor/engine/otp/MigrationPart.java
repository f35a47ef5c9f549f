// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.engine.otp.Account.Named;
import dev.cofactor.engine.otp.Enrolment.Remark;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One {@code otpauth-migration} URI, which is one picture of an export of Google Authenticator. Owns its seeds. The format
 * is theirs and unpublished: protobuf in base64, without a period, which is always 30 seconds.
 *
 * @param batch which export it is part of
 * @param index its place among the export's {@code size} parts, from 0
 * @param leftOut entries that cannot be served: a caller has to say so, they exist
 */
public record MigrationPart(int batch, int index, int size, List<Enrolment> enrolments, List<LeftOut> leftOut)
        implements AutoCloseable {
    /** In bytes; a picture holds less than 3,000. */
    public static final int MAX_LENGTH = 16_384;

    public static final int MAX_ENTRIES = 100;
    public static final int MAX_PARTS = 100;

    static final String SCHEME = "otpauth-migration";

    /** An entry that cannot be served, and why. */
    public record LeftOut(Account account, OtpRefused why) {}

    public MigrationPart {
        enrolments = List.copyOf(enrolments);
        leftOut = List.copyOf(leftOut);
    }

    /** The caller closes both the text, whenever it likes, and what is returned. */
    public static MigrationPart read(Plaintext uri) {
        if (uri.reveal().length > MAX_LENGTH) {
            throw OtpRefused.tooLong();
        }
        try (UriParts parts = UriParts.read(uri.reveal(), SCHEME, true, Set.of("data"))) {
            Plaintext data = parts.bytes("data");
            if (!parts.type().equals("offline") || data == null) {
                throw OtpRefused.migration("the export has no data in it");
            }
            try (Plaintext message = base64(data)) {
                return payload(Wire.of(message));
            }
        }
    }

    boolean isOfSameBatch(MigrationPart other) {
        return batch == other.batch && size == other.size;
    }

    @Override
    public void close() {
        enrolments.forEach(Enrolment::close);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    /** Both alphabets, with or without padding; a blank is a plus that somebody took for one. Changes the text in place. */
    private static Plaintext base64(Plaintext text) {
        byte[] characters = text.reveal();
        int length = characters.length;
        while (length > 0 && characters[length - 1] == '=') {
            length--;
        }
        for (int i = 0; i < length; i++) {
            characters[i] = switch (characters[i]) {
                case ' ', '-' -> '+';
                case '_' -> '/';
                default -> characters[i];
            };
        }
        Plaintext decoded = Plaintext.owning(new byte[length * 3 / 4]);
        try (Plaintext bare = Plaintext.owning(Arrays.copyOf(characters, length))) {
            Base64.getDecoder().decode(bare.reveal(), decoded.reveal());
            return decoded;
        } catch (IllegalArgumentException e) {
            decoded.close();
            // Without the library's message: it repeats the input.
            throw OtpRefused.migration("the export is damaged; scan or copy it again");
        }
    }

    private static MigrationPart payload(Wire wire) {
        List<Enrolment> enrolments = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        try {
            int batch = 0;
            long index = 0;
            long size = 1;
            for (int field = wire.next(); field != 0; field = wire.next()) {
                switch (field) {
                    case 1 -> entry(wire.message(), enrolments, leftOut);
                    case 3 -> size = Math.max(1, wire.varint());
                    case 4 -> index = wire.varint();
                    case 5 -> batch = (int) wire.varint();
                    default -> wire.skip();
                }
            }
            if (size > MAX_PARTS || index < 0 || index >= size) {
                throw OtpRefused.migration("the export does not say which part of how many this is");
            }
            return new MigrationPart(batch, (int) index, (int) size, enrolments, leftOut);
        } catch (OtpRefused e) {
            enrolments.forEach(Enrolment::close);
            throw e;
        }
    }

    private static void entry(Wire wire, List<Enrolment> enrolments, List<LeftOut> leftOut) {
        if (enrolments.size() + leftOut.size() == MAX_ENTRIES) {
            throw OtpRefused.migration("the export has more than " + MAX_ENTRIES + " entries in one part");
        }
        try (Fields fields = Fields.read(wire)) {
            fields.into(enrolments, leftOut);
        }
    }

    /** One entry as it stands there; numbers are looked up in lists that may have grown since. */
    private static final class Fields implements AutoCloseable {
        private @Nullable Plaintext secret;
        private String name = "";
        private String issuer = "";
        private long algorithm;
        private long digits;
        private long type;
        private long counter;

        static Fields read(Wire wire) {
            Fields fields = new Fields();
            try {
                for (int field = wire.next(); field != 0; field = wire.next()) {
                    fields.take(field, wire);
                }
                return fields;
            } catch (OtpRefused e) {
                fields.close();
                throw e;
            }
        }

        private void take(int field, Wire wire) {
            switch (field) {
                case 1 -> {
                    close();
                    secret = wire.bytes();
                }
                case 2 -> name = wire.text();
                case 3 -> issuer = wire.text();
                case 4 -> algorithm = wire.varint();
                case 5 -> digits = wire.varint();
                case 6 -> type = wire.varint();
                case 7 -> counter = wire.varint();
                default -> wire.skip();
            }
        }

        void into(List<Enrolment> enrolments, List<LeftOut> leftOut) {
            Account account = new Account("", "");
            try {
                Named named = Account.named(name, issuer);
                account = named.account();
                enrolments.add(enrolment(named));
                // It is the enrolment's now.
                secret = null;
            } catch (OtpRefused e) {
                leftOut.add(new LeftOut(account, e));
            }
        }

        private Enrolment enrolment(Named named) {
            if (secret == null) {
                throw OtpRefused.seedMissing();
            }
            Set<Remark> remarks = EnumSet.noneOf(Remark.class);
            if (!named.labelIssuer().isEmpty()) {
                remarks.add(Remark.ISSUERS_DIFFER);
            }
            if (named.account().issuer().equalsIgnoreCase("steam")) {
                remarks.add(Remark.MAY_BE_STEAM);
            }
            return new Enrolment(named.account(), named.labelIssuer(), parameters(), secret, remarks);
        }

        private Parameters parameters() {
            if (type < 0 || type > 2) {
                throw OtpRefused.type();
            }
            return type == 1
                    ? Parameters.hotp(algorithm(), digits(), counter)
                    : Parameters.totp(algorithm(), digits(), Parameters.USUAL_PERIOD);
        }

        /** 0 is "unspecified", which their app reads as what is usual. */
        private Algorithm algorithm() {
            if (algorithm == 4) {
                throw OtpRefused.md5();
            }
            if (algorithm < 0 || algorithm > 4) {
                throw OtpRefused.algorithm();
            }
            return switch ((int) algorithm) {
                case 2 -> Algorithm.SHA256;
                case 3 -> Algorithm.SHA512;
                default -> Algorithm.SHA1;
            };
        }

        private int digits() {
            if (digits < 0 || digits > 2) {
                throw OtpRefused.digits();
            }
            return digits == 2 ? 8 : Parameters.USUAL_DIGITS;
        }

        @Override
        public void close() {
            if (secret != null) {
                secret.close();
            }
        }
    }
}
