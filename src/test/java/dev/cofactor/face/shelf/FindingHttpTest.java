// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Slug;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Looking for a secret: by words, folder and tag, in the address, page by page, and with the same few queries for any number. */
@QuarkusTest
class FindingHttpTest {
    private static final Pattern ROW = Pattern.compile("class=\"path\">");

    /** What works in the background asks the database as well, now and then. */
    private static final int A_FEW_BESIDE = 20;

    /** A login on the web: user name and address in clear. */
    private static final UUID WEB_APP = UUID.fromString("00000000-0000-8000-8004-000000000001");

    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final CatalogueEdits edits;
    private final EntityManagerFactory factory;

    FindingHttpTest(Newcomers newcomers, Rules rules, Shelf shelf, CatalogueEdits edits, EntityManagerFactory factory) {
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.edits = edits;
        this.factory = factory;
    }

    private static long rows(Browser browser, String address) {
        return ROW.matcher(browser.open(address).asString()).results().count();
    }

    private Holder reader(Folder... folders) {
        Holder holder = Holder.of(newcomers.settled(), rules);
        for (Folder folder : folders) {
            rules.allow(
                    holder.person().id(), new Resource.Folder(folder.id()), Verb.SECRET_READ_META, Verb.SECRET_LIST);
        }
        return holder;
    }

    @Test
    void foldersAndTagsNarrowItAndBothStandInTheAddress() {
        Folder one = shelf.folder();
        Folder below = shelf.folder(one, "below");
        Folder other = shelf.folder();
        UUID deep = shelf.secret(below, "deep");
        shelf.secret(one, "top");
        shelf.secret(other, "elsewhere");
        String tag = tagged(deep);
        Holder holder = reader(one, other);
        Browser browser = holder.browser();
        String all = browser.open("/secrets").asString();
        assertThat(all)
                .contains("<option value=\"" + PublicId.FOLDER.of(one.id()) + "\">" + one.path() + "<")
                .contains("<option value=\"" + PublicId.FOLDER.of(below.id()) + "\">" + below.path() + "<")
                .contains("<option value=\"" + tag + "\">", "3 secrets");
        assertThat(rows(browser, "/secrets?folder=" + PublicId.FOLDER.of(one.id())))
                .isEqualTo(2);
        assertThat(rows(browser, "/secrets?folder=" + PublicId.FOLDER.of(below.id())))
                .isEqualTo(1);
        assertThat(browser.open("/secrets?tag=" + tag).asString())
                .contains(below.path() + "/deep", "<option value=\"" + tag + "\" selected>", "One secret")
                .doesNotContain(">" + other.path() + "/elsewhere<");
        assertThat(rows(browser, "/secrets?tag=" + tag + "&folder=" + PublicId.FOLDER.of(other.id())))
                .isZero();
        assertThat(rows(browser, "/secrets?folder=nonsense")).isZero();
        assertThat(rows(browser, "/secrets?q=elsewher")).isEqualTo(1);
        assertThat(rows(browser, "/secrets?q=ELSEWHERE&folder=" + PublicId.FOLDER.of(one.id())))
                .isZero();
        assertThat(browser.open("/secrets?q=<img src=x onerror=alert(1)>").asString())
                .contains("Nothing here says that", "&lt;img src=x")
                .doesNotContain("<img src=x");
    }

