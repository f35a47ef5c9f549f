// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.bundle.Ceremony;
import dev.cofactor.desk.bundle.Ceremony.Holder;
import dev.cofactor.desk.bundle.Ceremony.Kept;
import dev.cofactor.desk.bundle.Ceremony.Opened;
import dev.cofactor.desk.bundle.Ceremony.Sealer;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The right use of disaster bundles, by programs and on pages; what is sealed in them and every holder's key are canaries. */
final class Bundling {
    private static final String API = "/api/v1/bundles";
    private static final String PAGES = "/administration/bundles";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Wire wire;
    private final Canaries canaries;
    private final Ceremony ceremony = Arc.container().instance(Ceremony.class).get();
    private final Seconds seconds = Arc.container().instance(Seconds.class).get();
    private final Newcomers newcomers =
            Arc.container().instance(Newcomers.class).get();

    Bundling(Wire wire, Canaries canaries) {
        this.wire = wire;
        this.canaries = canaries;
    }

    void all() {
        Kept kept = ceremony.kept(2);
        canaries.key("bundled seed", kept.key());
        kept.pool().codes().forEach(code -> canaries.put("bundled code", code.getBytes(US_ASCII)));
        List<Holder> holders = List.of(holder("first"), holder("second"));
        Sealer author = ceremony.sealer();
        canaries.put("sealer's credential", author.credential().substring(4).getBytes(UTF_8));
        Sealer second = ceremony.sealer();
        byProgram(author, second, kept, holders);
        onPages(author, second, kept, holders);
    }

    /** Registers it on the page, takes it back, and registers it again. */
    private Holder holder(String which) {
        Person person = newcomers.settled();
        HolderKey key = HolderKey.generate(new SecureRandom());
        try (Plaintext scalar = key.scalar()) {
            canaries.put(which + " holder's key", scalar.reveal().clone());
        }
        Visit visit = new Visit(wire);
        visit.signIn(person.accountName());
        String page = "/profile/bundle-key";
        visit.open(page).is(200);
        visit.send(page, Map.of("key", Ceremony.line(key))).is(303);
        visit.open(page).is(200);
        visit.send(page, Map.of("what", "withdraw")).is(303);
        visit.send(page, Map.of("key", Ceremony.line(key))).is(303);
        return new Holder(person, key);
    }

    private Wire.Answer ask(Sealer sealer, Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + sealer.credential()));
    }

    private void byProgram(Sealer author, Sealer second, Kept kept, List<Holder> holders) {
        ask(author, Wire.sent("GET", API + "/keys")).is(200);
        String wanted = "{\"name\": \"Winter\", \"threshold\": 2, \"secrets\": [\"" + kept.path() + "\", \""
                + kept.pool().path() + "\"], \"holders\": ["
                + holders.stream().map(one -> "\"" + one.person().id() + "\"").collect(Collectors.joining(", "))
                + "]}";
        String change =
                ask(author, Wire.sent("POST", API, wanted)).is(202).json().getString("change");
        seconds.confirm(PublicId.CHANGE.read(change).orElseThrow(), second.person());
        String bundle =
                ask(author, Wire.sent("GET", API)).is(200).json().getString("bundles.find { it.name == 'Winter' }.id");
        ask(author, Wire.sent("GET", API + "/" + bundle)).is(200);
        byte[] file = ask(author, Wire.sent("POST", API + "/" + bundle + "/file"))
                .is(200)
                .body();
        byte[] uses = used(file, kept, holders);
        ask(author, Wire.sent("POST", API + "/" + bundle + "/uses", "text/plain", uses))
                .is(200);
        ask(author, Wire.sent("POST", API + "/" + bundle + "/uses", "text/plain", uses))
                .is(200);
    }

    /** Where there is no server. */
    private static byte[] used(byte[] file, Kept kept, List<Holder> holders) {
        try {
            Opened opened = Opened.of(Files.createTempDirectory("bundle"), file, holders);
            assertThat(opened.run(0, "--code", kept.path())).hasSize("123456\n".length());
            opened.run(0, "--backup-code", kept.pool().path());
            return opened.uses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onPages(Sealer author, Sealer second, Kept kept, List<Holder> holders) {
        Visit visit = new Visit(wire);
        visit.signIn(author.person().accountName());
        visit.open("/administration").is(303);
        visit.open(PAGES).is(200);
        visit.open(PAGES + "/new").is(200);
        List<String> fields =
                new ArrayList<>(List.of("csrf=" + visit.token(), "name=Summer", "threshold=2", "folder="));
        for (UUID secret : List.of(kept.timed(), kept.pool().secret())) {
            fields.add("secret=" + PublicId.SECRET.of(secret));
        }
        holders.forEach(one -> fields.add("holder=" + one.person().id()));
        byte[] form = String.join("&", fields).getBytes(UTF_8);
        String waits = wire.send(visit.dressed(Wire.sent("POST", PAGES + "/new", FORM, form)))
                .is(303)
                .header("Location");
        String change = waits.substring(waits.lastIndexOf('/') + 1);
        seconds.confirm(PublicId.CHANGE.read(change).orElseThrow(), second.person());
        String bundle =
                ask(author, Wire.sent("GET", API)).is(200).json().getString("bundles.find { it.name == 'Summer' }.id");
        String page = PAGES + "/" + bundle;
        visit.open(page).is(200);
        byte[] file = visit.send(page + "/file", Map.of()).is(200).body();
        visit.open(page + "/file").is(303);
        byte[] uses = used(file, kept, holders);
        visit.open(page).is(200);
        visit.send(page + "/uses", Map.of("uses", new String(uses, UTF_8))).is(303);
        visit.open(page + "/uses").is(303);
        visit.open(page).is(200);
        Visit owner = new Visit(wire);
        owner.signIn(kept.pool().owner().accountName());
        assertThat(owner.open("/notices").is(200).text()).contains("disaster bundle");
    }
}
