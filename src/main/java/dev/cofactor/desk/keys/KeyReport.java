// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.sealing.RootRotation;
import java.util.List;
import java.util.UUID;

/** Keys as programs and pages read about them: numbers, ids and fingerprints, and never a byte of one. */
public final class KeyReport {
    private KeyReport() {}

    /** One version of a key. */
    public record Version(int number, String id, boolean promoted, boolean inUse, boolean destroyed, long rows) {
        static Version of(VersionDesk.Standing standing, dev.cofactor.ground.sealing.Rotation.Version version) {
            return new Version(
                    version.version(),
                    version.id().toString(),
                    version.promoted(),
                    version.id().equals(standing.inUse().id()),
                    version.wraps() == 0,
                    standing.named().getOrDefault(version.id(), 0L));
        }
    }

    /** A key with its versions, from the first to the newest. */
    public record Turning(String kind, List<Version> versions, long unknown) {
        static Turning of(VersionDesk.Standing standing) {
            return new Turning(
                    standing.what().word(),
                    standing.versions().stream()
                            .map(version -> Version.of(standing, version))
                            .toList(),
                    standing.unknown());
        }
    }

    /** A root key. */
    public record Root(String fingerprint, long keys, boolean own) {
        static Root of(RootRotation.Root root) {
            return new Root(root.fingerprint(), root.keys(), root.own());
        }
    }

    /** All that turns, and what is above it. */
    public record Overview(List<Turning> keys, List<Root> roots) {}

    /** How far re-wrapping has come. */
    public record Progress(int version, long left) {
        static Progress of(RewrapDesk.Progress progress) {
            return new Progress(progress.version(), progress.left());
        }
    }

    /** A row that stays under its key. */
    public record Stuck(String kind, String id) {}

    /** What one request to re-wrap came to. */
    public record Run(int version, long moved, long left, boolean again, List<Stuck> stuck) {
        static Run of(RewrapDesk.Run run) {
            return new Run(
                    run.progress().version(),
                    run.tally().moved(),
                    run.progress().left(),
                    run.again(),
                    run.tally().named().stream()
                            .map(one -> new Stuck(one.rows(), one.row().toString()))
                            .toList());
        }
    }

    /** What the next root key would open. */
    public record Verified(String fingerprint, boolean whole, int fitting, List<String> missing, List<String> unfit) {
        static Verified of(RootRotation.Verified verified) {
            return new Verified(
                    verified.fingerprint(),
                    verified.isWhole(),
                    verified.fitting(),
                    texts(verified.missing()),
                    texts(verified.unfit()));
        }
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
