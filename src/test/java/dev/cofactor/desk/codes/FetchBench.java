// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Race;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a code costs beside a constant answer of the same server: the ways take turns in one run. */
@QuarkusTest
class FetchBench {
    private static final int CALLERS = 64;
    private static final int SECRETS = 8;
    private static final int ROUNDS = 7;
    private static final Race WARM_UP = new Race(CALLERS, Duration.ofSeconds(8));
    private static final Race RACE = new Race(CALLERS, Duration.ofSeconds(2));

    private final Kiosk kiosk;
    private final WholeLog log;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FetchBench(Kiosk kiosk, WholeLog log) {
        this.kiosk = kiosk;
        this.log = log;
    }

    @Test
    void aCodeBesideAConstantAnswer() throws Exception {
        List<String> tokens = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < SECRETS; i++) {
            Kiosk.Stand stand = kiosk.stand("shared", 30);
            tokens.add(kiosk.service(stand));
            paths.add("/api/v1/code/" + stand.path());
        }
        Map<String, Race.Turn> ways = new LinkedHashMap<>();
        ways.put("a  a constant answer", caller -> ask("/api/v1/constant/open", ""));
        ways.put(
                "b  the same, for a token that stands",
                caller -> ask("/api/v1/constant/guarded", tokens.get(caller % SECRETS)));
        ways.put("c  a code", caller -> ask(paths.get(caller % SECRETS), tokens.get(caller % SECRETS)));
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (Map.Entry<String, Race.Turn> way : ways.entrySet()) {
            WARM_UP.run(way.getValue());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Race.Turn> way : ways.entrySet()) {
                speeds.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(RACE.run(way.getValue()));
            }
        }
        print(speeds);
        assertThat(log.verify()).isGreaterThan(1_000);
    }

    private void ask(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    @SuppressWarnings("SystemOut") // its readers are people
    private static void print(Map<String, List<Double>> speeds) {
        double constant = median(speeds.values().iterator().next());
        speeds.forEach((name, all) -> System.out.printf(
                Locale.ROOT, "%-40s %8.0f /s  %6.3f of a%n", name, median(all), median(all) / constant));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