    @Test
    void whoMayOnlyListIsNotHelpedByTagsHeMayNotRead() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "hidden");
        String tag = tagged(secret);
        Holder holder = Holder.of(newcomers.settled(), rules);
        holder.allow(secret, Verb.SECRET_LIST);
        assertThat(holder.browser().open("/secrets").asString())
                .contains(folder.path() + "/hidden")
                .doesNotContain(tag);
        assertThat(rows(holder.browser(), "/secrets?tag=" + tag)).isZero();
    }

    private String tagged(UUID secret) {
        String name = Shelf.fresh();
        shelf.edit(secret, at -> {
            edits.tag(secret, Set.of(edits.tagNamed(new Slug(name), UUID.randomUUID())), at);
            return name;
        });
        return name;
    }

    @Test
    void theAddressOfTheSiteIsALinkOnlyWhereABrowserWouldGoToASite() {
        Folder folder = shelf.folder();
        UUID good = shelf.secret(folder, "good", WEB_APP);
        UUID bad = shelf.secret(folder, "bad", WEB_APP);
        address(good, "https://example.org/sign-in?a=1&b=\"2\"");
        address(bad, "javascript:alert(1)");
        Holder holder = reader(folder);
        String list = holder.browser().open("/secrets").asString();
        assertThat(Holder.row(list, folder.path() + "/good"))
                .contains("href=\"https://example.org/sign-in?a=1&amp;b=&quot;2&quot;\" rel=\"noopener noreferrer\"");
        assertThat(Holder.row(list, folder.path() + "/bad")).doesNotContain("javascript:", "Open the site");
        assertThat(holder.browser().open("/secrets/" + PublicId.SECRET.of(bad)).asString())
                .doesNotContain("href=\"javascript:");
        Holder lister = Holder.of(newcomers.settled(), rules);
        lister.allow(good, Verb.SECRET_LIST);
        assertThat(lister.browser().open("/secrets").asString()).doesNotContain("example.org");
    }

    private void address(UUID secret, String address) {
        shelf.edit(
                secret,
                at -> factory.unwrap(SessionFactory.class)
                        .getCurrentSession()
                        .createNativeMutationQuery(
                                "insert into open_field (secret, field, value) select :secret, id, :value"
                                        + " from template_field where template = :template and version = 1 and type = 'url'"
                                        + " on conflict (secret, field) do update set value = :value")
                        .setParameter("secret", secret)
                        .setParameter("template", WEB_APP)
                        .setParameter("value", address)
                        .executeUpdate());
    }

    /** Each of them would need somebody's yes, which is where a query for each would hide. */
    @Test
    void aHundredAreReadWithNoMoreQueriesThanThree() {
        Folder folder = shelf.folder();
        Holder holder = Holder.of(newcomers.settled(), rules);
        UUID group = newcomers.group(newcomers.settled().id());
        active(folder, "first", 3);
        rules.allow(holder.person().id(), new Resource.Folder(folder.id()), Verb.SECRET_READ_META);
        asks(holder, folder, group);
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long few = queries(statistics, holder, 3);
            active(folder, "then", 110);
            assertThat(queries(statistics, holder, 100)).isLessThan(few + A_FEW_BESIDE);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
        String first = holder.browser().open("/secrets").asString();
        String more = first.replaceAll("(?s).*href=\"(/secrets[?]after=[^\"]+)\">More<.*", "$1");
        assertThat(rows(holder.browser(), more)).isEqualTo(13);
        assertThat(rows(holder.browser(), more + "&q=then")).isLessThanOrEqualTo(13);
    }

    /** In one change: each for itself would take as many. */
    private void active(Folder folder, String slug, int many) {
        shelf.change(Moves.WORLD, at -> {
            for (int i = 0; i < many; i++) {
                UUID secret = UUID.randomUUID();
                edits.add(
                        new CatalogueEdits.NewSecret(
                                secret,
                                folder.id(),
                                new Slug(slug + "-" + i),
                                new DisplayName("A secret"),
                                Description.NONE,
                                Shelf.OTP_ONLY,
                                1),
                        at);
                edits.activate(secret);
            }
            return many;
        });
    }

    private void asks(Holder holder, Folder folder, UUID group) {
        Clauses clauses = new Clauses(Set.of(), Set.of(Holder.yes(group), new Need.Reason(5)), Set.of(), Set.of());
        rules.add(
                Effect.ALLOW,
                new Subject.Person(holder.person().id()),
                new Resource.Folder(folder.id()),
                clauses,
                Verb.CODE_FETCH);
    }

    private static long queries(Statistics statistics, Holder holder, int rows) {
        holder.browser().open("/secrets"); // what is remembered of him is read now
        long before = statistics.getPrepareStatementCount();
        assertThat(rows(holder.browser(), "/secrets")).isEqualTo(rows);
        return statistics.getPrepareStatementCount() - before;
    }
}
