// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import dev.cofactor.desk.insight.WhoCanJson;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many can how far, and where somebody cannot, in words. */
final class Reckoning {
    private Reckoning() {}

    static String of(Map<String, WhoCanJson.Count> counts) {
        String said = Stream.of("person", "service", "agent")
                .map(kind -> Optional.ofNullable(counts.get(kind)).map(count -> of(kind, count)))
                .flatMap(Optional::stream)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? "Nobody is there who could ask." : said;
    }

    private static String of(String kind, WhoCanJson.Count count) {
        long all = count.always() + count.sometimes() + count.never();
        if (all == 0) {
            return "";
        }
        long can = count.always() + count.sometimes();
        return "Of " + all + " " + named(kind, all) + " " + can + " can: " + count.always() + " always, "
                + count.sometimes() + " sometimes; " + count.outright() + " without any step.";
    }

    private static String named(String kind, long number) {
        return switch (kind) {
            case "person" -> number == 1 ? "person" : "people";
            case "service" -> number == 1 ? "way to come as a service" : "ways to come as a service";
            default -> number == 1 ? "agent" : "agents";
        };
    }

    /** One of the circumstances in which it is so. */
    static String where(WhoCanJson.There there) {
        String time = there.at() == null
                ? ""
                : there.at()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace('T', ' ')
                        .replace("Z", " UTC");
        String address = there.address() == null ? "" : "from " + there.address();
        return Stream.of(time, address).filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
    }
}
