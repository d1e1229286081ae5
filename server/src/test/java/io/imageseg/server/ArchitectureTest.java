package io.imageseg.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final String ROOT = "io.imageseg.server";
    private static final List<String> ROOMS = List.of(
            "api",
            "action",
            "auth",
            "source",
            "result",
            "upload",
            "folder",
            "job",
            "database",
            "usage",
            "operator",
            "metrics",
            "console",
            "http");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.imageseg");

    @Test
    void theApiRoomUsesNoOther() {
        usesNoneBut("api", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"action", "auth", "source", "job", "database", "usage", "metrics"})
    void everyOtherRoomUsesTheApiRoomAlone(String room) {
        usesNoneBut(room, List.of("api"));
    }

    @Test
    void theFolderRoomUsesNoOther() {
        usesNoneBut("folder", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "upload"})
    void roomsThatKeepFilesKeepThemInFolders(String room) {
        usesNoneBut(room, List.of("api", "folder"));
    }

    @Test
    void theOperatorRoomUsesKeysAndTheirUsageToo() {
        usesNoneBut("operator", List.of("api", "auth", "usage"));
    }

    @Test
    void theConsoleRoomUsesWhatVisitorsDoThere() {
        usesNoneBut("console", List.of("api", "auth", "operator", "usage", "upload", "job"));
    }

    @Test
    void theHttpRoomShowsResultsAndTheConsoleAndTakesUploadsToo() {
        usesNoneBut("http", List.of("api", "result", "upload", "console"));
    }

    private static void usesNoneBut(String room, List<String> allowed) {
        String[] others = ROOMS.stream()
                .filter(other -> !other.equals(room) && !allowed.contains(other))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void everyRoomIsListedHere() {
        String[] listed = ROOMS.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .resideInAnyPackage(listed)
                .check(CLASSES);
    }

    @Test
    void onlyTheRootPutsThingsTogether() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void onlyTheHttpRoomKnowsTheHttpServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void onlyTheMetricsRoomKnowsHowThingsAreMeasured() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(CLASSES);
    }

    @Test
    void theLibraryDoesNotKnowTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "..")
                .check(CLASSES);
    }
}
