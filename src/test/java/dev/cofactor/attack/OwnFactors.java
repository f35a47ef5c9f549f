// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Authenticator;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.QrRead;
import dev.cofactor.ledger.directory.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages for what one proves oneself with; the seed and the codes are looked for everywhere else. */
final class OwnFactors {
    private static final String HERE = "/profile/one-time-password";
    private static final String CODES = "/profile/recovery-codes";

    private final Visit visit;
    private final Canaries canaries;

    OwnFactors(Wire wire, Canaries canaries) {
        this.visit = new Visit(wire);
        this.canaries = canaries;
    }

    void use(Person person) {
        visit.signIn(person.accountName());
        visit.open(HERE).is(200);
        visit.open(HERE + "/add").is(200);
        visit.open(HERE + "/add/anew").is(200);
        Authenticator first = begun("first own key", Map.of("label", "A phone"));
        String shown = prove(first, "first recovery codes").is(200).text();
        List<String> codes = kept("first recovery code", shown);
        Map<String, String> more = new HashMap<>(proof(first.code(1)));
        more.put("label", "Another");
        Authenticator second = begun("second own key", more);
        prove(second, "prove another").is(303);
        visit.open(CODES).is(200);
        String others = visit.send(CODES, proof(codes.get(3)), "other recovery codes")
                .is(200)
                .text();
        codes = kept("other recovery code", others);
        remove(second.code(1));
        visit.open(HERE + "/disable").is(200);
        visit.send(HERE + "/disable", proof(codes.getFirst())).is(303);
        visit.open("/notices").is(200);
    }

    private Authenticator begun(String name, Map<String, String> form) {
        visit.open(HERE + "/add").is(200);
        visit.send(HERE + "/add", form).is(303);
        String key = found(
                        "class=\"token\">([A-Z2-7 ]{39})<",
                        visit.open(HERE + "/add", "show " + name).is(200).text())
                .getFirst();
        canaries.put(name, key.getBytes(US_ASCII));
        canaries.key(name + " in a row", key.replace(" ", ""));
        byte[] picture =
                visit.open(HERE + "/add/picture", "draw " + name).is(200).body();
        assertThat(QrRead.text(picture)).contains("secret=" + key.replace(" ", ""));
        return new Authenticator(key);
    }

    private Wire.Answer prove(Authenticator app, String called) {
        return visit.send(HERE + "/add/prove", Map.of("code", app.code(0)), called);
    }

    private List<String> kept(String name, String page) {
        List<String> codes = found("<li><code>([A-Z2-9]{4}-[A-Z2-9]{4})</code></li>", page);
        assertThat(codes).hasSize(10);
        for (String code : codes) {
            canaries.put(name, code.getBytes(US_ASCII));
            canaries.put(name + " without its dash", code.replace("-", "").getBytes(US_ASCII));
        }
        String set = found("name=\"set\" value=\"([0-9a-f-]{36})\"", page).getFirst();
        visit.send(CODES + "/kept", Map.of("set", set, "kept", "yes")).is(303);
        return codes;
    }

    private void remove(String code) {
        String app =
                found("/apps/([0-9a-f-]{36})/remove", visit.open(HERE).text()).getFirst();
        visit.open(HERE + "/apps/" + app + "/remove").is(200);
        visit.send(HERE + "/apps/" + app + "/remove", proof(code)).is(303);
    }

    private static Map<String, String> proof(String code) {
        return Map.of("password", Newcomers.PASSWORD, "code", code);
    }

    private static List<String> found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        List<String> all = found.results().map(one -> one.group(1)).toList();
        assertThat(all).as(pattern).isNotEmpty();
        return all;
    }
}
