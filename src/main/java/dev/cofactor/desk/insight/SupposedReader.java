// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.desk.insight.Supposed.On;
import dev.cofactor.desk.insight.Supposed.Proof;
import dev.cofactor.desk.insight.Supposed.Who;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ground.problem.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who might ask for what; strictly, and what is refused is named by its place alone. */
final class SupposedReader {
    /** Zones have no rules for times far away, and nobody asks about them. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int LONGEST = 500;
    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private SupposedReader() {}

    static Supposed read(byte @Nullable [] body) {
        Placed json = document(body);
        json.onlyWith(
                "actor", "token", "claims", "verb", "secret", "folder", "at", "address", "stepUp", "reason", "ticket");
        return new Supposed(
                who(json),
                verb(json),
                on(json),
                json.optional("at").map(SupposedReader::instant),
                json.optional("address").map(SupposedReader::address),
                json.optional("stepUp").map(SupposedReader::proof),
                json.optional("reason").map(SupposedReader::line),
                json.optional("ticket").map(SupposedReader::line));
    }

    static Placed document(byte @Nullable [] body) {
        return Placed.document(body == null ? new byte[0] : body);
    }

    static Verb verb(Placed json) {
        return json.member("verb").word(Verb::find, "a verb");
    }

    /** What is done to a secret is done to one, or within a folder; all else to the installation or a folder. */
    static On on(Placed json) {
        Optional<On> secret = json.optional("secret").map(one -> new On.Secret(line(one)));
        Optional<On> folder = json.optional("folder").map(one -> new On.Folder(line(one)));
        if (secret.isPresent() && folder.isPresent()) {
            throw json.refused("names a secret and a folder");
        }
        Verb.About about = verb(json).about();
        if (about == Verb.About.SECRET && secret.isEmpty() && folder.isEmpty()) {
            throw json.refused("names a verb that is done to a secret, and none");
        }
        if (about == Verb.About.INSTALLATION && secret.isPresent()) {
            throw json.refused("names a secret for a verb that is done to none");
        }
        return secret.or(() -> folder).orElseGet(On.Installation::new);
    }

    private static Who who(Placed json) {
        Placed actor = json.member("actor");
        Optional<UUID> token = json.optional("token").map(Placed::id);
        Set<Subject.Claim> claims = json.optional("claims")
                .map(all -> all.each(SupposedReader::claim))
                .orElse(Set.of());
        Placed kind = actor.member("kind");
        actor.onlyWith("kind", "id", "for");
        UUID id = actor.member("id").id();
        Optional<UUID> person = actor.optional("for").map(Placed::id);
        boolean shows = token.isPresent() || !claims.isEmpty();
        return switch (kind.text()) {
            case "person" -> {
                unless(!shows && person.isEmpty(), actor, "is a person, who shows no token and acts for nobody");
                yield new Who.Person(id);
            }
            case "service" -> {
                unless(person.isEmpty(), actor, "is a service, which acts for nobody");
                unless(token.isEmpty() || claims.isEmpty(), json, "has a token and claims");
                unless(issuers(claims) <= 1, json, "has claims of several issuers");
                yield new Who.Service(id, token, claims);
            }
            case "agent" -> {
                unless(!shows, actor, "is an agent, which shows what goes with its delegation");
                yield new Who.Agent(id, person.orElseThrow(() -> actor.refused("says not for whom it acts")));
            }
            default -> throw kind.refused("is neither person nor service nor agent");
        };
    }

    private static long issuers(Set<Subject.Claim> claims) {
        return claims.stream().map(Subject.Claim::issuer).distinct().count();
    }

    private static Subject.Claim claim(Placed json) {
        json.onlyWith("issuer", "name", "value");
        return json.made(() -> new Subject.Claim(
                json.member("issuer").id(),
                json.member("name").text(),
                json.member("value").text()));
    }

    private static Proof proof(Placed json) {
        json.onlyWith("ago", "method");
        return new Proof(
                ago(json.member("ago")), json.member("method").word(SupposedReader::method, "a way to prove oneself"));
    }

    private static Optional<Need.Method> method(String word) {
        return Arrays.stream(Need.Method.values())
                .filter(one -> WhyJson.word(one).equals(word))
                .findFirst();
    }

    private static Duration ago(Placed json) {
        try {
            Duration ago = Duration.parse(json.text());
            if (!ago.isNegative() && ago.compareTo(LONGEST_AGO) <= 0) {
                return ago;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Falls through to the one refusal.
        }
        throw json.refused("is no length of time such as PT5M");
    }

    static Instant instant(Placed json) {
        try {
            Instant instant = Instant.parse(json.text());
            if (!instant.isBefore(FIRST) && instant.isBefore(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Falls through to the one refusal.
        }
        throw json.refused("is no time of this century such as 2026-12-31T08:00:00Z");
    }

    /** Nothing is looked up: only what is an address is read as one. */
    static InetAddress address(Placed json) {
        try {
            String range = AddressRange.of(json.text()).toString();
            int length = range.indexOf('/');
            InetAddress address = InetAddress.getByName(range.substring(0, length));
            if (range.equals(address.getHostAddress() + "/" + address.getAddress().length * Byte.SIZE)) {
                return address;
            }
        } catch (PolicyRefused e) {
            throw e;
        } catch (Problem | UnknownHostException e) {
            // Falls through to the one refusal.
        }
        throw json.refused("is no address such as 192.0.2.1 or 2001:db8::1");
    }

    private static String line(Placed json) {
        return json.made(() -> {
            PolicyRefused.unlessText(json.text(), LONGEST);
            return json.text();
        });
    }

    private static void unless(boolean kept, Placed json, String reason) {
        if (!kept) {
            throw json.refused(reason);
        }
    }
}
