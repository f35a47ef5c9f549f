// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of imports: by a program and on a page, each time looked at and then taken in, with canaries for what is sealed. */
final class Bringing {
    private static final String API = "/api/v1/imports";
    private static final String PAGE = "/secrets/new/import";
    private static final String FORM = "multipart/form-data; boundary=abc";
    private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([0-9a-f]{64})\"");

    private final Wire wire;
    private final Canaries canaries;

    Bringing(Wire wire, Canaries canaries) {
        this.wire = wire;
        this.canaries = canaries;
    }

    void use(Newcomers newcomers) {
        Person person = newcomers.settled();
        programs(newcomers.credential(person));
        Visit visit = new Visit(wire);
        visit.signIn(person.accountName());
        pages(visit);
    }

    private void programs(String bearer) {
        String folder = sent(bearer, Wire.sent("POST", "/api/v1/folders/personal"))
                .is(200)
                .json()
                .getString("path");
        String file = file("brought by a program");
        String plan = sent(bearer, form(API, folder, file, "")).is(200).json().getString("plan");
        sent(bearer, form(API + "/apply", folder, file, plan)).is(201);
    }

    private Wire.Answer sent(String bearer, Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }

    private void pages(Visit visit) {
        String file = file("brought on a page");
        visit.open(PAGE).is(200);
        Matcher plan =
                PLAN.matcher(visit.shown(form(PAGE, "own", file, "")).is(200).text());
        if (!plan.find()) {
            throw new AssertionError("no plan on the page");
        }
        visit.script(form(PAGE + "/apply", "own", file, plan.group(1))).is(200);
    }

    private String file(String name) {
        return "name,user,url,password,otp,notes\nSite " + name + ",team,https://example.com,\""
                + canaries.text("password " + name).replace("\"", "\"\"") + "\","
                + Journey.link(canaries.setupKey("seed " + name)) + ",\""
                + canaries.text("notes " + name).replace("\"", "\"\"") + "\"\n";
    }

    private static Wire.Sent form(String path, String folder, String file, String plan) {
        String form = "--abc\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\n" + file
                + "\r\n" + word("template", "WebApp with OTP") + word("folder", folder) + word("plan", plan)
                + "--abc--\r\n";
        return Wire.sent("POST", path, FORM, form.getBytes(UTF_8));
    }

    private static String word(String name, String value) {
        return "--abc\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
