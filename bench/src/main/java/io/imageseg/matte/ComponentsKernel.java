package io.imageseg.matte;

import io.imageseg.bench.kernel.Subject;
import org.bytedeco.javacpp.PointerScope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measured from within the room, as its tests are: nothing outside knows components. */
@State(Scope.Benchmark)
public class ComponentsKernel {
    private static final double LEVEL = .15;

    @Benchmark
    public int components(Subject subject) {
        try (PointerScope _ = new PointerScope()) {
            return Components.of(subject.matte().alpha(), LEVEL).mask().cols();
        }
    }
}
