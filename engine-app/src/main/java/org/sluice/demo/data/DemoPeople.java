package org.sluice.demo.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluice.process.Role;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People with names and posts, and an account each: for every role at head office, named as the role, with {@code -2}
 * and for some {@code -3}; in branches with the unit's code in front. All share one password.
 *
 * <p>The supplier contacts are external; the table of people asks for a unit, so they stand at head office, with no
 * other right than their role.
 */
final class DemoPeople {

    /** Where a case asks several people, and whoever began it is not one of them. */
    private static final Set<Role> THREE =
            Set.of(Role.ADMISSION_COMMITTEE, Role.PROCUREMENT_COMMITTEE, Role.DATA_TESTER, Role.SUPPLIER_REVIEWER);

    private static final List<Role> BRANCH_ROLES = List.of(Role.BUSINESS_REQUESTER, Role.BUSINESS_OWNER);

    private final JdbcTemplate jdbc;
    private final String passwordHash;
    private final PersonNames names = new PersonNames(new Draw("people"));
    private final List<Object[]> people = new ArrayList<>();
    private final List<Object[]> rights = new ArrayList<>();
    private final List<Object[]> accounts = new ArrayList<>();

    DemoPeople(JdbcTemplate jdbc, String passwordHash) {
        this.jdbc = jdbc;
        this.passwordHash = passwordHash;
    }

    void load() {
        var posts = WordList.of("posts.csv");
        for (var role : Role.values()) {
            hire(role, DemoPlaces.headOffice(), "", THREE.contains(role) ? 3 : 2, posts);
        }
        var branchPosts = WordList.of("branch_posts.csv");
        for (var unit : DemoPlaces.branches()) {
            var prefix = unit.code().toLowerCase(Locale.ROOT) + "-";
            BRANCH_ROLES.forEach(role -> hire(role, unit, prefix, 2, branchPosts));
            if (unit.tier().equals("FIRST_TIER")) {
                hire(Role.BRANCH_COMPLIANCE, unit, prefix, 1, branchPosts);
            }
        }
        jdbc.batchUpdate("""
                insert into sluice.person (id, name_zh, name_en, post_zh, post_en, org_unit, email)
                values (?, ?, ?, ?, ?, ?, ?)
                """, people);
        jdbc.batchUpdate("insert into sluice.person_role (person, role, org_unit) values (?, ?, ?)", rights);
        jdbc.batchUpdate(
                "insert into sluice.account (username, person, password_hash, demo) values (?, ?, ?, true)", accounts);
    }

    private void hire(Role role, DemoPlaces.Unit unit, String prefix, int count, WordList posts) {
        var fitting = posts.where("role", role.name());
        for (int n = 1; n <= count; n++) {
            var username = prefix + role.accountName() + (n == 1 ? "" : "-" + n);
            var id = Draw.id("person", username);
            var name = names.next();
            var post = fitting.get((n - 1) % fitting.size()).text("");
            people.add(
                    new Object[] {id, name.zh(), name.en(), post.zh(), post.en(), unit.code(), username + "@example.com"
                    });
            rights.add(new Object[] {id, role.name(), unit.code()});
            accounts.add(new Object[] {username, id, passwordHash});
        }
    }
}
