// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.desk.people.FirstAdministrator;
import dev.cofactor.desk.signin.Passwords;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The server until somebody stops it. */
public final class Server implements QuarkusApplication {
    private static final int AFTER_THE_LOG_HAS_BEGUN = DatabaseCheck.BEFORE_ALL_OTHERS + 3;
    private static final String UUID_INSTEAD_OF_PORT = "com.arjuna.ats.internal.arjuna.utils.UuidProcessId";

    /** Set before Quarkus makes its own instance of this class; absent in production. */
    private static volatile @Nullable Welcome welcome;

    private final FirstAdministrator administrator;
    private final Passwords passwords;

    Server(FirstAdministrator administrator, Passwords passwords) {
        this.administrator = administrator;
        this.passwords = passwords;
    }

    static int serve(@Nullable Welcome greeting) {
        welcome = greeting;
        return started(Server.class);
    }

    /**
     * Starts Quarkus with this application and comes back when it has stopped, whoever stopped it. With a handler of ours
     * Quarkus says nothing of a failed start: the main class does.
     */
    static int started(Class<? extends QuarkusApplication> application, String... args) {
        // The transaction manager opens a port only to have a number that no other process has.
        System.setProperty("CoreEnvironmentBean.processImplementationClassName", UUID_INSTEAD_OF_PORT);
        AtomicInteger exit = new AtomicInteger();
        AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
        Quarkus.run(
                application,
                (code, failure) -> {
                    exit.set(code);
                    fault.set(failure);
                },
                args);
        Throwable failure = fault.get();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return exit.get();
    }

    /** Before the doors open: who gets in must be able to sign in. */
    void prepare(@Observes @Priority(AFTER_THE_LOG_HAS_BEGUN) StartupEvent event) {
        Welcome greeting = welcome;
        if (greeting != null) {
            greeting.prepare(administrator, passwords);
        }
    }

    @Override
    public int run(String... args) {
        Welcome greeting = welcome;
        if (greeting != null) {
            greeting.print(administrator);
        }
        Quarkus.waitForExit();
        return Cofactor.FINE;
    }

    void passwordReplaced(@Observes Passwords.InitialPasswordReplaced event) {
        Welcome greeting = welcome;
        if (greeting != null) {
            greeting.forgetPassword();
        }
    }
}
