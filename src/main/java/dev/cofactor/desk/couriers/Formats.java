// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.ground.events.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A parcel in the words of its receivers. What people were called, and called things, is text in each and nothing else. */
final class Formats {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    private Formats() {}

    /** Ids and words, for programs. */
    static byte[] webhook(Letters.Parcel parcel) {
        return CanonicalJson.write(
                Map.of("type", parcel.type(), "timestamp", parcel.time().toString(), "data", parcel.data()));
    }

    /**
     * For people in Slack. The blocks show; the text is for notifications and is read as Slack's own markup, so what would be
     * markup is escaped: no link and no mention can be made of a name.
     */
    static byte[] slack(Letters.Parcel parcel) {
        String text = parcel.said().title() + "\n" + parcel.said().text();
        return CanonicalJson.write(Map.of(
                "text",
                escaped(text),
                "mrkdwn",
                false,
                "parse",
                "none",
                "link_names",
                false,
                "unfurl_links",
                false,
                "blocks",
                List.of(
                        section(plain(text)),
                        section(plain(facts(parcel))),
                        section(Map.of(
                                "type", "mrkdwn", "text", "<" + escaped(parcel.link()) + "|Open in Cofactor>")))));
    }

    /** A workflow's message with an Adaptive Card. Runs of text know no markup, so there is nothing to escape. */
    static byte[] teams(Letters.Parcel parcel) {
        Map<String, Object> card = Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                List.of(
                        run(Map.of("type", "TextRun", "text", parcel.said().title(), "weight", "bolder")),
                        run(Map.of("type", "TextRun", "text", parcel.said().text())),
                        run(Map.of("type", "TextRun", "text", facts(parcel), "isSubtle", true))),
                "actions",
                List.of(Map.of("type", "Action.OpenUrl", "title", "Open in Cofactor", "url", parcel.link())));
        return CanonicalJson.write(
                Map.of("type", "message", "attachments", List.of(Map.of("contentType", CARD, "content", card))));
    }

    static String facts(Letters.Parcel parcel) {
        return parcel.data().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** As Slack asks for it: these three, and no others. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, Object> section(Map<String, String> text) {
        return Map.of("type", "section", "text", text);
    }

    private static Map<String, String> plain(String text) {
        return Map.of("type", "plain_text", "text", text);
    }

    private static Map<String, Object> run(Map<String, Object> text) {
        return Map.of("type", "RichTextBlock", "inlines", List.of(text));
    }
}
