// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the one seed that is meant out of pictures; of all others nothing stays. */
@ApplicationScoped
public class Pictures {
    /** For all pictures of one form: a hundred hostile ones must not hold the reader a hundred times as long as one. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clock clock;
    private final QrReader reader;

    Pictures(Clock clock) {
        this.clock = clock;
        this.reader = new QrReader(clock);
    }

    /** @param choose counted from 1, where several were offered before */
    public Entered read(List<Plaintext> pictures, OptionalInt choose) {
        Deadline all = new Deadline(clock, PATIENCE);
        try (Found found = new Found()) {
            for (int number = 1; number <= pictures.size(); number++) {
                try (Readings readings = reader.read(pictures.get(number - 1).reveal(), all)) {
                    for (Readings.Reading reading : readings.all()) {
                        found.take(reading, number);
                    }
                }
            }
            Found.Offer chosen = found.chosen(choose);
            return new Entered(chosen.enrolment(), Custody.How.PICTURE, chosen.exported());
        }
    }

    /** What was found so far; closes all that was not taken out. */
    private static final class Found implements AutoCloseable {
        private final List<Offer> offers = new ArrayList<>();
        private final Migration migration = new Migration();
        private final TreeSet<Integer> parts = new TreeSet<>();
        private @Nullable OtpRefused refused;

        /**
         * @param place absent for one of an export, which has no code of its own
         * @param exported whether it stood in an export at all: then others have had it
         */
        private record Offer(Enrolment enrolment, int picture, Readings.@Nullable Place place, boolean exported) {
            boolean isSameAs(Offer other) {
                return enrolment.parameters().equals(other.enrolment.parameters())
                        && MessageDigest.isEqual(
                                enrolment.seed().reveal(),
                                other.enrolment.seed().reveal());
            }

            Offer or(boolean alsoExported) {
                return new Offer(enrolment, picture, place, exported || alsoExported);
            }

            Map<String, Object> shown(int number) {
                Map<String, Object> shown = new LinkedHashMap<>();
                shown.put("choose", number);
                shown.put("picture", picture);
                Readings.Place at = place;
                if (at != null) {
                    shown.put("position", Map.of("x", at.x(), "y", at.y(), "width", at.width(), "height", at.height()));
                }
                shown.put("type", enrolment.parameters().kind().name().toLowerCase(Locale.ROOT));
                shown.put("issuer", enrolment.account().issuer());
                shown.put("account", enrolment.account().name());
                return shown;
            }
        }

        void take(Readings.Reading reading, int picture) {
            try {
                switch (SeedText.read(reading.text(), Source.ENTRY)) {
                    case SeedText.Entry entry -> offer(new Offer(entry.enrolment(), picture, reading.place(), false));
                    case SeedText.Part part -> add(part.part());
                    case SeedText.Key key -> key.seed().close(); // any word may look like one
                    case SeedText.Unsupported unsupported -> refused = unsupported.why();
                    case SeedText.Other other -> {}
                }
            } catch (OtpRefused e) {
                refused = e;
            }
        }

        private void offer(Offer offer) {
            for (int at = 0; at < offers.size(); at++) {
                Offer known = offers.get(at);
                if (offer.isSameAs(known)) {
                    offer.enrolment().close();
                    offers.set(at, known.or(offer.exported()));
                    return;
                }
            }
            offers.add(offer);
        }

        private void add(MigrationPart part) {
            int number = part.index() + 1;
            try {
                migration.add(part);
                parts.add(number);
            } catch (OtpRefused e) {
                part.close();
                throw e;
            }
        }

        Offer chosen(OptionalInt choose) {
            unpack();
            if (offers.isEmpty()) {
                throw refused == null ? SeedRefused.qrNotOtp() : refused;
            }
            if (offers.size() > 1 && choose.isEmpty()) {
                throw SeedRefused.severalCodes(java.util.stream.IntStream.range(0, offers.size())
                        .mapToObj(index -> offers.get(index).shown(index + 1))
                        .toList());
            }
            int index = choose.orElse(1) - 1;
            if (index < 0 || index >= offers.size()) {
                throw SeedRefused.noSuchChoice();
            }
            return offers.remove(index);
        }

        private void unpack() {
            if (migration.size() == 0) {
                return;
            }
            if (!migration.isComplete()) {
                throw SeedRefused.migrationIncomplete(parts, migration.size(), migration.missing());
            }
            for (MigrationPart part : migration.take()) {
                part.enrolments().forEach(enrolment -> offer(new Offer(enrolment, part.index() + 1, null, true)));
                part.leftOut().forEach(left -> refused = left.why());
            }
        }

        @Override
        public void close() {
            offers.forEach(offer -> offer.enrolment().close());
            migration.close();
        }
    }
}
