// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other programs' exports, taken in by the command line. */
@QuarkusTest
class ImportsHttpTest {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final WholeLog log;
    private final Path home = TestFolder.fresh("imports");

    ImportsHttpTest(Enrolling enrolling, Newcomers newcomers, Shelf shelf, WholeLog log) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Command command() {
        return Command.at("http://localhost:" + RestAssured.port).with("COFACTOR_TOKEN", enrolling.administrator());
    }

    private String export(String... lines) throws IOException {
        return Files.writeString(Files.createTempFile(home, "export", ""), String.join("\n", lines))
                .toString();
    }

    private static String link(String site, String key) {
        return "otpauth://totp/" + site + ":team?secret=" + key;
    }

    private static String[] words(String verb, String file, String folder, String... more) {
        return Stream.concat(
                        Stream.of("import", verb, file, "--folder", folder, "--template", "OTP only"), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void whatWasShownIsTakenInAndOnlyOnce() throws IOException {
        String folder = shelf.folder().path();
        List<String> keys = List.of(enrolling.key(), enrolling.key());
        String file = export(link("One", keys.get(0)), "no link at all", link("Two", keys.get(1)));
        Command.Ended looked = command().run(words("look", file, folder)).is(0);
        List<String> lines = looked.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("1\tnew\t" + folder + "/one");
        assertThat(lines.get(1)).startsWith("2\tbroken\t");
        String plan = lines.get(3).substring("plan\t".length());

        Command.Ended taken = command()
                .run(words("take", file, folder, "--plan", plan, "--entries", "1,3"))
                .is(0);
        assertThat(taken.out().lines()).hasSize(2).allMatch(line -> line.matches("[13]\tsec_[0-9a-z]{26}\t.+"));
        Command.Ended again =
                command().run(words("take", file, folder, "--plan", plan)).is(1);
        assertThat(again.err()).contains("(import-plan-changed)");
        assertThat(command().run(words("look", file, folder)).is(0).out()).contains("1\tsame-seed\t");
        for (String key : keys) {
            assertThat(looked.out() + taken.out() + taken.err() + again.err()).doesNotContain(key);
        }
    }

    @Test
    void theWordOfAnEncryptedExportIsReadFromAFile() throws IOException {
        Path vector = Path.of("src", "test", "resources", "imports", "aegis-encrypted.json");
        Path password = Files.writeString(home.resolve("password"), "not this one\n", UTF_8);
        String folder = shelf.folder().path();
        Command.Ended without =
                command().run(words("look", vector.toString(), folder)).is(2);
        Command.Ended wrong = command()
                .run(words("look", vector.toString(), folder, "--password", password.toString()))
                .is(2);
        assertThat(wrong.err()).isNotEqualTo(without.err()).doesNotContain("not this one");
    }

    @Test
    void whoeverMayNotIsToldNoMoreThanByAnyOtherDoor() throws IOException {
        String folder = shelf.folder().path();
        String file = export(link("One", enrolling.key()));
        Command stranger = command().with("COFACTOR_TOKEN", newcomers.credential(newcomers.settled()));
        stranger.run(words("look", file, folder)).is(6);
        command()
                .with("COFACTOR_TOKEN", "cft_nobody")
                .run(words("look", file, folder))
                .is(3);
    }

    @Test
    void whatIsNoWayToCallItSendsNothing() throws IOException {
        String file = export("");
        Command nowhere = Command.at("http://127.0.0.1:9");
        nowhere.run("import", "look", file, "--folder", "web").is(2);
        nowhere.run("import", "look", "--folder", "web", "--template", "OTP only")
                .is(2);
        nowhere.run(words("look", file, "web", "--folder", "twice")).is(2);
        nowhere.run(words("look", file, "web", "--password")).is(2);
        nowhere.run(words("look", file, "web", "--seed", "JBSWY3DPEHPK3PXP")).is(2);
        nowhere.run(words("look", file, "web", "--plan", "early")).is(2);
        nowhere.run(words("take", file, "web")).is(2);
        nowhere.run(words("look", home.resolve("nowhere").toString(), "web")).is(6);
        nowhere.run(words("look", file, "web")).is(8);
    }
}
