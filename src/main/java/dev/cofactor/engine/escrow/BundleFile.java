// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.documents.PolicyRefused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A bundle as it lies on a disk: lines of text, all of it sealed but ids, numbers and whose keys it is for.
 *
 * @param threshold how many holders open it
 * @param uses the public key by which uses are known to be written by them: 32 bytes of Ed25519
 * @param signer the private one, sealed
 * @param index the {@link Manifest}, sealed
 */
public record BundleFile(
        UUID installation,
        UUID bundle,
        Instant made,
        int threshold,
        List<Holding> holders,
        byte[] uses,
        byte[] signer,
        byte[] index,
        List<Item> items) {
    public static final int LONGEST = 4 << 20;

    /** What the two things are that stand in no secret. */
    public static final String INDEX = "index";

    public static final String SIGNER = "signer";

    /** The last digit is the version of the format. */
    static final String FIRST_LINE = "cofactor-bundle 1\n";

    private static final String WHAT = "the bundle";
    private static final int DIGEST_CHARACTERS = 44;
    private static final int LAST_LINE = "{\"tag\":\"\"}\n".length() + DIGEST_CHARACTERS;

    public BundleFile {
        holders = List.copyOf(holders);
        items = List.copyOf(items);
    }

    /**
     * A share of the bundle's key, sealed to one holder.
     *
     * @param key the fingerprint of his public key
     */
    public record Holding(int share, String key, byte[] sealed) {}

    /** A sealed value and where it stood. */
    public record Item(UUID secret, UUID field, UUID value, String content, byte[] sealed) {}

    /** @param tag of the bundle's key over a digest of all that stands before */
    public byte[] write(UnaryOperator<byte[]> tag) {
        byte[] body = (FIRST_LINE + header() + "\n" + sealed() + "\n" + lines()).getBytes(UTF_8);
        String last = CanonicalJson.object(Map.of("tag", base64(tag.apply(digest(body))))) + "\n";
        byte[] whole = Arrays.copyOf(body, body.length + LAST_LINE);
        System.arraycopy(last.getBytes(UTF_8), 0, whole, body.length, LAST_LINE);
        return whole;
    }

    private String header() {
        return CanonicalJson.object(Map.of(
                "bundle",
                Manifest.id(bundle),
                "holders",
                CanonicalJson.list(holders.stream().map(BundleFile::spelled)),
                "installation",
                Manifest.id(installation),
                "made",
                CanonicalJson.text(made.toString()),
                "threshold",
                CanonicalJson.number(threshold),
                "uses",
                base64(uses)));
    }

    private String sealed() {
        return CanonicalJson.object(Map.of("index", base64(index), "signer", base64(signer)));
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append(spelled(item)).append('\n'));
        return lines.toString();
    }

    private static String spelled(Holding one) {
        return CanonicalJson.object(Map.of(
                "key",
                CanonicalJson.text(one.key()),
                "sealed",
                base64(one.sealed()),
                "share",
                CanonicalJson.number(one.share())));
    }

    private static String spelled(Item item) {
        return CanonicalJson.object(Map.of(
                "content",
                CanonicalJson.text(item.content()),
                "field",
                Manifest.id(item.field()),
                "sealed",
                base64(item.sealed()),
                "secret",
                Manifest.id(item.secret()),
                "value",
                Manifest.id(item.value())));
    }

    /** A file that was read, and by what its bundle's key tells whether it is whole. */
    public record Read(BundleFile file, byte[] digest, byte[] tag, byte[] whole) {
        /** @param again the tag as the bundle's key makes it */
        public void mustBeWhole(byte[] again) {
            EscrowRefused.unless(MessageDigest.isEqual(tag, again), WHAT);
        }
    }

    /** Strictly: in any other spelling it is another file. Whether it is whole is asked by whoever has its key. */
    public static Read read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw EscrowRefused.tooLarge(WHAT);
        }
        String text = new String(bytes, UTF_8);
        if (!text.startsWith(FIRST_LINE)) {
            throw EscrowRefused.anotherFormat();
        }
        try {
            List<String> lines = text.lines().toList();
            EscrowRefused.unless(lines.size() >= 4 && bytes.length > LAST_LINE, WHAT);
            Placed last = json(lines.getLast());
            last.onlyWith("tag");
            byte[] tag = bytes(last.member("tag"));
            BundleFile file = file(json(lines.get(1)), json(lines.get(2)), items(lines));
            byte[] digest = digest(Arrays.copyOf(bytes, bytes.length - LAST_LINE));
            EscrowRefused.unless(Arrays.equals(file.write(whole -> tag), bytes), WHAT);
            return new Read(file, digest, tag, bytes);
        } catch (PolicyRefused | IllegalArgumentException | java.time.DateTimeException e) {
            throw EscrowRefused.altered(WHAT);
        }
    }

    private static List<Item> items(List<String> lines) {
        List<Item> items = new ArrayList<>();
        for (String line : lines.subList(3, lines.size() - 1)) {
            Placed json = json(line);
            json.onlyWith("content", "field", "sealed", "secret", "value");
            items.add(new Item(
                    json.member("secret").id(),
                    json.member("field").id(),
                    json.member("value").id(),
                    json.member("content").text(),
                    bytes(json.member("sealed"))));
        }
        return items;
    }

    private static BundleFile file(Placed header, Placed sealed, List<Item> items) {
        header.onlyWith("bundle", "holders", "installation", "made", "threshold", "uses");
        sealed.onlyWith("index", "signer");
        List<Holding> holders = List.copyOf(header.member("holders").each(BundleFile::holding));
        int threshold = header.member("threshold").number();
        EscrowRefused.unless(
                threshold >= Shamir.LEAST && threshold <= holders.size() && holders.size() <= Shamir.MOST, WHAT);
        return new BundleFile(
                header.member("installation").id(),
                header.member("bundle").id(),
                Instant.parse(header.member("made").text()),
                threshold,
                holders,
                bytes(header.member("uses")),
                bytes(sealed.member("signer")),
                bytes(sealed.member("index")),
                items);
    }

    private static Holding holding(Placed json) {
        json.onlyWith("key", "sealed", "share");
        return new Holding(json.member("share").number(), json.member("key").text(), bytes(json.member("sealed")));
    }

    static Placed json(String line) {
        return Placed.document(line.getBytes(UTF_8));
    }

    static byte[] bytes(Placed json) {
        return Base64.getDecoder().decode(json.text());
    }

    static String base64(byte[] bytes) {
        return CanonicalJson.text(Base64.getEncoder().encodeToString(bytes));
    }

    public static byte[] digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            Stream.of(parts).forEach(sha256::update);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has it
        }
    }
}
