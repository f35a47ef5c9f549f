// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.sun.net.httpserver.HttpServer;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.MailServer;
import dev.cofactor.fixtures.Waiting;
import io.restassured.path.json.JsonPath;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** What leaves the house while everything else happens: all of it is kept, and searched in the end. */
final class Posting {
    private static final String CHANNELS = "/api/v1/channels";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Wire wire;
    private final Canaries canaries;
    private final String bearer;
    private final HttpServer receiver;
    private final GreenMail mail;
    private final List<byte[]> payloads = new CopyOnWriteArrayList<>();

    String channel = "";

    Posting(Wire wire, Canaries canaries, String bearer) {
        this.wire = wire;
        this.canaries = canaries;
        this.bearer = bearer;
        try {
            receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = ConfigProvider.getConfig().getValue("cofactor.mail.port", Integer.class);
        mail = MailServer.at(port, "smtp");
    }

    /** These settings, and what mail takes. */
    static Map<String, String> with(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.putAll(Map.of(
                "cofactor.mail.host",
                "127.0.0.1",
                "cofactor.mail.port",
                Integer.toString(Launch.freePort()),
                "cofactor.mail.security",
                "none",
                "cofactor.mail.from",
                "cofactor@example.org"));
        return settings;
    }

    /** Before all else, so that whatever is told to this person goes by mail. */
    void begin(UUID person) {
        mail.start();
        receiver.createContext("/", exchange -> {
            payloads.add(exchange.getRequestBody().readAllBytes());
            payloads.add(exchange.getRequestHeaders().entrySet().toString().getBytes(US_ASCII));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        String at = "/api/v1/people/" + person + "/mail";
        ask(Wire.sent("PUT", at, "{\"address\": \"first@example.org\"}")).is(204);
        ask(Wire.sent("DELETE", at)).is(204);
        ask(Wire.sent("PUT", at, "{\"address\": \"second@example.org\"}")).is(204);
        channel = made("webhook", "make a channel");
        channels();
    }

    private String made(String kind, String called) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/"
                + canaries.word("where the " + kind + " leads");
        String wanted = "{\"kind\": \"%s\", \"name\": \"A channel\", \"url\": \"%s\"}".formatted(kind, url);
        JsonPath made =
                ask(Wire.sent("POST", CHANNELS, wanted).called(called)).is(201).json();
        String secret = made.getString("secret");
        if (secret != null) {
            canaries.put(
                    "a channel's secret", secret.substring("whsec_".length()).getBytes(US_ASCII));
        }
        return made.getString("channel.id");
    }

    private void channels() {
        String at = CHANNELS + "/" + channel;
        ask(Wire.sent("GET", CHANNELS)).is(200);
        ask(Wire.sent("PATCH", at, "{\"name\": \"Named anew\"}").with("If-Match", etag(at)))
                .is(200);
        ask(Wire.sent("GET", at + "/subscriptions")).is(200);
        String told = "{\"classes\": [\"secret-created\", \"field-revealed\", \"code-released\", \"request-refused\"]}";
        ask(Wire.sent("PUT", at + "/subscriptions", told).with("If-Match", etag(at)))
                .is(200);
        String another = ask(Wire.sent("POST", at + "/secret", "{\"overlapMinutes\": 60}")
                        .with("If-Match", etag(at))
                        .called("make another secret of a channel"))
                .is(200)
                .json()
                .getString("secret");
        canaries.put(
                "a channel's next secret", another.substring("whsec_".length()).getBytes(US_ASCII));
        assertThat(ask(Wire.sent("POST", at + "/test")).is(200).json().getBoolean("delivered"))
                .isTrue();
        for (String kind : List.of("slack", "teams")) {
            String chat = CHANNELS + "/" + made(kind, "make a " + kind);
            ask(Wire.sent("POST", chat + "/test")).is(200);
            ask(Wire.sent("DELETE", chat).with("If-Match", etag(chat))).is(204);
        }
    }

    /** When something that was told has arrived: it is told once more. */
    void again() {
        String at = CHANNELS + "/" + channel + "/deliveries";
        Waiting.until(PATIENCE, () -> !sent(at).isEmpty(), () -> "nothing was told");
        ask(Wire.sent("POST", at + "/" + sent(at) + "/again")).is(200);
    }

    private String sent(String at) {
        String id = ask(Wire.sent("GET", at)).is(200).json().getString("deliveries.find{it.state == 'sent'}.id");
        return id == null ? "" : id;
    }

    private String etag(String at) {
        return ask(Wire.sent("GET", at)).is(200).header("ETag");
    }

    private Wire.Answer ask(Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }

    /** @return whatever of the canaries has left */
    Set<String> end() throws Exception {
        Waiting.until(PATIENCE, () -> mail.getReceivedMessages().length >= 3, () -> "mail is missing");
        Set<String> found = new TreeSet<>();
        for (MimeMessage one : mail.getReceivedMessages()) {
            found.addAll(canaries.in(GreenMailUtil.getWholeMessage(one).getBytes(US_ASCII)));
            found.addAll(canaries.in(one.getContent().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        payloads.forEach(payload -> found.addAll(canaries.in(payload)));
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(6);
        mail.stop();
        receiver.stop(0);
        return found;
    }
}
