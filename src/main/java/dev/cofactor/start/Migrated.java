// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import io.quarkus.runtime.QuarkusApplication;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** By the time this runs the migrations have: it says where the schema stands and ends. */
public final class Migrated implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(Migrated.class);

    private final Flyway flyway;

    Migrated(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public int run(String... args) {
        LOG.infof(
                "the database's schema is at version %s",
                flyway.info().current().getVersion());
        return Cofactor.FINE;
    }
}
