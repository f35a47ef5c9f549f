// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** The right use of everything that secrets can be used for, with canaries for whatever is sealed. */
final class Journey {
    private static final String SECRETS = "/api/v1/secrets";
    private static final String KEYS = "/api/v1/keys";

    private final Wire wire;
    private final Canaries canaries;
    private final String bearer;

    final String folder = Shelf.fresh();
    String folderId = "";
    String template = "";
    String secret = "";
    String code = "";
    String nextRoot = "";
    final Arrivals arrivals;
    final Vouching vouching;

    Journey(Wire wire, Canaries canaries, String bearer) {
        this.wire = wire;
        this.canaries = canaries;
        this.bearer = bearer;
        this.arrivals = new Arrivals(wire, canaries, bearer);
        this.vouching = new Vouching(wire, canaries, bearer);
    }

    UUID id() {
        return PublicId.SECRET.read(secret).orElseThrow();
    }

    private Wire.Answer ask(Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }

    private Wire.Answer ask(String method, String path, String json) {
        return ask(Wire.sent(method, path, json));
    }

    Wire.Answer post(String path, String json) {
        return ask("POST", path, json);
    }

    Wire.Answer get(String path) {
        return ask(Wire.sent("GET", path)).is(200);
    }

    /** An edit of what is there now. */
    Wire.Answer edit(String method, String path, String seenAt, String json) {
        return edit(Wire.sent(method, path, json), seenAt);
    }

    private Wire.Answer edit(Wire.Sent sent, String seenAt) {
        return ask(sent.with("If-Match", get(seenAt).header("ETag")));
    }

    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /** A folder, a template with a field of every kind, and a secret that has them all. */
    void begin(UUID person) {
        arrivals.posting.begin(person);
        folderId = ask("POST", "/api/v1/folders", folder("/", folder))
                .is(201)
                .json()
                .getString("id");
        template = ask("POST", "/api/v1/templates", Everything.FIELDS.formatted(Shelf.fresh()))
                .is(201)
                .json()
                .getString("id");
        String made = """
                {"template": "%s", "folder": "%s", "slug": "kept", "name": "Kept", "fields": {"Title": "A title",
                 "Password": %s, "Note": %s, "Recovery key": %s}}""".formatted(
                        template,
                        folder,
                        quoted(canaries.text("first password")),
                        quoted(canaries.text("note")),
                        quoted(canaries.text("recovery key")));
        secret = ask("POST", SECRETS, made).is(201).json().getString("id");
        edit("PATCH", at(), at(), "{\"fields\": {\"Password\": " + quoted(canaries.text("second password")) + "}}")
                .is(200);
        edit(Wire.sent("PUT", at() + "/fields/File", "application/octet-stream", canaries.bytes("file", 3_000)), at())
                .is(200);
    }

    private static String folder(String parent, String slug) {
        return "{\"parent\": \"%s\", \"slug\": \"%s\", \"name\": \"A folder\"}".formatted(parent, slug);
    }

    String at() {
        return SECRETS + "/" + secret;
    }

    /** Each of the three ways in, and both ways of proof. */
    void seeds() {
        String seed = at() + "/seed";
        String linked = canaries.setupKey("seed by link");
        ask("PUT", seed, "{\"uri\": \"" + link(linked) + "\"}").is(200);
        String shown = ask(Wire.sent("POST", seed + "/proof", "{\"show\": 1}").called("confirmation"))
                .is(200)
                .text();
        code = JsonPath.from(shown).getString("code");
        ask("POST", seed + "/proof", "{\"confirmed\": true}").is(200);
        edit("PATCH", seed, seed, "{\"issuer\": \"Example\", \"account\": \"a team\"}")
                .is(200);
        String typed = canaries.setupKey("seed typed");
        ask("PUT", seed, "{\"setupKey\": \"" + typed + "\", \"mode\": \"planned\"}")
                .is(200);
        prove(seed, typed);
        String pictured = canaries.setupKey("seed by picture");
        ask(Wire.sent("PUT", seed, "multipart/form-data; boundary=abc", form(QrPng.of(link(pictured)))))
                .is(200);
        prove(seed, pictured);
        get(seed);
        get(seed + "/custody");
    }

