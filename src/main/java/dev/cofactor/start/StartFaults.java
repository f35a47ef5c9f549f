// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.unlocking.CannotUnlock;
import dev.cofactor.start.embedded.CannotStart;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong at a start, in one line. Known faults cost no stack trace; one that nobody foresaw goes to the log whole,
 * because whoever reports it has nothing else.
 */
final class StartFaults {
    private static final Logger LOG = Logger.getLogger(StartFaults.class);
    private static final Pattern SETTING = Pattern.compile("\\bcofactor(\\.[a-z0-9-]+)+");

    private StartFaults() {}

    static CannotStart explain(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            CannotStart known = known(cause);
            if (known != null) {
                return known;
            }
        }
        LOG.error("the start failed", fault);
        return new CannotStart("it does not start, and this is not a case it knows: the log above says more", fault);
    }

    private static @Nullable CannotStart known(Throwable fault) {
        return switch (fault) {
            case CannotStart explained -> explained;
            case Problem told -> new CannotStart(String.valueOf(told.getMessage()), told);
            case CannotUnlock shut -> new CannotStart(String.valueOf(shut.getMessage()), shut);
            case ConfigValidationException settings -> misread(settings);
            case BindException taken ->
                new CannotStart(
                        "a port it was to listen on was taken meanwhile: stop the program that has it, or choose others"
                                + " with COFACTOR_PORT and COFACTOR_MANAGEMENT_PORT",
                        taken);
            case SQLException database -> DatabaseFaults.explain(database);
            default -> null;
        };
    }

    /** Names the settings only: their values may be secrets in the wrong place. */
    private static CannotStart misread(ConfigValidationException settings) {
        String names = SETTING
                .matcher(settings.getMessage())
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return new CannotStart("what is set cannot be understood: correct " + names, settings);
    }
}
