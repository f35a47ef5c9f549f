// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Channels, and messages that go there as changes and releases write them. */
@Singleton
public class Errands {
    static final String CHANNELS = "/api/v1/channels";

    private final Gate gate;
    private final Roles roles;
    private final Standing administrator;

    Errands(Gate gate, Roles roles, Newcomers newcomers) {
        this.gate = gate;
        this.roles = roles;
        this.administrator = newcomers.standing(Role.ADMINISTRATOR);
    }

    /** A channel that was made. */
    public record Made(UUID id, String secret, String etag) {
        public String at() {
            return CHANNELS + "/" + PublicId.CHANNEL.of(id);
        }
    }

    public RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + administrator.credential())
                .contentType(ContentType.JSON);
    }

    Response create(Map<String, Object> body) {
        return asAdministrator().body(body).post(CHANNELS);
    }

    public Made channel(String kind, String where) {
        Map<String, Object> body = kind.equals("mail")
                ? Map.of("kind", kind, "name", "A channel", "address", where)
                : Map.of("kind", kind, "name", "A channel", "url", where);
        Response made = create(body);
        made.then().statusCode(201);
        String secret = made.path("secret");
        return new Made(
                PublicId.CHANNEL.read(made.path("channel.id")).orElseThrow(),
                secret == null ? "" : secret,
                made.path("channel.etag"));
    }

    public Response edit(Made channel, Map<String, Object> edit) {
        return asAdministrator()
                .header("If-Match", asAdministrator().get(channel.at()).header("ETag"))
                .body(edit)
                .patch(channel.at());
    }

    public void remove(Made channel) {
        asAdministrator()
                .header("If-Match", asAdministrator().get(channel.at()).header("ETag"))
                .delete(channel.at())
                .then()
                .statusCode(204);
    }

    /** Something of a secret was released, and a policy has it told. @return the message's id */
    UUID tell(UUID recipient, UUID secret) {
        UUID id = UUID.randomUUID();
        Fact fact = Fact.done(Caller.HOST, EventClass.SECRET_TAGGED, new Subject(Subject.Kind.SECRET, secret));
        UUID by = administrator.id(); // who may have to be made first
        return gate.note(fact, Moves.NOTHING, at -> {
            Message message = new Message.OfAccess(Message.AccessKind.SOMETHING_RELEASED, secret, at.event(), by);
            return new Done<>(
                    id, Details.none(), List.of(new Claim.Tell(id, message.word(), recipient, message.bytes())));
        });
    }

    /** All by one event. */
    Set<String> tellAll(UUID recipient, int many) {
        UUID secret = UUID.randomUUID();
        Fact fact = Fact.done(Caller.HOST, EventClass.SECRET_TAGGED, new Subject(Subject.Kind.SECRET, secret));
        UUID by = administrator.id(); // who may have to be made first
        return gate.note(fact, Moves.NOTHING, at -> {
            Message message = new Message.OfAccess(Message.AccessKind.SOMETHING_RELEASED, secret, at.event(), by);
            List<Claim.Tell> tells = Stream.generate(UUID::randomUUID)
                    .limit(many)
                    .map(id -> new Claim.Tell(id, message.word(), recipient, message.bytes()))
                    .toList();
            return new Done<>(
                    tells.stream().map(tell -> tell.id().toString()).collect(Collectors.toSet()),
                    Details.none(),
                    tells);
        });
    }

    boolean isRefused(String sql) {
        try (Connection server = roles.server();
                Statement statement = server.createStatement()) {
            statement.executeUpdate(sql);
            return false;
        } catch (SQLException e) {
            return "42501".equals(e.getSQLState());
        }
    }

    UUID tell(Made channel) {
        return tell(channel.id(), UUID.randomUUID());
    }

    /** How far a message has come: sent, kept, failed; empty while it waits. */
    public String ended(UUID message) {
        return one("select coalesce(ended, '') from outbox where id = '" + message + "'");
    }

    public void awaitEnd(UUID message, String how) {
        Waiting.until(Receiver.PATIENCE, () -> ended(message).equals(how), () -> message + " is not " + how);
    }

    public String one(String sql) {
        try (Connection owner = roles.superuser();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int run(String sql) {
        try (Connection owner = roles.superuser();
                Statement statement = owner.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
