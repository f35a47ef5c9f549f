// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.Rotation;
import dev.cofactor.ground.sealing.Rotation.Turning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** The keys, for programs and pages alike: what there is, and each step, by the words it has outside. */
@ApplicationScoped
public class KeyDesk {
    private final VersionDesk versions;
    private final RewrapDesk rewraps;
    private final RootDesk roots;

    KeyDesk(VersionDesk versions, RewrapDesk rewraps, RootDesk roots) {
        this.versions = versions;
        this.rewraps = rewraps;
        this.roots = roots;
    }

    public KeyReport.Overview overview(Caller caller) {
        return new KeyReport.Overview(
                Stream.of(Turning.values())
                        .map(what -> KeyReport.Turning.of(versions.standing(caller, what)))
                        .toList(),
                roots.all(caller).stream().map(KeyReport.Root::of).toList());
    }

    /** @return the version that waits now, whoever added it */
    public KeyReport.Version add(Caller caller, String kind) {
        Turning what = turning(kind);
        return version(caller, what, versions.add(caller, what));
    }

    public KeyReport.Version promote(Caller caller, String kind, int number) {
        Turning what = turning(kind);
        return version(caller, what, versions.promote(caller, what, number));
    }

    public void destroy(Caller caller, String kind, int number) {
        versions.destroy(caller, turning(kind), number);
    }

    public KeyReport.Progress progress(Caller caller, String kind) {
        return KeyReport.Progress.of(rewraps.progress(caller, turning(kind)));
    }

    /** For as long as one request may take; to be asked again while there is something left that can be moved. */
    public KeyReport.Run rewrap(Caller caller, String kind) {
        return KeyReport.Run.of(rewraps.run(caller, turning(kind)));
    }

    public KeyReport.Verified addNextRoot(Caller caller) {
        return KeyReport.Verified.of(roots.add(caller));
    }

    public KeyReport.Verified verifyNextRoot(Caller caller) {
        return KeyReport.Verified.of(roots.verify(caller));
    }

    public void dropRoot(Caller caller, String fingerprint) {
        roots.drop(caller, fingerprint);
    }

    private KeyReport.Version version(Caller caller, Turning what, Rotation.Version version) {
        return KeyReport.Version.of(versions.standing(caller, what), version);
    }

    private static Turning turning(String kind) {
        return Stream.of(Turning.values())
                .filter(one -> one.word().equals(kind))
                .findFirst()
                .orElseThrow(KeyRefused::notFound);
    }
}
