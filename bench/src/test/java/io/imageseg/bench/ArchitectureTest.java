package io.imageseg.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.imageseg.bench");

    @Test
    void arrowsBetweenRoomsPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("commands")
                .definedBy("io.imageseg.bench")
                .layer("measurements")
                .definedBy(
                        "io.imageseg.bench.stage",
                        "io.imageseg.bench.peer",
                        "io.imageseg.bench.soak",
                        "io.imageseg.bench.kernel..")
                .layer("process")
                .definedBy("io.imageseg.bench.process")
                .layer("call")
                .definedBy("io.imageseg.bench.call")
                .layer("photo")
                .definedBy("io.imageseg.bench.photo")
                .layer("figure")
                .definedBy("io.imageseg.bench.figure")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("measurements")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("commands", "measurements")
                .whereLayer("call")
                .mayOnlyBeAccessedByLayers("commands", "measurements", "process")
                .whereLayer("photo")
                .mayOnlyBeAccessedByLayers("commands", "measurements", "call")
                .whereLayer("figure")
                .mayOnlyBeAccessedByLayers("measurements")
                .check(classes);
    }

    @Test
    void measurementsDoNotKnowEachOther() {
        for (String room : new String[] {"stage", "peer", "soak", "kernel"}) {
            noClasses()
                    .that()
                    .resideInAPackage("io.imageseg.bench." + room + "..")
                    .should()
                    .dependOnClassesThat(DescribedPredicate.describe(
                            "are another measurement's",
                            other -> other.getPackageName()
                                            .matches("io\\.imageseg\\.bench\\.(stage|peer|soak|kernel)\\b.*")
                                    && !other.getPackageName().startsWith("io.imageseg.bench." + room)))
                    .check(classes);
        }
    }
}
