package org.sluice.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ReferenceDataTest {

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;
    private static Connection connection;

    @BeforeAll
    static void migrate() throws SQLException {
        database = EmbeddedDatabase.start(folder);
        Schema.on(database.url()).migrate();
        connection = DriverManager.getConnection(database.url());
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRowOfEveryFileIsInItsTable() {
        return Csv.TABLES.stream()
                .map(table -> dynamicTest(table, () -> assertThat(number("select count(*) from sluice." + table))
                        .isEqualTo(Csv.rows(table))
                        .isPositive()));
    }

    @TestFactory
    Stream<DynamicTest> everyRowSpeaksBothLanguages() {
        return Csv.TABLES.stream()
                .map(table -> dynamicTest(table, () -> {
                    for (String chinese : Csv.columns(table)) {
                        if (chinese.endsWith("_zh")) {
                            String english = chinese.replace("_zh", "_en");
                            assertThat(texts(
                                            "select %1$s || ' / ' || coalesce(%2$s, '-') from sluice.%3$s where %1$s !~ '[一-鿿]'"
                                                    .formatted(chinese, english, table)))
                                    .isEmpty();
                            assertThat(texts(
                                            "select %2$s from sluice.%3$s where %2$s ~ '[一-鿿]' or %2$s !~ '[A-Za-z]' or (%1$s is null) <> (%2$s is null)"
                                                    .formatted(chinese, english, table)))
                                    .isEmpty();
                        }
                    }
                }));
    }

    @Test
    void onlyClausesReadInTheSourceCountAsVerified() throws SQLException {
        assertThat(texts("select ref from sluice.regulation_clause where verified and mark not like '[found:%'"))
                .isEmpty();
        assertThat(
                        texts(
                                "select ref from sluice.regulation_clause where verified and mark ~ 'knowledge|found-2nd|inferred'"))
                .isEmpty();
        assertThat(verified("CN-PIPL-28")).isTrue();
        assertThat(verified("EU-DORA-28")).isTrue();
        assertThat(verified("CN-CSL-21")).as("its new number is inferred").isFalse();
        assertThat(verified("CN-CRBM-5")).as("from memory").isFalse();
        assertThat(verified("CN-OUT-37")).as("second hand").isFalse();
        assertThat(verified("CN-TEND-3")).as("mixed").isFalse();
        assertThat(texts("select code from sluice.standard where verified")).isEmpty();
    }

    @Test
    void houseParametersAndCalendarAreNotPassedOffAsVerified() throws SQLException {
        assertThat(
                        texts(
                                "select key from sluice.rule_parameter where verified and basis !~ '^\\[found: [A-Z][0-9]+\\]( CN-[A-Z]+-[A-Z0-9]+)?$'"))
                .isEmpty();
        assertThat(texts("select key from sluice.rule_parameter where verified and key not like 'data.%'"
                        + " and key not like 'supplier.%'"))
                .as("numbers of the house itself")
                .isEmpty();
        assertThat(texts("select day::text from sluice.calendar_day where verified"))
                .isEmpty();
    }

    @Test
    void everyClauseIsNamedAfterItsLaw() throws SQLException {
        assertThat(texts("select ref from sluice.regulation_clause where ref not like regulation || '-%'"))
                .isEmpty();
    }

    @Test
    void everyPeriodNamesALawThatIsKnown() throws SQLException {
        assertThat(texts("select c.code from sluice.clock c, unnest(c.legal_refs) ref where not exists"
                        + " (select 1 from sluice.regulation r where ref like r.code || '-%')"))
                .isEmpty();
    }

    @Test
    void scenariosAskOnlyForClassesThatExist() throws SQLException {
        assertThat(texts("select s.code || ' ' || c from sluice.scenario s, unnest(s.data_classes) c"
                        + " where c not in (select code from sluice.data_class)"))
                .isEmpty();
        assertThat(texts("select code from sluice.scenario where code = 'COLLECTION_CONTACT'"))
                .isEmpty();
    }

    @Test
    void aScenarioCountsInOneLineAndMayServeFurtherOnes() throws SQLException {
        assertThat(texts("select s.code || ' ' || l from sluice.scenario s, unnest(s.further_lines) l"
                        + " where l = s.business_line or l not in (select code from sluice.business_line)"))
                .isEmpty();
        assertThat(
                        texts(
                                "select business_line || ' ' || further_lines[1] from sluice.scenario where code = 'LIMIT_CALC'"))
                .containsExactly("INCLUSIVE_FINANCE PERSONAL_LOAN");
    }

    @Test
    void twentyOneClassesArePublicAndSixOfThemListTheirFields() throws SQLException {
        assertThat(number("select count(*) from sluice.data_class where public_data"))
                .isEqualTo(21);
        assertThat(number("select count(*) from sluice.data_class where not public_data"))
                .isEqualTo(11);
        assertThat(texts("select code from sluice.data_class where hot order by 1"))
                .isEqualTo(texts("select distinct data_class from sluice.data_field order by 1"));
    }

    @Test
    void similarityWeightsMakeOne() throws SQLException {
        assertThat(number("select sum(value) * 100 from sluice.rule_parameter where key like 'similarity.weight.%'"))
                .isEqualTo(100);
    }

    @Test
    void aMakeUpDayIsAWeekendDay() throws SQLException {
        assertThat(texts("select day::text from sluice.calendar_day where working and extract(isodow from day) < 6"))
                .isEmpty();
        assertThat(number("select count(*) from sluice.calendar_day where working"))
                .isEqualTo(6);
        assertThat(number(
                        "select count(*) from sluice.calendar_day where not working and extract(year from day) = 2026"))
                .isEqualTo(33);
    }

    /** The thirteen days that the State Council's regulation of 2024 fixes; what surrounds them is announced later. */
    @Test
    void theYearWithoutAPlanHasItsStatutoryDays() throws SQLException {
        assertThat(texts("select day::text from sluice.calendar_day where extract(year from day) = 2027 order by 1"))
                .containsExactly(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-06",
                        "2027-02-07",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01",
                        "2027-10-02",
                        "2027-10-03");
        assertThat(texts("select day::text from sluice.calendar_day where extract(year from day) = 2027"
                        + " and (working or note_zh not like '%尚未公布%' or note_en not like '%not yet announced%')"))
                .isEmpty();
    }

    @Test
    void theLoadedChecksumIsTheOneThatFlywayCompares() {
        assertThat(Schema.on(database.url()).validateWithResult().validationSuccessful)
                .isTrue();
        assertThat(Schema.on(database.url()).migrate().migrationsExecuted).isZero();
    }

    private static boolean verified(String ref) throws SQLException {
        return texts("select verified::text from sluice.regulation_clause where ref = '" + ref + "'")
                .equals(List.of("true"));
    }

    private static long number(String query) throws SQLException {
        return (long) Double.parseDouble(texts(query).get(0));
    }

    private static List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
