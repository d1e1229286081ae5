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
                .withOptionalLayers(true)
                .layer("segment")
                .definedBy("io.imageseg.segment")
                .layer("face")
                .definedBy("io.imageseg.face")
                .layer("own")
                .definedBy("io.imageseg.own")
                .layer("detect")
                .definedBy("io.imageseg.detect")
                .layer("matte")
                .definedBy("io.imageseg.matte")
                .layer("model")
                .definedBy("io.imageseg.model")
                .layer("onnx")
                .definedBy("io.imageseg.onnx")
                .layer("image")
                .definedBy("io.imageseg.image")
                .whereLayer("segment")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("face")
                .mayOnlyBeAccessedByLayers("segment")
                .whereLayer("own")
                .mayOnlyBeAccessedByLayers("segment", "face")
                .whereLayer("detect")
                .mayOnlyBeAccessedByLayers("segment", "face", "own")
                .whereLayer("matte")
                .mayOnlyBeAccessedByLayers("segment", "face")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("segment", "face", "own", "detect", "matte")
                .whereLayer("image")
                .mayOnlyBeAccessedByLayers("segment", "face", "own", "detect", "matte")
                .whereLayer("onnx")
                .mayOnlyBeAccessedByLayers("model")
                .check(classes);
    }
}
