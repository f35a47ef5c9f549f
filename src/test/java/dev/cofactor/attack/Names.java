// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import java.util.UUID;
import java.util.function.UnaryOperator;

/** What stands for the names in an address: something that is there, or nothing. */
final class Names {
    private Names() {}

    static UnaryOperator<String> there(Journey journey, Route route) {
        return name -> switch (name) {
            case "id", "secret", "pathOrId" -> there(journey, route.path());
            case "member" -> journey.arrivals.person;
            case "field" -> "Password";
            case "value", "delivery" -> journey.id().toString();
            default -> "1";
        };
    }

    private static String there(Journey journey, String path) {
        String plain = path.startsWith("/api/v1") ? path.substring("/api/v1".length()) : path;
        return switch (plain.split("/", 3)[1]) {
            case "folders" -> journey.folderId;
            case "templates" -> journey.template;
            case "people" -> journey.arrivals.person;
            case "groups" -> journey.arrivals.group;
            case "agents" -> journey.arrivals.machinery.agent;
            case "federations" -> journey.vouching.federation;
            case "channels" -> journey.arrivals.posting.channel;
            case "policies" -> Rulemaking.PREDEFINED;
            default -> journey.secret;
        };
    }

    static String nowhere(String name) {
        return switch (name) {
            case "id", "secret", "pathOrId" -> "sec_" + "7".repeat(26);
            case "value", "delivery" -> new UUID(7, 7).toString();
            default -> "7";
        };
    }
}
