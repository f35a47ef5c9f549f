// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.engine.otp.Migration;
import dev.cofactor.engine.otp.MigrationPart;
import dev.cofactor.engine.otp.OtpRefused;
import dev.cofactor.engine.otp.SeedText;
import dev.cofactor.engine.qr.Deadline;
import dev.cofactor.engine.qr.QrReader;
import dev.cofactor.engine.qr.Readings;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.ArrayList;
import java.util.List;

/** Exports of Google Authenticator: several pictures or lines each, in any order, and several exports at once. */
final class Exports implements AutoCloseable {
    private static final int MOST = 20;

    private final List<Migration> exports = new ArrayList<>();

    /** It is this one's from now on. */
    void add(MigrationPart part) {
        for (Migration export : exports) {
            try {
                export.add(part);
                return;
            } catch (OtpRefused e) {
                // It belongs to another one.
            }
        }
        if (exports.size() == MOST) {
            part.close();
            throw FormatRefused.tooMany();
        }
        Migration fresh = new Migration();
        fresh.add(part);
        exports.add(fresh);
    }

    /** Pictures may hold setup links as well. */
    void look(List<Plaintext> pictures, QrReader reader, Deadline deadline, Lot lot) {
        for (Plaintext picture : pictures) {
            try (Readings readings = reader.read(picture.reveal(), deadline)) {
                for (Readings.Reading reading : readings.all()) {
                    take(reading.text(), lot);
                }
            }
        }
    }

    private void take(Plaintext text, Lot lot) {
        try {
            switch (SeedText.read(text, Source.IMPORT)) {
                case SeedText.Entry entry -> lot.add(Entry.of(lot.next(), entry.enrolment()));
                case SeedText.Part part -> add(part.part());
                case SeedText.Key key -> key.seed().close(); // any word may look like one
                case SeedText.Unsupported unsupported -> lot.add(Entry.broken(lot.next(), "", unsupported.why()));
                case SeedText.Other other -> {}
            }
        } catch (OtpRefused e) {
            lot.add(Entry.broken(lot.next(), "", e));
        }
    }

    /** What they hold; while a part is missing, nothing of any. */
    void unpack(Lot lot) {
        exports.stream().filter(export -> !export.isComplete()).findFirst().ifPresent(Migration::take);
        for (Migration export : exports) {
            for (MigrationPart part : export.take()) {
                try (part) {
                    part.enrolments().forEach(one -> lot.add(Entry.of(lot.next(), copied(one))));
                    part.leftOut()
                            .forEach(left -> lot.add(Entry.broken(
                                    lot.next(),
                                    left.account().issuer() + " "
                                            + left.account().name(),
                                    left.why())));
                }
            }
        }
    }

    /** The part closes its own, also those that come after one too many. */
    private static Enrolment copied(Enrolment one) {
        return new Enrolment(
                one.account(),
                one.labelIssuer(),
                one.parameters(),
                Plaintext.owning(one.seed().reveal().clone()),
                one.remarks());
    }

    @Override
    public void close() {
        exports.forEach(Migration::close);
    }
}
