// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a code costs through everything that stands before it, beside an answer that costs nothing, at the packaged server with
 * its own database: {@code src/docs/benchmarks.md}. The two take turns, so that whatever else the machine does hits both.
 */
class FetchLoad {
    private static final int[] SECRETS = Arrays.stream(
                    setting("secrets", "1000,100000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int ROUNDS = Integer.parseInt(setting("rounds", "3"));
    private static final Duration TURN = Duration.ofSeconds(Integer.parseInt(setting("seconds", "3")));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.parseInt(setting("warmup", "12")));
    private static final Duration STEADY = Duration.ofSeconds(Integer.parseInt(setting("steady", "0")));
    private static final int EVENTS = Integer.parseInt(setting("events", "0"));
    private static final int FEW = 64;
    private static final int MANY = 256;

    @RegisterExtension
    final Machine machine = new Machine();

    private final Random random = new Random();
    private final StringBuilder table = new StringBuilder();
    private ServerProcess server;

    private static String setting(String name, String otherwise) {
        return System.getProperty("load." + name, otherwise);
    }

    @Test
    void aCodeBesideAConstantAnswer() throws Exception {
        Launch launch = launch();
        server = machine.start(launch).ready();
        House house = new House(launch);
        UUID somebody = house.furnish();
        Stock stock = new Stock(house.owner(), house.seeds(), somebody);
        stock.prepare();
        stock.fillUpTo(SECRETS[0]);
        policies(house, stock, 100);
        head();
        warmUp(new Wire(house.port()), house, drawn(house, SECRETS[0]));
        row("%,d secrets, 100 policies".formatted(SECRETS[0]), house, FEW, drawn(house, SECRETS[0]));
        for (int secrets : SECRETS) {
            stock.fillUpTo(secrets);
            row("%,d secrets, 100 policies".formatted(secrets), house, MANY, drawn(house, secrets));
        }
        int most = SECRETS[SECRETS.length - 1];
        policies(house, stock, 10_000);
        row("%,d secrets, 10,000 policies".formatted(SECRETS[0]), house, MANY, drawn(house, SECRETS[0]));
        policies(house, stock, 100);
        twoNodes(house, drawn(house, SECRETS[0]));
        if (!STEADY.isZero()) {
            steady(house, drawn(house, SECRETS[0]));
        }
        if (EVENTS > 0) {
            LongLog.fill(house.owner(), EVENTS);
            row("%,d secrets, %,d events before".formatted(SECRETS[0], EVENTS), house, MANY, drawn(house, SECRETS[0]));
        }
        say("memory of the server: %s%n", House.memory(server));
        stock.becomeExclusive();
        server.stop();
        restart(launch, house);
        warmUp(new Wire(house.port()), house, once(house, most));
        row("%,d secrets, each once, exclusive".formatted(most), house, MANY, once(house, most));
        say("memory of the server: %s%n", House.memory(server));
        System.out.println(table);
        assertThat(table).doesNotContain("FAILED");
    }

    private Launch launch() {
        // 64 stand for thousands: what each may have in a minute is not what is measured, and is counted all the same.
        return Launch.on(machine.furnished())
                .with("COFACTOR_JAVA_OPTIONS", setting("java", ""))
                .with("COFACTOR_LIMITS_PER_ACTOR", "10000000")
                .with("COFACTOR_LIMITS_PER_SECRET", "20000000");
    }

    private IntFunction<byte[]> drawn(House house, int secrets) {
        return connection -> house.fetch(connection, random.nextInt(secrets));
    }

    /** In an order of chance; where they do not suffice, all of them once more in the same order. */
    private IntFunction<byte[]> once(House house, int secrets) {
        int step = 2 * (secrets / 3) + 1;
        AtomicInteger next = new AtomicInteger();
        return connection -> house.fetch(connection, (int) ((long) next.getAndIncrement() * step % secrets));
    }

    private static void warmUp(Wire wire, House house, IntFunction<byte[]> fetches) throws IOException {
        for (int part = 0; part < 2; part++) {
            wire.run(MANY, WARM_UP.dividedBy(6), connection -> house.constant());
            wire.run(MANY, WARM_UP.dividedBy(3), fetches);
        }
    }

    private void row(String name, House house, int connections, IntFunction<byte[]> fetches) throws IOException {
        Wire wire = new Wire(house.port());
        List<Double> ratios = new ArrayList<>();
        Wire.Seen constant = new Wire.Seen();
        Wire.Seen fetched = new Wire.Seen();
        Costs ofConstant = Costs.NONE;
        Costs ofFetches = Costs.NONE;
        for (int round = 0; round < ROUNDS; round++) {
            Costs begun = Costs.of(server, house.postmaster());
            Wire.Seen first = wire.run(connections, TURN, connection -> house.constant());
            Costs between = Costs.of(server, house.postmaster());
            Wire.Seen second = wire.run(connections, TURN, fetches);
            ofConstant = ofConstant.and(between.since(begun));
            ofFetches = ofFetches.and(Costs.of(server, house.postmaster()).since(between));
            ratios.add(second.perSecond() / first.perSecond());
            constant.add(first);
            fetched.add(second);
        }
        line(name, connections, constant.perSecond(), fetched, median(ratios));
        say(
                "%-46s %4s %s; of a constant answer %s%n",
                "  µs of processor: server + database + load",
                "",
                ofFetches.each(fetched.answers()),
                ofConstant.each(constant.answers()));
    }

    /** All callers at one server, and half of them each at two on the same database, in turns. */
    private void twoNodes(House house, IntFunction<byte[]> fetches) throws IOException {
        Launch another = house.anotherNode(machine.folder("node"));
        try (ServerProcess node = machine.start(another).ready()) {
            warmUp(new Wire(another.port()), house, fetches);
            Wire both = new Wire(house.port(), another.port());
            List<Double> ratios = new ArrayList<>();
            Wire.Seen ofTwo = new Wire.Seen();
            for (int round = 0; round < ROUNDS; round++) {
                Wire.Seen alone = new Wire(house.port()).run(MANY, TURN, fetches);
                Wire.Seen shared = both.run(MANY, TURN, fetches);
                ratios.add(shared.perSecond() / alone.perSecond());
                ofTwo.add(shared);
            }
            line("two nodes, half of the callers each", MANY, Double.NaN, ofTwo, Double.NaN);
            say("  two nodes to one: %.2f%n", median(ratios));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void steady(House house, IntFunction<byte[]> fetches) throws IOException {
        Wire.Seen constant = new Wire(house.port()).run(MANY, TURN, connection -> house.constant());
        Wire.Seen fetched = new Wire(house.port()).run(MANY, STEADY, fetches);
        line(
                "steady for %d s".formatted(STEADY.toSeconds()),
                MANY,
                constant.perSecond(),
                fetched,
                fetched.perSecond() / constant.perSecond());
    }

    private void head() {
        say(
                "%n%-46s %4s %10s %8s %7s %9s %9s%n",
                "fetches, %d rounds of %d s".formatted(ROUNDS, TURN.toSeconds()),
                "at",
                "constant/s",
                "codes/s",
                "ratio",
                "p50 ms",
                "p99 ms");
    }

    private void line(String name, int connections, double constant, Wire.Seen fetched, double ratio) {
        say(
                "%-46s %4d %10.0f %8.0f %7.3f %9.2f %9.2f%s%n",
                name,
                connections,
                constant,
                fetched.perSecond(),
                ratio,
                fetched.percentile(0.5),
                fetched.percentile(0.99),
                fetched.others().isEmpty() ? "" : "  FAILED " + fetched.others() + " " + fetched.refusal());
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        table.append(line);
        System.out.print(line);
    }

    /** From the start of the process to the first code in somebody's hands. */
    private void restart(Launch launch, House house) throws InterruptedException {
        server = machine.start(launch);
        Wire wire = new Wire(house.port());
        while (true) {
            try {
                if (wire.one(house.fetch(0, 0)) == 200) {
                    say("restart to the first code: %.2f s%n", server.age().toMillis() / 1000.0);
                    server.ready();
                    return;
                }
            } catch (IOException e) {
                // nobody listens yet
            }
            Thread.sleep(5);
        }
    }

    /** The first lets each service fetch below everything; the others say the same of single folders. */
    private static void policies(House house, Stock stock, int number) throws Exception {
        HttpResponse<String> now = house.administer("GET", "/api/v1/policies/document", "");
        ObjectMapper json = new ObjectMapper();
        ObjectNode document = (ObjectNode) json.readTree(now.body());
        ArrayNode policies = json.createArrayNode();
        for (JsonNode policy : document.get("policies")) {
            if (!policy.get("name").asText().startsWith("Load")) {
                policies.add(policy);
            }
        }
        int given = policies.size();
        for (int i = 0; i < number - given; i++) {
            UUID place = i < House.SERVICES ? stock.top() : stock.folder(i);
            policies.addPOJO(Map.of(
                    "id", Stock.id().toString(),
                    "name", "Load " + i,
                    "effect", "allow",
                    "actions", List.of("code.fetch"),
                    "to",
                            List.of(Map.of(
                                    "kind", "service", "id", house.service(i).toString())),
                    "on", List.of(Map.of("kind", "folder", "id", place.toString()))));
        }
        document.set("policies", policies);
        HttpResponse<String> saved = now;
        for (int attempt = 0; attempt < 8 && (attempt == 0 || saved.statusCode() >= 500); attempt++) {
            saved = house.administer(
                    "PUT",
                    "/api/v1/policies/document",
                    json.writeValueAsString(document),
                    "If-Match",
                    now.headers().firstValue("ETag").orElse(""));
        }
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }
}
