package org.sluice.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ids travel as plain texts and money as a plain number, in the API, in its description and in our JSON columns. */
@Configuration(proxyBeanMethods = false)
class WireFormats {

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

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> read) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new StdScalarDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read.apply(in.getText());
            }
        });
    }
}
