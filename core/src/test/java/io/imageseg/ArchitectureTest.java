package io.imageseg;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.imageseg");

    @Test
    void arrowsBetweenRoomsPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("segment")
                .definedBy("io.imageseg.segment")
                .layer("matte")
                .definedBy("io.imageseg.matte")
                .layer("model")
                .definedBy("io.imageseg.model")
                .layer("image")
                .definedBy("io.imageseg.image")
                .whereLayer("segment")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("matte")
                .mayOnlyBeAccessedByLayers("segment")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("segment", "matte")
                .whereLayer("image")
                .mayOnlyBeAccessedByLayers("segment", "matte")
                .check(classes);
    }
}
