package io.imageseg.server.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.server.api.ApiException;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
    private static final int MIB = 1 << 20;

    private final BodyRoom room = new BodyRoom(3 * MIB);

    @Test
    void refusesWhatWouldNotFitUntilOthersHaveLeft() {
        BodyRoom.Part first = room.part();
        first.growTo(MIB);
        first.growTo(2 * MIB);
        try (BodyRoom.Part second = room.part()) {
            second.growTo(MIB);
            assertThatThrownBy(() -> second.growTo(MIB + 1))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("try again in 2 s");
            first.close();
            assertThatCode(() -> second.growTo(3 * MIB)).doesNotThrowAnyException();
        }
        assertThatCode(() -> room.part().growTo(3 * MIB)).doesNotThrowAnyException();
    }

    @Test
    void takesSmallBodiesAlsoWhenItIsFull() {
        room.part().growTo(3 * MIB);
        assertThatCode(() -> room.part().growTo(64 << 10)).doesNotThrowAnyException();
        assertThatThrownBy(() -> room.part().growTo((64 << 10) + 1)).isInstanceOf(ApiException.class);
    }
}
