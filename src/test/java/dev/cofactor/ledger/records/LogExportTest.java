// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.ground.events.CanonicalJson;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Leaf;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole log as lines: all that is signed and no more, the rows as they stand. */
@QuarkusTest
@TestProfile(LogOfItsOwn.class)
class LogExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Written written;
    private final Inspection inspection;
    private final LogExport served;
    private final Roles roles;

    LogExportTest(Written written, Inspection inspection, LogExport served, Roles roles) {
        this.written = written;
        this.inspection = inspection;
        this.served = served;
        this.roles = roles;
    }

    @Test
    void theExportReachesAsFarAsTheNewestCheckpointAndEndsWithIt() throws Exception {
        Event event = Written.event(EventClass.CODE_RELEASED, UUID.randomUUID(), Optional.of(UUID.randomUUID()));
        long size = written.put(event) + 1;
        LogCopy copy = signedAt(size);
        copy.tamper("insert into log_event (event, epoch, index) values (gen_random_uuid(), 1, %d)", size);
        List<JsonNode> lines = export(copy);
        assertThat(lines).hasSize((int) size + 2);
        assertThat(lines.getFirst().toString())
                .isEqualTo("{\"epoch\":1,\"kind\":\"cofactor-log\",\"origin\":\""
                        + copy.one("select origin from log_epoch") + "\",\"size\":" + size + ",\"v\":1}");
        assertThat(lines.getLast().get("checkpoint").asText()).isEqualTo(copy.one("select note from checkpoint"));
        JsonNode line = lines.get((int) size);
        byte[] body = bytes(line, "body");
        assertThat(new String(body, StandardCharsets.UTF_8)).contains(event.id().toString());
        assertThat(new String(bytes(line, "leaf"), StandardCharsets.UTF_8))
                .contains(Base64.getEncoder().encodeToString(Leaf.commitment(bytes(line, "salt"), body)));
        JsonNode row = line.get("row");
        assertThat(row.get("event").asText()).isEqualTo(event.id().toString());
        assertThat(row.get("class").asText()).isEqualTo("code-released");
        assertThat(row.get("addressHash").asText()).matches("[0-9a-f]{64}");
        assertThat(row.properties()).hasSize(8);
        assertThat(line.properties()).hasSize(5);
    }

    @Test
    void everyLineIsInTheOneSpelling() throws Exception {
        long size = written.put(Written.event(EventClass.SESSION_CLOSED, UUID.randomUUID(), Optional.empty())) + 1;
        for (String line : text(signedAt(size)).split("\n")) {
            assertThat(CanonicalJson.write(JSON.readValue(line, Map.class)))
                    .isEqualTo(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void alteredRowsGoOutAsTheyStandAndMissingOnesAreMissing() throws Exception {
        Event[] events = new Event[5];
        for (int i = 0; i < events.length; i++) {
            events[i] = Written.event(EventClass.SESSION_CLOSED, UUID.randomUUID(), Optional.empty());
        }
        int size = (int) written.put(events) + 1;
        LogCopy copy = signedAt(size);
        UUID other = UUID.randomUUID();
        copy.tamper("update log_entry set actor = '%s', time = 'infinity' where index = %d", other, size - 1);
        copy.tamper("delete from log_entry where index = %d", size - 2);
        copy.tamper("update log_entry set body_key = gen_random_uuid() where index = %d", size - 3);
        copy.tamper("update log_entry set body = 'x' where index = %d", size - 4);
        copy.tamper("update log_entry set leaf = 'x' where index = %d", size - 5);
        List<JsonNode> lines = export(copy);
        assertThat(lines).hasSize(size + 1);
        assertThat(lines.get(size - 1).at("/row/actor").asText()).isEqualTo(other.toString());
        assertThat(bytes(lines.get(size - 1), "body")).asString().doesNotContain(other.toString());
        assertThat(lines.get(size - 2).get("index").asInt()).isEqualTo(size - 3);
        assertThat(lines.get(size - 2).get("erased").asText()).isEqualTo("unopenable");
        assertThat(lines.get(size - 3).get("erased").asText()).isEqualTo("unopenable");
        assertThat(lines.get(size - 3).has("body")).isFalse();
        assertThat(bytes(lines.get(size - 4), "leaf")).asString().isEqualTo("x");
    }

    @Test
    void nothingIsExportedWhileNothingIsSigned() throws Exception {
        LogCopy copy = LogCopy.of(roles);
        copy.tamper("delete from checkpoint");
        assertThat(of(copy).plan()).isEmpty();
    }

    @Test
    void theServedOneIsTheSame() throws Exception {
        written.put(Written.event(EventClass.SESSION_CLOSED, UUID.randomUUID(), Optional.empty()));
        assertThat(served.plan().isPresent()).isEqualTo(!"0".equals(one("select count(*) from checkpoint")));
    }

    /** Only its second line is read here; whether it is signed is the verifier's question. */
    private LogCopy signedAt(long size) throws Exception {
        LogCopy copy = LogCopy.of(roles);
        copy.tamper("delete from checkpoint");
        copy.tamper(
                "insert into checkpoint (epoch, size, root, note) values (1, %d, sha256(''), '%s')",
                size, """
                cofactor/log
                %d
                root

                \u2014 cofactor/log signature
                """.formatted(size));
        return copy;
    }

    private List<JsonNode> export(LogCopy copy) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text(copy).split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private String text(LogCopy copy) throws Exception {
        LogExport export = of(copy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(export.plan().orElseThrow(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private LogExport of(LogCopy copy) {
        return new LogExport(copy.server(), inspection);
    }

    private static byte[] bytes(JsonNode line, String member) {
        return Base64.getDecoder().decode(line.get(member).asText());
    }

    private String one(String question) throws Exception {
        try (var connection = roles.owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
