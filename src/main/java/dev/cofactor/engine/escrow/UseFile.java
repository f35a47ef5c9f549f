// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.ground.plaintext.Plaintext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How a bundle was used: a line for each seed or backup code that was opened, written before that is shown. Each line names the
 * digest of the one before, the first that of the bundle, and is signed: nothing in between can be changed or left out, and
 * nobody else can write one. That the last lines were cut off shows only where somebody noted the head elsewhere.
 */
public final class UseFile {
    public static final int LONGEST = 1 << 20;

    private static final String WHAT = "the list of uses";
    private static final String SIGNED = "cofactor-bundle-use 1\n";

    private final UUID bundle;
    private final byte[] uses;
    private final List<Line> lines = new ArrayList<>();
    private String head;

    private UseFile(UUID bundle, byte[] uses, byte[] fileDigest) {
        this.bundle = bundle;
        this.uses = uses.clone();
        this.head = HexFormat.of().formatHex(fileDigest);
    }

    /**
     * A use.
     *
     * @param number of a backup code, its place in its pool; of a seed 0
     * @param shares whose holders were there
     */
    public record Use(Instant at, UUID secret, UUID value, String content, int number, Set<Integer> shares) {}

    /** A use where it stands. @param digest of its line, in hexadecimal: no other line of any bundle has it */
    public record Line(Use use, String digest) {}

    /** Of which bundle, with whose signature, and what the whole file's digest is. */
    public record Of(UUID bundle, byte[] uses, byte[] fileDigest) {}

    /**
     * Reads and checks all of it.
     *
     * @throws EscrowRefused when it is another bundle's, or a line is not as it was written
     */
    public static UseFile read(byte[] bytes, Of of) {
        if (bytes.length > LONGEST) {
            throw EscrowRefused.tooLarge(WHAT);
        }
        UseFile file = new UseFile(of.bundle(), of.uses(), of.fileDigest());
        String text = new String(bytes, UTF_8);
        EscrowRefused.unless(text.isEmpty() || text.endsWith("\n"), WHAT);
        text.lines().forEach(file::take);
        return file;
    }

    private void take(String line) {
        try {
            Placed json = BundleFile.json(line);
            json.onlyWith("at", "before", "bundle", "content", "number", "secret", "shares", "signature", "value");
            if (!json.member("bundle").id().equals(bundle)) {
                throw EscrowRefused.another();
            }
            Use use = new Use(
                    Instant.parse(json.member("at").text()),
                    json.member("secret").id(),
                    json.member("value").id(),
                    json.member("content").text(),
                    json.member("number").number(),
                    json.member("shares").each(Placed::number));
            byte[] signature = BundleFile.bytes(json.member("signature"));
            EscrowRefused.unless(json.member("before").text().equals(head), WHAT);
            EscrowRefused.unless(UseKey.verifies(uses, signed(use), signature), WHAT);
            EscrowRefused.unless(spelled(use, signature).equals(line), WHAT);
            add(use, line);
        } catch (PolicyRefused | IllegalArgumentException | DateTimeException e) {
            throw EscrowRefused.altered(WHAT);
        }
    }

    private void add(Use use, String line) {
        head = HexFormat.of().formatHex(BundleFile.digest(line.getBytes(UTF_8)));
        lines.add(new Line(use, head));
    }

    /** One more. @return its line, to be written at the end of the file */
    public byte[] append(Use use, Plaintext signs) {
        String line = spelled(use, UseKey.sign(signs, signed(use)));
        add(use, line);
        return (line + "\n").getBytes(UTF_8);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What whoever keeps minutes writes down: by it a file that was cut off is known. */
    public String head() {
        return head;
    }

    /** What was opened at least once. */
    public Set<UUID> values() {
        return lines.stream().map(line -> line.use().value()).collect(Collectors.toSet());
    }

    private byte[] signed(Use use) {
        return (SIGNED + CanonicalJson.object(members(use))).getBytes(UTF_8);
    }

    private String spelled(Use use, byte[] signature) {
        Map<String, String> members = members(use);
        members.put("signature", BundleFile.base64(signature));
        return CanonicalJson.object(members);
    }

    private Map<String, String> members(Use use) {
        return new HashMap<>(Map.of(
                "at",
                CanonicalJson.text(use.at().toString()),
                "before",
                CanonicalJson.text(head),
                "bundle",
                Manifest.id(bundle),
                "content",
                CanonicalJson.text(use.content()),
                "number",
                CanonicalJson.number(use.number()),
                "secret",
                Manifest.id(use.secret()),
                "shares",
                CanonicalJson.list(new TreeSet<>(use.shares()).stream().map(CanonicalJson::number)),
                "value",
                Manifest.id(use.value())));
    }
}
