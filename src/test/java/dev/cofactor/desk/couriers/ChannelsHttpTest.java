// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.couriers.Errands.Made;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Channels;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels, as those see them who look after them, and as others would like to. */
@QuarkusTest
@TestProfile(Postal.class)
class ChannelsHttpTest {
    private static final String AT = Errands.CHANNELS;

    private final Errands errands;
    private final Channels channels;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Receiver receiver = new Receiver();

    ChannelsHttpTest(Errands errands, Channels channels, Newcomers newcomers, LogEntries entries) {
        this.errands = errands;
        this.channels = channels;
        this.newcomers = newcomers;
        this.entries = entries;
    }

    @AfterEach
    void nobodyIsThere() {
        receiver.close();
    }

    @Test
    void whereAChannelLeadsGoesInAndNeverComesOut() {
        try (CapturedLog log = new CapturedLog()) {
            Made made = errands.channel("webhook", receiver.url());
            assertThat(made.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
            List<String> answers = new ArrayList<>();
            answers.add(errands.asAdministrator().get(AT).asString());
            answers.add(errands.asAdministrator().get(made.at()).asString());
            answers.add(errands.edit(made, Map.of("name", "Another name")).asString());
            answers.add(errands.asAdministrator().post(made.at() + "/test").asString());
            answers.add(errands.one(
                    "select string_agg(encode(sealed, 'escape'), '') from channel_secret where channel = '"
                            + made.id() + "'"));
            answers.add(log.text());
            assertThat(answers).allSatisfy(said -> assertThat(said)
                    .doesNotContain("Zx8_9q")
                    .doesNotContain(made.secret())
                    .doesNotContain("127.0.0.1:" + receiver.port()));
            assertThat(answers.getFirst()).contains(PublicId.CHANNEL.of(made.id()));
        }
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void anEditShowsWhatItHasSeenAndEachIsOnTheLog() {
        Made made = errands.channel("slack", receiver.url());
        errands.asAdministrator().body(Map.of("name", "x")).patch(made.at()).then().statusCode(428);
        errands.asAdministrator().delete(made.at()).then().statusCode(428);
        errands.edit(made, Map.of("name", "Named \u2603 anew"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Named \u2603 anew"))
                .body("active", equalTo(true));
        errands.asAdministrator()
                .header("If-Match", made.etag())
                .body(Map.of("active", false))
                .patch(made.at())
                .then()
                .statusCode(412);
        assertThat(channels.stands(made.id())).isTrue();
        errands.edit(made, Map.of("active", false)).then().statusCode(200);
        assertThat(channels.stands(made.id())).isFalse();
        errands.edit(made, Map.of("active", true)).then().statusCode(200);
        errands.remove(made);
        assertThat(channels.stands(made.id())).isFalse();
        assertThat(errands.one("select count(*) from channel_secret where channel = '" + made.id() + "'"))
                .isEqualTo("0");
        errands.edit(made, Map.of("active", true)).then().statusCode(409).body("code", equalTo("channel-removed"));
        errands.asAdministrator().post(made.at() + "/test").then().statusCode(409);
        assertThat(parts(made.id())).containsExactly(
                "[\"channel\"]", "[\"name\"]", "[\"switched-off\"]", "[\"switched-on\"]", "[\"removed\"]");
    }

    private List<String> parts(UUID channel) {
        return entries.since(0).stream()
                .filter(entry -> entry.kind().equals("channel-changed")
                        && entry.outcome().equals("done")
                        && entry.body().at("/details/other").asText().equals(channel.toString()))
                .map(entry -> entry.body().at("/details/parts").toString())
                .toList();
    }

    @Test
    void whoeverMayNotEditSettingsLearnsNothing() {
        Made made = errands.channel("webhook", receiver.url());
        Person person = newcomers.settled();
        String credential = newcomers.credential(person);
        for (String path : List.of(AT, made.at())) {
            as(credential).get(path).then().statusCode(403);
        }
        as(credential).post(made.at() + "/test").then().statusCode(403);
        as(credential)
                .body(Map.of("kind", "slack", "name", "Mine", "url", "https://hooks.example.org/T0/9x8y7z"))
                .post(AT)
                .then()
                .statusCode(403);
        as(credential).header("If-Match", made.etag()).delete(made.at()).then().statusCode(403);
        String unknown = AT + "/" + PublicId.CHANNEL.of(UUID.randomUUID());
        as(credential).get(unknown).then().statusCode(403);
        errands.asAdministrator().get(unknown).then().statusCode(404);
        RestAssured.given().get(AT).then().statusCode(401);
        List<LogEntries.Entry> refused = entries.of(person.id(), "request-refused");
        assertThat(refused).hasSizeGreaterThanOrEqualTo(4);
        assertThat(refused.toString()).doesNotContain("9x8y7z");
        assertThat(receiver.got()).isEmpty();
    }

    private static io.restassured.specification.RequestSpecification as(String credential) {
        return RestAssured.given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook-4711",
                "http://localhost/hook-4711",
                "ftp://example.org/hook-4711",
                "https://user:hook-4711@example.org/",
                "https:///hook-4711",
                "https://example.org/#hook-4711",
                "https://example.org:0/hook-4711",
                "https://example.org:99999/hook-4711",
                "file:///etc/hook-4711",
                "https://exa mple.org/hook-4711",
                "hook-4711",
                "javascript:alert('hook-4711')"
            })
    void anAddressThatLeadsNowhereSafeIsRefusedAndNotRepeated(String url) {
        try (CapturedLog log = new CapturedLog()) {
            Response refused = errands.create(Map.of("kind", "webhook", "name", "A channel", "url", url));
            refused.then().statusCode(400).body("code", equalTo("channel-invalid"));
            assertThat(refused.asString() + log.text()).doesNotContain("hook-4711");
        }
    }

    @Test
    void whatIsMissingTooLongOrOfNoKindIsRefused() {
        Map<String, Object> right = Map.of("kind", "webhook", "name", "A channel", "url", receiver.url());
        for (String part : right.keySet()) {
            Map<String, Object> less = new java.util.HashMap<>(right);
            less.remove(part);
            errands.create(less).then().statusCode(400);
        }
        Map<String, Object> wrong = new java.util.HashMap<>(right);
        wrong.put("url", "https://example.org/" + "a".repeat(2100));
        errands.create(wrong).then().statusCode(400);
        wrong.putAll(right);
        wrong.put("kind", "pager");
        errands.create(wrong).then().statusCode(400);
        wrong.putAll(right);
        wrong.put("name", "two\nlines");
        errands.create(wrong).then().statusCode(400).body("code", equalTo("name-invalid"));
        errands.create(Map.of("kind", "mail", "name", "M", "address", "a@example.org\r\nBcc: b@example.org"))
                .then()
                .statusCode(400)
                .body("code", equalTo("mail-invalid"));
        errands.asAdministrator().post(AT).then().statusCode(400);
    }

    /** 127.0.0.1 is named in the settings; none of these is, whatever leads there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data",
                "https://localhost:%d/",
                "https://[::1]:%d/",
                "https://[::ffff:127.0.0.1]:%d/",
                "https://[::ffff:169.254.169.254]/",
                "https://10.0.0.1/",
                "https://0.0.0.0:%d/",
                "https://2130706433:%d/",
                "https://127.1:%d/",
                "https://127.0.0.2:%d/"
            })
    void aPrivateAddressIsNotCalledUnlessTheSettingsNameIt(String url) throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getByName("0.0.0.0"))) {
            trap.setSoTimeout(500);
            Response made = errands.create(
                    Map.of("kind", "webhook", "name", "A trap", "url", url.replace("%d", "" + trap.getLocalPort())));
            if (made.statusCode() == 201) {
                String at = AT + "/" + made.path("channel.id");
                errands.asAdministrator()
                        .post(at + "/test")
                        .then()
                        .statusCode(200)
                        .body("delivered", equalTo(false))
                        .body("why", equalTo("unreachable"));
                errands.asAdministrator()
                        .header("If-Match", made.header("ETag"))
                        .delete(at)
                        .then()
                        .statusCode(204);
            }
            org.assertj.core.api.Assertions.assertThatThrownBy(trap::accept)
                    .as("nobody came")
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aTestTellsHowItWentAndNothingOfWhatWasAnsweredAFewTimesAMinute() {
        Made made = errands.channel("webhook", receiver.url());
        receiver.answers(500);
        receiver.answersWith(100);
        errands.asAdministrator()
                .post(made.at() + "/test")
                .then()
                .statusCode(200)
                .body("delivered", equalTo(false))
                .body("why", equalTo("answered-500"));
        receiver.answers(200);
        errands.asAdministrator().post(made.at() + "/test").then().body("delivered", equalTo(true));
        assertThat(receiver.got().getLast().json().get("type").asText()).isEqualTo("test");
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            refused += errands.asAdministrator().post(made.at() + "/test").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).as("twelve more, in two minutes at most").isGreaterThanOrEqualTo(4);
        assertThat(receiver.got()).hasSize(14 - refused);
    }

    /** Promise 8: a writer of the database cannot have one channel's messages go to another's address. */
    @Test
    void whereAChannelLeadsDoesNotOpenInAnothersRow() {
        Made one = errands.channel("webhook", receiver.url());
        try (Receiver thief = new Receiver()) {
            Made other = errands.channel("webhook", thief.url());
            String stolen = "(select %s from channel_secret where channel = '" + other.id()
                    + "' and content = 'address')";
            assertThat(errands.run("update channel_secret set key = " + stolen.formatted("key") + ", sealed = "
                            + stolen.formatted("sealed") + " where channel = '" + one.id()
                            + "' and content = 'address'"))
                    .isEqualTo(1);
            try (CapturedLog log = new CapturedLog()) {
                errands.asAdministrator()
                        .post(one.at() + "/test")
                        .then()
                        .statusCode(200)
                        .body("delivered", equalTo(false))
                        .body("why", equalTo("unopenable"));
                assertThat(log.text()).contains(one.id().toString());
            }
            assertThat(thief.got()).isEmpty();
        }
    }

    @Test
    void aChannelByMailHasNoSecret() {
        errands.create(Map.of("kind", "mail", "name", "On call", "address", "oncall@example.org"))
                .then()
                .statusCode(201)
                .body("secret", nullValue())
                .body("channel.kind", equalTo("mail"));
    }
}
