// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Ahead;
import dev.cofactor.face.consent.StepsAhead;
import dev.cofactor.face.panel.Inside.FieldLook;
import dev.cofactor.face.panel.Inside.Wanted;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows what is in a secret to whoever was found to be allowed to read it. */
@Singleton
public class Insides {
    /** Anything else in an address may be a program. */
    private static final Pattern WEB = Pattern.compile("https?://[^\\s/?#].*");

    private final StepsAhead steps;

    Insides(StepsAhead steps) {
        this.steps = steps;
    }

    public Inside of(Caller caller, SecretView.Whole whole) {
        Placed placed = whole.placed();
        Optional<Ahead> direct = placed.state() == Placed.State.ACTIVE
                ? steps.of(caller, placed, Verb.FIELD_REVEAL, "/secrets/" + PublicId.SECRET.of(placed.secret()))
                        .filter(Ahead::direct)
                : Optional.empty();
        List<FieldLook> fields = whole.version().fields().stream()
                .map(field -> look(field, whole.open().get(field.id()), whole.isSealed(field.id()), direct.isPresent()))
                .toList();
        return new Inside(
                fields,
                direct.isPresent(),
                direct.map(one -> new Wanted(one.least(), one.ticket())).orElse(Wanted.NOTHING));
    }

    /** Whether a browser can be led there, and nothing else can be started by it. */
    public static boolean isWeb(String address) {
        return WEB.matcher(address.toLowerCase(Locale.ROOT)).matches();
    }

    private static FieldLook look(Field field, @Nullable String open, boolean sealed, boolean reveals) {
        return new FieldLook(
                PublicId.FIELD.of(field.id()),
                field.name(),
                open == null ? "" : open,
                field.open(),
                field.type() == FieldType.URL && open != null && isWeb(open),
                sealed || open != null,
                isText(field.type()) && sealed && reveals);
    }

    /** What can be shown on a page; a file is not, and a seed never. */
    private static boolean isText(FieldType type) {
        return switch (type) {
            case SINGLE_LINE, MULTI_LINE, PASSWORD, URL, RECOVERY_KEY -> true;
            case FILE, SEED, BACKUP_CODES -> false;
        };
    }
}
