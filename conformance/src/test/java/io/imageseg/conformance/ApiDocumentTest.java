package io.imageseg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is missing from {@code docs/api.md} that would make {@link DocumentedCalls} pass for want of calls. */
class ApiDocumentTest {
    private static final String BY_NAME = " by name";

    private final ApiDocument document = ApiDocument.read();

    ApiDocumentTest() throws IOException {}

    @ParameterizedTest
    @MethodSource
    void anActionHasACallOfEveryClient(String action) {
        assertThat(document.actions().get(action).calls().keySet().stream().map(client -> client.replace(BY_NAME, "")))
                .containsExactlyInAnyOrderElementsOf(clients());
    }

    static Stream<String> anActionHasACallOfEveryClient() {
        return Stream.concat(Shape.OF_ACTION.keySet().stream(), Stream.of("GetAsyncJobResult"));
    }

    private Set<String> clients() {
        return document.addresses().keySet().stream()
                .filter(client -> !client.endsWith(BY_NAME))
                .collect(Collectors.toSet());
    }

    @Test
    void everyClientHasAProgramAndEveryLibraryThatSendsFilesAnother() {
        assertThat(document.programs().keySet())
                .containsAll(document.addresses().keySet())
                .contains("Java, a file", "Python, a file", "Python 1, a file", "Node.js, a file", "By hand");
    }
}
