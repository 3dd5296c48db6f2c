package org.sluice.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the catalogue is filed under: lines, classes, fields, scenarios, regions, supplier types and states. */
@Service
public class Taxonomy {

    public record Line(String code, LocalText name) {}

    /**
     * A class of data.
     *
     * @param publicData one of the classes of public data
     * @param subjects ENTERPRISE, PERSON
     * @param jrMin lowest JR/T 0197 level that data of this class has
     * @param jrMax highest level
     * @param forms ways in which it may be delivered
     */
    public record DataClass(
            String code,
            LocalText name,
            boolean publicData,
            List<String> subjects,
            int jrMin,
            int jrMax,
            List<String> forms,
            boolean hot) {}

    /**
     * A field of the dictionary of a class; only the classes in most use have one.
     *
     * @param ifPerson personal information only where the data is about persons; elsewhere it has the class's lowest
     *     level
     */
    public record Field(
            String dataClass,
            String name,
            String type,
            LocalText label,
            @Nullable String unit,
            int jrLevel,
            boolean personalInfo,
            boolean ifPerson) {}

    /**
     * @param businessLine the line that counts it as its own
     * @param furtherLines lines that it serves besides
     * @param base code of the scenario that this one is a variant of
     */
    public record Scenario(
            String code,
            LocalText name,
            String businessLine,
            List<String> furtherLines,
            List<String> dataClasses,
            List<String> forms,
            String decisionImpact,
            @Nullable String base) {

        /** All lines that it serves, its own first. */
        public List<String> lines() {
            return Stream.concat(Stream.of(businessLine), furtherLines.stream()).toList();
        }
    }

    public record Region(String code, LocalText name) {}

    public record SupplierType(String code, LocalText name, boolean actsByLaw) {}

    private final JdbcClient jdbc;

    Taxonomy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Line> lines() {
        return jdbc.sql("select * from sluice.business_line order by seq")
                .query((row, n) -> new Line(row.getString("code"), Columns.text(row, "name")))
                .list();
    }

    public Optional<Line> line(String code) {
        return lines().stream().filter(line -> line.code().equals(code)).findFirst();
    }

    public List<DataClass> dataClasses() {
        return jdbc.sql("select * from sluice.data_class order by seq")
                .query((row, n) -> new DataClass(
                        row.getString("code"),
                        Columns.text(row, "name"),
                        row.getBoolean("public_data"),
                        Columns.codes(row, "subjects"),
                        row.getInt("jr_min"),
                        row.getInt("jr_max"),
                        Columns.codes(row, "forms"),
                        row.getBoolean("hot")))
                .list();
    }

    public Optional<DataClass> dataClass(String code) {
        return dataClasses().stream()
                .filter(dataClass -> dataClass.code().equals(code))
                .findFirst();
    }

    /** The dictionary of a class, empty when it has none. */
    public List<Field> fields(String dataClass) {
        return jdbc.sql("select * from sluice.data_field where data_class = ? order by seq")
                .param(dataClass)
                .query(Taxonomy::field)
                .list();
    }

    /** The dictionaries of all classes. */
    public List<Field> fields() {
        return jdbc.sql("select * from sluice.data_field order by data_class, seq")
                .query(Taxonomy::field)
                .list();
    }

    /** What the dictionaries call the fields, by name: those of these classes first, then whoever else knows the name. */
    public Map<String, LocalText> labels(Collection<String> dataClasses) {
        var labels = new HashMap<String, LocalText>();
        fields().stream()
                .sorted(Comparator.comparing(field -> !dataClasses.contains(field.dataClass())))
                .forEach(field -> labels.putIfAbsent(field.name(), field.label()));
        return labels;
    }

    private static Field field(ResultSet row, int n) throws SQLException {
        return new Field(
                row.getString("data_class"),
                row.getString("name"),
                row.getString("type"),
                Columns.text(row, "label"),
                row.getString("unit"),
                row.getInt("jr_level"),
                row.getBoolean("personal_info"),
                row.getBoolean("if_person"));
    }

    public List<Scenario> scenarios() {
        return jdbc.sql("""
                        select s.* from sluice.scenario s join sluice.business_line l on l.code = s.business_line
                        order by l.seq, s.demo, s.code
                        """).query(Taxonomy::scenario).list();
    }

    public Optional<Scenario> scenario(String code) {
        return jdbc.sql("select * from sluice.scenario where code = ?")
                .param(code)
                .query(Taxonomy::scenario)
                .optional();
    }

    private static Scenario scenario(ResultSet row, int n) throws SQLException {
        return new Scenario(
                row.getString("code"),
                Columns.text(row, "name"),
                row.getString("business_line"),
                Columns.codes(row, "further_lines"),
                Columns.codes(row, "data_classes"),
                Columns.codes(row, "forms"),
                row.getString("decision_impact"),
                row.getString("base"));
    }

    public List<Region> regions() {
        return jdbc.sql("select * from sluice.region order by code")
                .query((row, n) -> new Region(row.getString("code"), Columns.text(row, "name")))
                .list();
    }

    public Optional<Region> region(String code) {
        return regions().stream().filter(region -> region.code().equals(code)).findFirst();
    }

    public List<SupplierType> supplierTypes() {
        return jdbc.sql("select * from sluice.supplier_type order by seq")
                .query((row, n) -> new SupplierType(
                        row.getString("code"), Columns.text(row, "name"), row.getBoolean("acts_by_law")))
                .list();
    }

    /** The codes of the states that things of a kind can be in: {@code DataProduct}, {@code Supplier} … */
    public List<String> states(String entity) {
        return jdbc.sql("select code from sluice.state where entity = ? order by seq")
                .param(entity)
                .query(String.class)
                .list();
    }
}
