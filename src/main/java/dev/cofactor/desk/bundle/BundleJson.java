// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How bundles are spoken of outside. */
public final class BundleJson {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private BundleJson() {}

    /**
     * One that is proposed.
     *
     * @param secrets by path or id
     * @param folder all that is below it and can be in a bundle
     * @param holders ids of people with a registered key
     */
    @Schema(name = "BundleProposed")
    public record Given(
            @Nullable String name,
            @Nullable List<@Nullable String> secrets,
            @Nullable String folder,
            @Nullable List<@Nullable String> holders,
            @Nullable Integer threshold) {
        public Wanted wanted() {
            if (name == null || holders == null || threshold == null) {
                throw BundleRefused.invalid("a bundle has a name, holders and a threshold");
            }
            return new Wanted(
                    DisplayName.of(name),
                    texts(secrets == null ? List.of() : secrets),
                    Optional.ofNullable(folder).filter(one -> !one.isBlank()),
                    texts(holders).stream().map(BundleJson::person).toList(),
                    threshold);
        }
    }

    private static List<String> texts(List<@Nullable String> given) {
        return given.stream()
                .map(one -> Optional.ofNullable(one)
                        .orElseThrow(() -> BundleRefused.invalid("a list holds something that is nothing")))
                .toList();
    }

    private static UUID person(String text) {
        if (!ID.matcher(text).matches()) {
            throw BundleRefused.invalid("holders are named by the ids of people");
        }
        return UUID.fromString(text);
    }

    @Schema(name = "BundleKey")
    record Key(UUID person, String name, String fingerprint, Instant since) {
        static Key of(HolderKeys.Known key) {
            return new Key(key.person(), key.name(), key.fingerprint(), key.since());
        }
    }

    @Schema(name = "BundleKeys")
    record Keys(List<Key> keys) {}

    @Schema(name = "BundleHolder")
    record Holder(int share, UUID person, String name, String fingerprint) {}

    /** @param path absent for what is gone */
    @Schema(name = "BundledSecret")
    record Secret(String id, @Nullable String path, boolean code, boolean backupCodes) {}

    /**
     * Something that was opened from it.
     *
     * @param number of a backup code, in its pool; of a code 0
     * @param overwrite whether this very seed still gives codes here
     */
    @Schema(name = "BundleUse")
    record Use(String secret, @Nullable String path, String content, int number, Instant at, boolean overwrite) {}

    /** @param made when it was handed out; absent before */
    @Schema(name = "Bundle")
    record Shown(
            String id,
            String name,
            int threshold,
            List<Holder> holders,
            List<Secret> secrets,
            UUID author,
            UUID agreedBy,
            Instant agreed,
            @Nullable UUID madeBy,
            @Nullable Instant made,
            List<Use> uses) {
        static Shown of(BundleDesk.Shown bundle) {
            return new Shown(
                    PublicId.BUNDLE.of(bundle.id()),
                    bundle.name(),
                    bundle.threshold(),
                    bundle.holders().stream()
                            .map(one -> new Holder(
                                    one.share(),
                                    one.holder().person(),
                                    one.holder().name(),
                                    one.fingerprint()))
                            .toList(),
                    bundle.secrets().stream()
                            .map(one -> new Secret(
                                    PublicId.SECRET.of(one.secret()), one.path().orElse(null), one.seed(), one.pool()))
                            .toList(),
                    bundle.author().person(),
                    bundle.agreed().person(),
                    bundle.agreedAt(),
                    bundle.made().map(BundleDesk.Party::person).orElse(null),
                    bundle.madeAt().orElse(null),
                    bundle.uses().stream().map(Shown::use).toList());
        }

        private static Use use(BundleDesk.Opened one) {
            return new Use(
                    PublicId.SECRET.of(one.secret()),
                    one.path().orElse(null),
                    one.content(),
                    one.number(),
                    one.at(),
                    one.overwrite());
        }
    }

    @Schema(name = "Bundles")
    record Listing(List<Shown> bundles) {}

    static UUID id(String text) {
        return PublicId.BUNDLE.read(text).orElseThrow(BundleRefused::notFound);
    }
}
