package io.imageseg.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcFolderTest {
    private final ProcFolder proc =
            new ProcFolder(Jimfs.newFileSystem(Configuration.unix()).getPath("/proc"));

    @Test
    void aProcessTakesWhatItsStatusAndItsDescriptorsSay() throws IOException {
        Path process = proc.folder().resolve("42");
        Files.createDirectories(process.resolve("fd"));
        Files.writeString(process.resolve("status"), """
                Name:\tjava
                VmPeak:\t 9000000 kB
                VmRSS:\t  813056 kB
                Threads:\t37
                """);
        for (int i = 0; i < 5; i++) {
            Files.createFile(process.resolve("fd").resolve(Integer.toString(i)));
        }
        Footprint footprint = proc.footprint(42);
        assertThat(footprint).isEqualTo(new Footprint(813_056, 5, 37));
        assertThat(footprint.residentMib()).isEqualTo(794);
    }

    @Test
    void aProcessThatIsGoneTakesNothingThatCouldBeTold() {
        assertThatIOException().isThrownBy(() -> proc.footprint(43)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void descendantsCountToo() {
        assertThat(new Footprint(100, 2, 3).and(new Footprint(50, 1, 4))).isEqualTo(new Footprint(150, 3, 7));
    }

    @Test
    void ofTheProcessorOnlyFlagsThatMatterAreKept() throws IOException {
        Processor processor = processor("fpu avx2 avx512f amx_bf16 sse2");
        assertThat(processor.name()).isEqualTo("A Processor @ 2.0GHz: fast");
        assertThat(processor.flags()).containsExactly("avx2", "avx512f", "amx_bf16");
    }

    @Test
    void aProcessorHasBf16InOneOfTwoWays() throws IOException {
        assertThat(processor("avx2 avx512_bf16").hasBf16()).isTrue();
        assertThat(processor("avx2 amx_tile amx_bf16").hasBf16()).isTrue();
        assertThat(processor("avx2 avx512_vnni amx_tile").hasBf16()).isFalse();
    }

    private Processor processor(String flags) throws IOException {
        Files.createDirectories(proc.folder());
        Files.writeString(
                proc.folder().resolve("cpuinfo"),
                "processor\t: 0\nmodel name\t: A Processor @ 2.0GHz: fast\nflags\t\t: %s\n\nprocessor\t: 1\n"
                        .formatted(flags));
        return proc.processor();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessTakesMemoryDescriptorsAndThreads() throws IOException {
        Footprint footprint = ProcFolder.OF_SYSTEM.footprint(ProcessHandle.current());
        assertThat(footprint.residentMib()).isGreaterThan(10);
        assertThat(footprint.descriptors()).isPositive();
        assertThat(footprint.threads()).isPositive();
    }
}
