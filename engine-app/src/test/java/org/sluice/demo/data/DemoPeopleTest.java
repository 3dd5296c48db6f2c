package org.sluice.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.demo.data.DemoRows.count;
import static org.sluice.demo.data.DemoRows.texts;

import org.junit.jupiter.api.Test;
import org.sluice.process.Role;

class DemoPeopleTest {

    @Test
    void everyRoleHasTwoAccountsAtHeadOffice() {
        for (var role : Role.values()) {
            assertThat(accounts(role, "HO")).contains(role.accountName(), role.accountName() + "-2");
        }
    }

    @Test
    void committeesTestersAndReviewersAreThree() {
        assertThat(texts("select username from sluice.account where username like '%-3'"))
                .containsExactlyInAnyOrder(
                        "admission-committee-3", "procurement-committee-3", "data-tester-3", "supplier-reviewer-3");
    }

    @Test
    void branchesHaveTheirOwnPeople() {
        assertThat(accounts(Role.BUSINESS_REQUESTER, "BR01"))
                .containsExactlyInAnyOrder("br01-business-requester", "br01-business-requester-2");
        assertThat(accounts(Role.BUSINESS_OWNER, "BR0202"))
                .containsExactlyInAnyOrder("br0202-business-owner", "br0202-business-owner-2");
        assertThat(texts("select username from sluice.account where username like 'br%-branch-compliance%'"))
                .containsExactlyInAnyOrder("br01-branch-compliance", "br02-branch-compliance");
        assertThat(count("sluice.org_unit where tier = 'FIRST_TIER'")).isEqualTo(2);
        assertThat(count("sluice.org_unit where tier = 'SECOND_TIER'")).isEqualTo(4);
    }

    @Test
    void everyAccountHasItsPersonWithOneRightThatItsNameTells() {
        assertThat(texts("""
                        select a.username from sluice.account a join sluice.person p on p.id = a.person
                            join sluice.person_role r on r.person = p.id
                        where a.username not like '%' || replace(lower(r.role), '_', '-') || '%'
                           or r.org_unit <> p.org_unit or not a.demo or a.must_change_password
                           or p.email <> a.username || '@example.com'
                           or (p.org_unit <> 'HO' and a.username not like lower(p.org_unit) || '-%')
                        """)).isEmpty();
        assertThat(count("sluice.person")).isEqualTo(count("sluice.account")).isEqualTo(count("sluice.person_role"));
    }

    @Test
    void peopleHaveNamesAndPostsInBothLanguages() {
        assertThat(texts("""
                        select name_zh from sluice.person where name_zh !~ '^[一-鿿]{3}$' or name_en !~ '^[A-Z][a-z]+ [A-Z][a-z]+$'
                           or post_zh !~ '[一-鿿]' or post_en ~ '[一-鿿]'
                        """)).isEmpty();
        assertThat(texts("select name_zh from sluice.person group by 1 having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void allSignInWithTheDemoPassword() {
        assertThat(texts("select distinct password_hash from sluice.account"))
                .singleElement()
                .matches(hash -> DemoDatabase.ENCODER.matches("demo", hash));
    }

    private static java.util.List<String> accounts(Role role, String unit) {
        return texts("""
                select a.username from sluice.account a join sluice.person_role r on r.person = a.person
                where r.role = '%s' and r.org_unit = '%s'
                """.formatted(role, unit));
    }
}
