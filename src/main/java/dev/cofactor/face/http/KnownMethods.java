// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Requests with an invented method are not measured: the label would be the caller's word, and each new word another
 * series to remember. Denied, not renamed: the registry remembers the names it was asked to rename.
 */
@Singleton
class KnownMethods implements MeterFilter {
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        @Nullable String method = id.getTag("method");
        boolean invented = id.getName().startsWith("http.server")
                && method != null
                && !FrontDoor.isKnown(HttpMethod.valueOf(method));
        return invented ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
