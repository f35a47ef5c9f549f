// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.cli.BundleCommand;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who may have bundles made, people who hold shares, and secrets worth sealing. */
@Singleton
public class Ceremony {
    static final String BUNDLES = "/api/v1/bundles";

    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Rules rules;
    private final Shelf shelf;
    private final Enrolling enrolling;
    private final Depot depot;
    private final HolderKeys keys;
    private final SecureRandom random = new SecureRandom();

    Ceremony(
            Newcomers newcomers,
            Seconds seconds,
            Rules rules,
            Shelf shelf,
            Enrolling enrolling,
            Depot depot,
            HolderKeys keys) {
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.rules = rules;
        this.shelf = shelf;
        this.enrolling = enrolling;
        this.depot = depot;
        this.keys = keys;
    }

    /** Somebody who may have bundles made, as a program. */
    public record Sealer(Person person, String credential) {
        public RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
        }
    }

    /** Somebody with a key. */
    public record Holder(Person person, HolderKey key) {}

    /** A secret with a seed and one with backup codes. */
    public record Kept(Folder folder, UUID timed, String key, Depot.Pool pool) {
        public String path() {
            return folder.path() + "/timed";
        }
    }

    public Sealer sealer() {
        Person person = newcomers.settled();
        return sealing(person, newcomers.credential(person));
    }

    /** Lets somebody do it who has a credential already. */
    public Sealer sealing(Person person, String credential) {
        rules.allow(person.id(), new Resource.Everything(), Verb.BUNDLE_SEAL);
        return new Sealer(person, credential);
    }

    public Sealer stranger() {
        Person person = newcomers.settled();
        return new Sealer(person, newcomers.credential(person));
    }

    public Holder holder() {
        Holder holder = new Holder(newcomers.settled(), HolderKey.generate(random));
        register(holder);
        return holder;
    }

    void register(Holder holder) {
        keys.register(seconds.proved(holder.person()), line(holder.key()));
    }

    public static String line(HolderKey key) {
        return BundleCommand.PUBLIC + HexFormat.of().formatHex(key.holder().bytes());
    }

    public List<Holder> holders(int number) {
        List<Holder> holders = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            holders.add(holder());
        }
        return holders;
    }

    public Kept kept(int codes) {
        Folder folder = shelf.folder();
        UUID timed = shelf.secret(folder, "timed");
        return new Kept(folder, timed, enrolling.serving(timed), depot.pool(codes, 0, 0));
    }

    /** One more secret with a seed. */
    UUID timed(Folder folder) {
        UUID timed = shelf.secret(folder, Shelf.fresh());
        enrolling.serving(timed);
        return timed;
    }

    /** Another seed takes the place of the one that serves. */
    void turn(UUID secret) {
        enrolling.serving(secret);
    }

    public static Map<String, Object> wanted(List<String> secrets, List<Holder> holders, int threshold) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", Shelf.fresh());
        wanted.put("secrets", secrets);
        wanted.put(
                "holders",
                holders.stream().map(one -> one.person().id().toString()).toList());
        wanted.put("threshold", threshold);
        return wanted;
    }

    public static List<String> paths(Kept kept) {
        return List.of(kept.path(), kept.pool().path());
    }

    public Response propose(Sealer author, Map<String, Object> wanted) {
        return author.asks().body(wanted).post(BUNDLES);
    }

    /** @return the id of the bundle that the second person agreed to */
    public String agreed(Sealer author, Sealer second, Map<String, Object> wanted) {
        seconds.confirm(Seconds.change(propose(author, wanted)), second.person());
        return named(author, String.valueOf(wanted.get("name")));
    }

    String named(Sealer author, String name) {
        return author.asks()
                .get(BUNDLES)
                .then()
                .statusCode(200)
                .extract()
                .path("bundles.find { it.name == '" + name + "' }.id");
    }

    public Response file(Sealer sealer, String bundle) {
        return given().header("Authorization", "Bearer " + sealer.credential()).post(BUNDLES + "/" + bundle + "/file");
    }

    public Response uses(Sealer sealer, String bundle, byte[] text) {
        return given().header("Authorization", "Bearer " + sealer.credential())
                .contentType("text/plain; charset=UTF-8")
                .body(new String(text, UTF_8))
                .post(BUNDLES + "/" + bundle + "/uses");
    }

    static UUID id(String bundle) {
        return PublicId.BUNDLE.read(bundle).orElseThrow();
    }

    /** A bundle on somebody's disk, with whoever is there. */
    public record Opened(Path file, List<Path> keys) {
        public static Opened of(Path folder, byte[] bundle, List<Holder> there) {
            try {
                Path file = Files.write(folder.resolve("bundle.cofactor"), bundle);
                List<Path> keys = new ArrayList<>();
                for (Holder holder : there) {
                    Path key = folder.resolve("key-" + holder.person().id());
                    try (Plaintext scalar = holder.key().scalar()) {
                        Files.writeString(
                                key,
                                "cofactor-bundle-private-key 1 "
                                        + HexFormat.of().formatHex(scalar.reveal()) + "\n");
                    }
                    keys.add(key);
                }
                return new Opened(file, keys);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** @return what stands on standard output; fails for another exit */
        public String run(int exit, String... more) {
            List<String> words = new ArrayList<>(List.of("bundle", "open", file.toString()));
            keys.forEach(key -> words.addAll(List.of("--key", key.toString())));
            words.addAll(Arrays.asList(more));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int ended = new BundleCommand(
                            new PrintStream(out, true, UTF_8),
                            new PrintStream(err, true, UTF_8),
                            Clock.systemUTC(),
                            new SecureRandom())
                    .run(words.toArray(String[]::new));
            if (ended != exit) {
                throw new AssertionError(ended + ": " + err.toString(UTF_8));
            }
            return out.toString(UTF_8);
        }

        public byte[] uses() {
            try {
                return Files.readAllBytes(Path.of(file + ".uses"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
