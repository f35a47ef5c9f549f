// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.IpAddress;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Question.Asker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One side of a question as Cedar is asked it. Cedar knows no zones, so it is told the weekday, the minute and the date of
 * each; of what is not known it is told nothing.
 *
 * @param approved whether all that anybody could want to have approved is granted
 */
record CedarQuestion(Question question, Asker side, boolean approved) {
    static final int MOST_CLAIMS = 2;

    private static final EntityTypeName SUBJECT = type("Subject");
    private static final EntityTypeName RESOURCE = type("Resource");

    AuthorizationRequest request() {
        return new AuthorizationRequest(
                type("Asker").of("he"),
                type("Action").of(question.verb().code()),
                type("Target").of("it"),
                context());
    }

    Set<Entity> entities() {
        Set<EntityUID> subjects = side.subjects().stream()
                .map(subject -> SUBJECT.of(subject.toString()))
                .collect(Collectors.toSet());
        Set<EntityUID> resources = question.target().resources().stream()
                .map(resource -> RESOURCE.of(resource.toString()))
                .collect(Collectors.toSet());
        return new HashSet<>(List.of(
                new Entity(type("Asker").of("he"), subjects), new Entity(type("Target").of("it"), resources)));
    }

    private Map<String, Value> context() {
        Map<String, Value> context = new HashMap<>();
        context.put("agent", new PrimBool(question.asker() instanceof Asker.Agent));
        context.put("place", new PrimString(question.target().place().name()));
        context.put("approved", new PrimBool(approved && question.target().secret() != null));
        int place = 0;
        for (Subject.Claim claim : side.credential().claims()) {
            context.put(
                    "claim" + place++,
                    new CedarMap(Map.of(
                            "issuer", new PrimString(claim.issuer().toString()),
                            "name", new PrimString(claim.name()),
                            "value", new PrimString(claim.value()))));
        }
        InetAddress address = question.circumstances().address();
        if (address != null) {
            context.put("address", new IpAddress(spelled(address)));
        }
        Instant time = question.circumstances().time();
        if (time != null) {
            ClauseDice.ZONES.forEach(zone -> tell(context, zone, time));
        }
        steps(context, question.circumstances().steps());
        return context;
    }

    private static void tell(Map<String, Value> context, ZoneId zone, Instant time) {
        ZoneOffset offset = zone.getRules().getOffset(time);
        LocalDateTime there = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, offset);
        String name = CedarText.zone(zone.getId());
        context.put(name + "_day", new PrimLong(there.getDayOfWeek().getValue()));
        context.put(name + "_minute", new PrimLong(there.getHour() * 60L + there.getMinute()));
        context.put(name + "_date", new PrimLong(there.toLocalDate().toEpochDay()));
    }

    private void steps(Map<String, Value> context, Steps steps) {
        Instant time = question.circumstances().time();
        if (time != null && question.asker() instanceof Asker.Person) {
            steps.proved()
                    .ifPresent(proved -> context.put(
                            "proved",
                            new CedarMap(Map.of(
                                    "ago", new PrimLong(Duration.between(proved.at(), time).toSeconds()),
                                    "method", new PrimString(proved.method().name())))));
        }
        steps.reason()
                .map(String::strip)
                .ifPresent(text -> context.put("reason", new PrimLong(text.codePointCount(0, text.length()))));
        steps.ticket().filter(text -> !text.isBlank()).ifPresent(text -> context.put("ticket", new PrimString(text)));
    }

    /** An IPv4 address that came in through IPv6 is that IPv4 address. */
    private static String spelled(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean mapped = bytes.length == 16
                && Arrays.equals(bytes, 0, 12, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}, 0, 12);
        try {
            return InetAddress.getByAddress(mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes)
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
