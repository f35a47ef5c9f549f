// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.factors.App;
import dev.cofactor.engine.otp.Parameters;
import java.util.List;
import java.util.stream.Collectors;

/** What an app is asked to do, in words. */
final class Asked {
    private Asked() {}

    static String words(Parameters asked) {
        return "Time-based, " + asked.digits() + " digits, every " + asked.period() + " seconds, "
                + asked.algorithm().name();
    }

    /** Empty where it is what every app does if nobody says anything. */
    static String unusual(Parameters asked) {
        return asked.equals(Parameters.usual()) ? "" : words(asked);
    }

    /** Which of the apps that many people have can read it. */
    static String readers(Parameters asked) {
        List<String> names =
                App.Reader.of(asked).stream().map(App.Reader::title).toList();
        String last = names.getLast();
        return names.size() == 1
                ? last
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + last;
    }
}
