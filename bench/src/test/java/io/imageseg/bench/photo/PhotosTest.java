package io.imageseg.bench.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.imageseg.image.Box;
import io.imageseg.image.ImageFormat;
import io.imageseg.image.ImageHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhotosTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "GIF", mode = EnumSource.Mode.EXCLUDE)
    void thePhotosOfTheBenchAreScaledToAnySizeAndFormat(ImageFormat format) throws Exception {
        List<Photo> photos = Photos.of(Optional.empty()).scaled(120, 90, format);
        assertThat(photos).extracting(Photo::name).containsExactly("astronaut", "chelsea", "coffee");
        for (Photo photo : photos) {
            ImageHeader header = ImageHeader.of(photo.file());
            assertThat(header.format()).isEqualTo(format);
            assertThat(header.width()).isEqualTo(120);
            assertThat(header.height()).isEqualTo(90);
        }
    }

    @Test
    void theMiddleIsKeptWithoutSqueezingIt() {
        assertThat(PhotoFile.middle(Box.whole(400, 300), 100, 100)).isEqualTo(new Box(50, 0, 300, 300));
        assertThat(PhotoFile.middle(Box.whole(400, 300), 200, 50)).isEqualTo(new Box(0, 100, 400, 100));
    }

    @Test
    void photosOfAFolderTakeTheirPlace() throws Exception {
        Photo chelsea = Photos.of(Optional.empty()).scaled("chelsea", 64, 48, ImageFormat.JPEG);
        Files.write(folder.resolve("cat.jpg"), chelsea.file());
        assertThat(Photos.of(Optional.of(folder)).scaled(32, 32, ImageFormat.PNG))
                .extracting(Photo::name)
                .containsExactly("cat");
    }

    @Test
    void aFolderWithoutPhotosIsRefused() throws Exception {
        assertThatIOException()
                .isThrownBy(() -> Photos.of(Optional.of(folder)))
                .withMessageContaining("holds no photos");
        Files.writeString(folder.resolve("notes.txt"), "no photo");
        assertThatIOException()
                .isThrownBy(() -> Photos.of(Optional.of(folder)).scaled(32, 32, ImageFormat.PNG))
                .withMessageStartingWith("notes is no photo: ");
    }
}