    /** The step of the proof is used up: by the one before nobody has to wait for the next. */
    private void prove(String seed, String key) {
        if (proved(seed, key, -1).status() != 200) { // that step was over a whole one ago
            proved(seed, key, 0).is(200);
        }
    }

    private Wire.Answer proved(String seed, String key, int steps) {
        return ask("POST", seed + "/proof", "{\"code\": \"" + Enrolling.code(key, steps) + "\"}");
    }

    static String link(String key) {
        return "otpauth://totp/Example:team?secret=" + key + "&issuer=Example";
    }

    private static byte[] form(byte[] picture) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                "--abc\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.png\"\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(picture);
        form.writeBytes("\r\n--abc--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    /** The digit at the end makes codes of them. */
    void backupCodes() {
        String codes = at() + "/backup-codes";
        String first = canaries.word("backup code") + "7 " + canaries.word("backup code") + "7";
        ask("PUT", codes, "{\"text\": \"" + first + "\"}").is(200);
        String second = canaries.word("later backup code") + "7\n" + canaries.word("later backup code") + "7\n";
        ask(Wire.sent("PUT", codes, "text/plain", second.getBytes(UTF_8))).is(200);
        get(codes);
        edit("PATCH", codes, codes, "{\"lowWater\": 1}").is(200);
    }

    /** What is answered with what was sealed: each is named, and nothing else may. */
    void reveals() {
        get(SECRETS + "?q=kept&folder=" + folder);
        get(at());
        get(SECRETS + "/" + folder + "/kept");
        reveal("Password", "second password", "application/json");
        reveal("Password", "second password", "text/plain");
        reveal("Note", "note", "application/json");
        reveal("Recovery key", "recovery key", "text/plain");
        reveal("File", "file", "*/*");
        String earlier = get(at() + "/fields/Password/values").json().getString("values[0].value");
        String path = at() + "/fields/Password/values/" + earlier + "/reveal";
        ask(Wire.sent("POST", path).called("reveal first password")).is(200);
        ask(Wire.sent("POST", path, "{\"reason\": \"an old backup\"}").called("reveal first password"))
                .is(200);
        String form = "application/x-www-form-urlencoded"; // as a script sends it that sends nothing
        ask(Wire.sent("POST", path, form, new byte[0]).called("reveal first password"))
                .is(200);
        ask(Wire.sent("POST", at() + "/fields/Note/reveal", form, new byte[0]).called("reveal note"))
                .is(200);
        arrivals.posting.again();
        ask(Wire.sent("POST", at() + "/fields/OTP/reveal")).is(404);
        ask(Wire.sent("POST", at() + "/fields/Codes/reveal")).is(404);
    }

    private void reveal(String field, String canary, String accept) {
        String path = at() + "/fields/" + field.replace(" ", "%20") + "/reveal";
        ask(Wire.sent("POST", path).with("Accept", accept).called("reveal " + canary))
                .is(200);
    }

    /** Codes both ways, for a person and for a machine; and in the end the seed stops, which its owner hears of. */
    void codes() {
        String path = "/api/v1/code/" + folder + "/kept";
        ask("POST", path, "{\"reason\": \"an invoice\"}").is(200);
        ask(Wire.sent("POST", path, "application/x-www-form-urlencoded", "wait=40".getBytes(US_ASCII)))
                .is(200);
        machine(path);
        vouching.all(path);
        ask(Wire.sent("POST", at() + "/seed/stop")).is(200);
        String notice = get("/api/v1/notices").json().getString("notices[0].id");
        ask(Wire.sent("POST", "/api/v1/notices/" + notice + "/read")).is(200);
    }

    private void machine(String path) {
        String services = "/api/v1/services";
        String named = "{\"name\": \"" + Shelf.fresh() + "\"}";
        String service =
                services + "/" + ask("POST", services, named).is(201).json().getString("id");
        String ordered = "{\"label\": \"a job\", \"days\": 1}";
        JsonPath issued = ask(Wire.sent("POST", service + "/tokens", ordered).called("issue a token"))
                .is(201)
                .json();
        String token = issued.getString("token");
        canaries.put("service's token", token.substring(4).getBytes(US_ASCII));
        wire.send(Wire.sent("POST", path).with("Authorization", "Bearer " + token))
                .is(404);
        get(services);
        get(service);
        ask("PATCH", service, "{\"active\": true}").is(200);
        ask(Wire.sent("DELETE", service + "/tokens/" + issued.getString("about.id")))
                .is(204);
    }

    /** What can be done to the places, the labels and the template of a secret; in the end it is gone and comes back. */
    void places() {
        String other = Shelf.fresh();
        String otherId = ask("POST", "/api/v1/folders", folder("/", other))
                .is(201)
                .json()
                .getString("id");
        String folders = "/api/v1/folders/" + otherId;
        get("/api/v1/folders");
        edit("PATCH", folders, folders, "{\"name\": \"Another folder\"}").is(200);
        ask(Wire.sent("POST", "/api/v1/folders/personal")).is(200);
        edit("POST", at() + "/move", at(), "{\"folder\": \"" + other + "\"}").is(200);
        edit("PUT", at() + "/tags", at(), "{\"tags\": [\"" + other + "\"]}").is(200);
        edit("DELETE", at(), at(), "").is(200);
        ask("POST", at() + "/restore", "{\"folder\": \"" + folder + "\"}").is(200);
        edit("POST", folders + "/move", folders, "{\"parent\": \"" + folder + "\"}")
                .is(200);
        edit("DELETE", folders, folders, "").is(204);
    }

    void templates() {
        String mine = "/api/v1/templates/" + template;
        get("/api/v1/templates");
        get(mine + "/versions/1");
        edit("PATCH", mine, mine, "{\"name\": \"" + Shelf.fresh() + "\"}").is(200);
        JsonPath now = get(mine).json();
        String raised = keeping(now, "OTP", keeping(now, "Codes", Everything.FIELDS.formatted("x")))
                .replaceAll("\"name\": \"x\", \"description\": \"\",", "");
        edit("POST", mine + "/versions", mine, raised).is(201);
        String more = "{\"version\": 2, \"fields\": {\"Title\": \"A title\", \"Password\": "
                + quoted(canaries.text("raised password")) + "}}";
        edit("POST", at() + "/template-version", at(), more).is(200);
        String copy = "/api/v1/templates/"
                + ask("POST", mine + "/clone", "{\"name\": \"" + Shelf.fresh() + "\"}")
                        .is(201)
                        .json()
                        .getString("id");
        edit("DELETE", copy, copy, "").is(204);
    }

    /** A field that names its id keeps its values. */
    private static String keeping(JsonPath now, String name, String fields) {
        String id = now.getString("fields.find { it.name == '" + name + "' }.id");
        String named = "\"name\": \"" + name + "\"";
        return fields.replace(named, "\"id\": \"" + id + "\", " + named);
    }

    /** All that is sealed gets under another version of its key, and every key under another root key too. */
    void keysTurn() {
        ask(Wire.sent("POST", KEYS + "/values/versions")).is(201);
        nextRoot();
        ask(Wire.sent("POST", KEYS + "/values/versions/2/promotion")).is(200);
        ask(Wire.sent("POST", KEYS + "/values/rewrap")).is(200);
        assertThat(get(KEYS + "/values/rewrap").json().getInt("left")).isZero();
        get(KEYS + "/roots/next");
        get(KEYS);
    }

    void nextRoot() {
        nextRoot = ask(Wire.sent("POST", KEYS + "/roots/next")).is(200).json().getString("fingerprint");
    }

    /** A week later. */
    void keysGo() {
        ask(Wire.sent("DELETE", KEYS + "/values/versions/1")).is(204);
        ask(Wire.sent("DELETE", KEYS + "/roots/" + nextRoot)).is(204);
    }
}
