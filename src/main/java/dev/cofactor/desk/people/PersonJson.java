// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.MailAddress;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How people are spoken of outside. */
final class PersonJson {
    private PersonJson() {}

    /** Somebody to be invited. */
    record Given(@Nullable String accountName, @Nullable String name) {
        PeopleDesk.Newcomer newcomer() {
            if (accountName == null || name == null) {
                throw PeopleRefused.invalid("a person has an account name and a name");
            }
            return new PeopleDesk.Newcomer(AccountName.of(accountName), DisplayName.of(name));
        }
    }

    /** What somebody is to be called. */
    record Called(@Nullable String name) {
        DisplayName displayName() {
            if (name == null) {
                throw PeopleRefused.invalid("a new name is needed");
            }
            return DisplayName.of(name);
        }
    }

    /** Where somebody is to get mail. */
    record Reached(@Nullable String address) {
        MailAddress mail() {
            if (address == null) {
                throw PeopleRefused.invalid("an address is needed; to take it away, delete it");
            }
            return MailAddress.of(address);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record Listed(String id, String accountName, String name, String state) {
        static Listed of(Person person) {
            return new Listed(
                    person.id().toString(),
                    person.accountName(),
                    person.displayName(),
                    person.state().name().toLowerCase(Locale.ROOT));
        }
    }

    /** @param anotherIsNeeded for as long as one lost phone could leave nobody who can sign in */
    record Administration(int active, boolean anotherIsNeeded) {
        static Administration of(Administrators administrators) {
            return new Administration(administrators.active(), administrators.anotherIsNeeded());
        }
    }

    record Listing(List<Listed> people, Administration administrators) {
        static Listing of(List<Person> people, Administrators administrators) {
            return new Listing(people.stream().map(Listed::of).toList(), Administration.of(administrators));
        }
    }

    record Shown(
            Listed person,
            List<GroupJson.Listed> groups,
            @Nullable Listed manager,
            @Nullable String mail) {
        static Shown of(PeopleDesk.Seen seen) {
            return new Shown(
                    Listed.of(seen.person()),
                    seen.groups().stream().map(GroupJson.Listed::of).toList(),
                    seen.manager().map(Listed::of).orElse(null),
                    seen.mail().map(MailAddress::value).orElse(null));
        }
    }

    /** The only time that the link is shown. */
    record Invited(Listed person, String link, Instant until) {
        static Invited of(PeopleDesk.Invited invited) {
            return new Invited(
                    Listed.of(invited.seen().person()),
                    invited.link().address(),
                    invited.link().until());
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
