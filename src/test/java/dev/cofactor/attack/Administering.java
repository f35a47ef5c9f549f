// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages for administration, federations, and the log. */
final class Administering {
    private static final String ID = "[0-9a-f-]{36}";
    private static final String CHANNELS = "/administration/channels";
    private static final String KEYS = "/administration/keys";

    private final Wire wire;
    private final Canaries canaries;
    private final Newcomers newcomers;
    private final Person administrator;

    Administering(Wire wire, Canaries canaries, Newcomers newcomers) {
        this.wire = wire;
        this.canaries = canaries;
        this.newcomers = newcomers;
        this.administrator = newcomers.inRole(Role.ADMINISTRATOR);
    }

    private Visit visit(Person person) {
        Visit visit = new Visit(wire);
        visit.signIn(person.accountName());
        return visit;
    }

    void all() {
        Visit visit = visit(administrator);
        visit.open("/administration").is(200);
        String bearer = newcomers.credential(administrator);
        canaries.put("administering credential", bearer.substring(4).getBytes(US_ASCII));
        wire.send(Wire.sent(
                                "PUT",
                                "/api/v1/people/" + administrator.id() + "/mail",
                                "{\"address\": \"third@example.org\"}")
                        .with("Authorization", "Bearer " + bearer))
                .is(204);
        visit.send("/administration/mail-test", Map.of()).is(303);
        channels(visit);
        federations(visit);
    }

    private void channels(Visit visit) {
        visit.open(CHANNELS).is(200);
        visit.open(CHANNELS + "/new").is(200);
        Map<String, String> hook = Map.of("kind", "webhook", "name", "A hook", "leads", "https://hooks.example.org/x");
        String page = visit.send(CHANNELS + "/new", hook, "make a channel on a page")
                .is(200)
                .text();
        canaries.put(
                "a channel's secret on a page",
                found("whsec_([A-Za-z0-9+/=]+)<", page).getBytes(US_ASCII));
        told(visit);
        Map<String, String> mail = Map.of("kind", "mail", "name", "A box", "leads", "box@example.org");
        String at =
                visit.send(CHANNELS + "/new", mail).is(303).header("Location").replaceFirst("^https?://[^/]+", "");
        visit.send(at + "/test", Map.of()).is(303);
        visit.open(at + "/test").is(303);
        visit.send(at + "/off", state(visit, at)).is(303);
        visit.send(at + "/on", state(visit, at)).is(303);
        Map<String, String> named = new HashMap<>(state(visit, at));
        named.put("name", "Another box");
        visit.send(at + "/name", named).is(303);
        visit.send(at + "/remove", state(visit, at)).is(303);
    }

    /** Of the channel that programs have made, since what is told there arrives. */
    private void told(Visit visit) {
        String list = visit.open(CHANNELS).is(200).text();
        String at = CHANNELS + "/" + found("channels/(chn_[0-9a-z]{26})\"><bdi>Named anew<", list);
        Map<String, String> chosen = new HashMap<>(state(visit, at + "/events"));
        chosen.put("class", "code-released");
        visit.send(at + "/events", chosen).is(303);
        String messages = visit.open(at + "/deliveries").is(200).text();
        String again = found("(/deliveries/" + ID + "/again)\"", messages);
        visit.send(at + again, Map.of()).is(303);
        String page = visit.send(at + "/secret", state(visit, at), "make another secret on a page")
                .is(200)
                .text();
        canaries.put(
                "a channel's next secret on a page",
                found("whsec_([A-Za-z0-9+/=]+)<", page).getBytes(US_ASCII));
        visit.open(at + "/secret").is(303);
    }

    private void federations(Visit visit) {
        visit.open("/services/new").is(200);
        String service = visit.send("/services/new", Map.of("name", Shelf.fresh()))
                .is(303)
                .header("Location")
                .replaceFirst(".*/", "");
        visit.open("/federations").is(200);
        visit.open("/federations/new?preset=other").is(200);
        Map<String, String> wanted = new HashMap<>(
                Map.of("preset", "other", "service", service, "name", "A job", "issuer", "https://jobs.example"));
        wanted.putAll(Map.of(
                "others",
                "sub = job",
                "audiences",
                "https://cofactor.example",
                "keys",
                Signer.json(Map.of("keys", List.of(Signer.curve("k1").jwk())))));
        String made = visit.send("/federations/new", wanted).is(303).header("Location");
        String at = "/federations/" + found("(" + ID + ")$", made);
        visit.open(at).is(200);
        Map<String, String> edited = new HashMap<>(state(visit, at));
        edited.putAll(Map.of("name", "Another job", "others", "sub = job", "audiences", "https://cofactor.example"));
        visit.send(at, edited).is(303);
        visit.send(at + "/try", Map.of("token", canaries.word("what was tried as a token")))
                .is(200);
        visit.open(at + "/try").is(303);
        visit.send(at + "/suspend", state(visit, at)).is(303);
        visit.send(at + "/resume", state(visit, at)).is(303);
        visit.send(at + "/end", state(visit, at)).is(303);
    }

    /** Row codes, since values turn by the API. */
    void keysTurn() {
        Visit visit = visit(administrator);
        visit.open(KEYS).is(200);
        visit.send(KEYS + "/row-codes/add", Map.of()).is(303);
        visit.open(KEYS + "/roots/next").is(200);
        visit.send(KEYS + "/roots/next", Map.of()).is(303);
        visit.send(KEYS + "/row-codes/2/promote", Map.of()).is(303);
        visit.send(KEYS + "/row-codes/rewrap", Map.of()).is(303);
        visit.script(Wire.sent("POST", KEYS + "/row-codes/rewrap")).is(200);
        visit.open(KEYS + "/row-codes/rewrap").is(303);
    }

    /** A week later. */
    void keysGo(String root) {
        Visit visit = visit(administrator);
        String key = KEYS + "/row-codes/1/destroy";
        visit.open(key).is(200);
        visit.send(key, Map.of("named", "row-codes 1")).is(303);
        String dropped = KEYS + "/roots/" + root + "/drop";
        visit.open(dropped).is(200);
        visit.send(dropped, Map.of("named", root)).is(303);
    }

    /** @param key of the log, which was signed with it */
    void audit(String key) {
        Visit visit = visit(newcomers.inRole(Role.AUDITOR));
        visit.open("/audit/events.csv?kind=reading").is(200);
        visit.open("/audit/events.jsonl?kind=reading").is(200);
        visit.open("/audit/log.jsonl").is(200);
        visit.open("/audit/verify").is(200);
        visit.send("/audit/verify", Map.of("key", key, "since", "")).is(303);
        visit.open("/audit/verify/progress").is(200);
        String review = visit.open("/audit/access-review").is(200).text();
        visit.open("/audit/access-review/table.csv").is(200);
        Map<String, String> signed = Map.of(
                "at",
                found("name=\"at\" value=\"([0-9-]{10}T[^\"]+Z)\"", review),
                "sha256",
                found("name=\"sha256\" value=\"([0-9a-f]{64})\"", review),
                "words",
                "seen");
        visit.send("/audit/access-review", signed).is(303);
    }

    private static Map<String, String> state(Visit visit, String at) {
        String page = visit.open(at).is(200).text();
        return Map.of("state", found("name=\"state\" value=\"(" + ID + ")\"", page));
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
