// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.ledger.post.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What receivers of chats are sent, held against what they take. */
class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINK = "https://cofactor.example.org/secrets/sec_01jbct0000e008000000000000";
    private static final UUID ID = new UUID(0x0192_d9a0_0000_7000L, 0x8000_0000_0000_0001L);

    private static Letters.Parcel parcel(String name) {
        return new Letters.Parcel(
                ID,
                "test",
                Instant.parse("2026-11-29T16:00:00Z"),
                Map.of("channel", "chn_01jbct0000e008000000000000"),
                Words.test(name),
                LINK);
    }

    /** All texts of this name, at whatever depth. */
    private static List<String> texts(JsonNode json, String name) {
        List<String> found = new ArrayList<>();
        json.findValues(name).forEach(value -> {
            if (value.isTextual()) {
                found.add(value.asText());
            } else {
                found.addAll(texts(value, name));
            }
        });
        return found;
    }

    @Test
    void aWebhookIsToldTypeTimeAndData() throws IOException {
        JsonNode json = JSON.readTree(Formats.webhook(parcel("A channel")));
        assertThat(json.toString())
                .isEqualTo("{\"data\":{\"channel\":\"chn_01jbct0000e008000000000000\"},"
                        + "\"timestamp\":\"2026-11-29T16:00:00Z\",\"type\":\"test\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<@U012AB3CD>",
                "<https://evil.example|Open in Cofactor>",
                "*bold* _it_ ~no~ `code`",
                "&lt;!here&gt;",
                "\"},\"text\":\"x",
                "@everyone",
                "naïve 名前 🔑"
            })
    void inSlackANameIsTextWhateverItIs(String name) throws IOException {
        JsonNode json = JSON.readTree(Formats.slack(parcel(name)));
        String fallback = json.get("text").asText();
        assertThat(fallback).doesNotContain("<").doesNotContain(">");
        assertThat(fallback.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .isEqualTo("A test\n" + parcel(name).said().text());
        assertThat(json.get("mrkdwn").asBoolean()).isFalse();
        assertThat(json.get("link_names").asBoolean()).isFalse();
        assertThat(json.get("blocks").size()).isBetween(1, 50);
        for (JsonNode block : json.get("blocks")) {
            assertThat(block.get("type").asText()).isEqualTo("section");
            JsonNode text = block.get("text");
            assertThat(text.get("text").asText()).hasSizeBetween(1, 3000);
            if (text.get("type").asText().equals("mrkdwn")) {
                assertThat(text.get("text").asText()).isEqualTo("<" + LINK + "|Open in Cofactor>");
            } else {
                assertThat(text.get("type").asText()).isEqualTo("plain_text");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Open](https://evil.example)", "<at>Everyone</at>", "**x**", "\"}]", "naïve 名前 🔑"})
    void inTeamsANameStandsInARunOfTextAlone(String name) throws IOException {
        JsonNode json = JSON.readTree(Formats.teams(parcel(name)));
        assertThat(json.get("type").asText()).isEqualTo("message");
        JsonNode attachment = json.get("attachments").get(0);
        assertThat(attachment.get("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode card = attachment.get("content");
        assertThat(card.get("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.get("version").asText()).isEqualTo("1.4");
        assertThat(card.has("msteams")).as("without it nobody is mentioned").isFalse();
        assertThat(card.get("actions").size()).isEqualTo(1);
        assertThat(card.get("actions").get(0).get("url").asText()).isEqualTo(LINK);
        for (JsonNode block : card.get("body")) {
            assertThat(block.get("type").asText()).isEqualTo("RichTextBlock");
            block.get("inlines")
                    .forEach(run -> assertThat(run.get("type").asText()).isEqualTo("TextRun"));
        }
        assertThat(texts(card, "text")).contains(parcel(name).said().text());
    }

    @Test
    void aNameOfFullLengthFitsIntoABlock() throws IOException {
        JsonNode json = JSON.readTree(Formats.slack(parcel("<".repeat(200))));
        texts(json.get("blocks"), "text").forEach(text -> assertThat(text).hasSizeLessThan(3000));
    }

    @Test
    void aTitleIsOneLineOrNone() {
        assertThatThrownBy(() -> new Words.Said("A title\r\nBcc: x@example.org", "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Bcc");
    }

    @Test
    void thereAreWordsForAllThatIsTold() {
        List<Message> all = new ArrayList<>();
        for (Message.Kind kind : Message.Kind.values()) {
            all.add(new Message.OfSeed(kind, ID, ID, ID, Optional.of(ID), ID, ID));
        }
        for (Message.OwnKind kind : Message.OwnKind.values()) {
            all.add(new Message.OfPerson(kind, ID, ID, ID));
        }
        for (Message.AccessKind kind : Message.AccessKind.values()) {
            all.add(new Message.OfAccess(kind, ID, ID, ID));
        }
        assertThat(all).hasSize(Message.words().size());
        for (Message message : all) {
            Words.Said said = Words.of(message, Words.Names.NONE);
            assertThat(said.title()).isNotBlank().doesNotContain("null");
            assertThat(said.text()).isNotBlank().doesNotContain("null");
            assertThat(Letters.data(message)).containsKeys("event", "by").hasSize(3);
            assertThat(Words.of(message, new Words.Names(Optional.of("S"), Optional.of("O"), Optional.of("W")))
                            .title())
                    .isEqualTo(said.title());
        }
    }
}
