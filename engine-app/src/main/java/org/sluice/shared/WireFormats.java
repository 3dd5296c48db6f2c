package org.sluice.shared;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ids travel as plain texts and money as a plain number, in the API, in its description and in our JSON columns. */
@Configuration(proxyBeanMethods = false)
class WireFormats {

    /** Bytes or characters; our own JSON columns stay far below. */
    private static final long LONGEST_DOCUMENT = 2L << 20;

    static {
        var schemas = SpringDocUtils.getConfig();
        schemas.replaceWithSchema(CaseId.class, new StringSchema().format("uuid"));
        schemas.replaceWithSchema(PersonId.class, new StringSchema().format("uuid"));
        schemas.replaceWithSchema(TaskId.class, new StringSchema());
        schemas.replaceWithSchema(UnitCode.class, new StringSchema().example("HO"));
        schemas.replaceWithSchema(Money.class, new NumberSchema().description("CNY, two decimals"));
    }

    @Bean
    Module idsAndMoney() {
        var module = new SimpleModule("sluice");
        text(module, CaseId.class, CaseId::of);
        text(module, PersonId.class, text -> new PersonId(UUID.fromString(text)));
        text(module, TaskId.class, TaskId::new);
        text(module, UnitCode.class, UnitCode::new);
        module.addDeserializer(LocalDate.class, new IsoDay());
        module.addSerializer(Money.class, new StdScalarSerializer<>(Money.class) {
            @Override
            public void serialize(Money money, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeNumber(money.amount());
            }
        });
        module.addDeserializer(Money.class, new StdScalarDeserializer<>(Money.class) {
            @Override
            public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return new Money(in.readValueAs(BigDecimal.class));
            }
        });
        return module;
    }

    /** A text is written as a text, a list holds no nothing, and a body has an end within reach. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictTexts() {
        return builder -> builder.postConfigurer(mapper -> {
            mapper.coercionConfigFor(LogicalType.Textual)
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
            mapper.getFactory()
                    .setStreamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST_DOCUMENT)
                            .maxNestingDepth(100)
                            .build());
        });
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> read) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new StdScalarDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read.apply(in.getText());
            }
        });
    }

    /** One way to write a day, {@code 2027-12-31}; no number of days, no list, no year of five digits. */
    private static final class IsoDay extends StdScalarDeserializer<LocalDate> {

        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        IsoDay() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(in, LocalDate.class, JsonToken.VALUE_STRING, "a day is a text");
            }
            var text = in.getText().strip();
            try {
                if (DAY.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(text, LocalDate.class, String.valueOf(e.getMessage()));
            }
            throw context.weirdStringException(text, LocalDate.class, "yyyy-MM-dd");
        }
    }
}
