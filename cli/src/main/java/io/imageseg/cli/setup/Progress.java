package io.imageseg.cli.setup;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on standard error. */
public final class Progress {
    private Progress() {}

    /** Counts bytes, shown in MiB; {@code total} is −1 when unknown. */
    static ProgressBar bytes(String task, long total) {
        return plain(task, total).setUnit("MiB", 1 << 20).build();
    }

    /** Counts things. */
    public static ProgressBar things(String task, long total) {
        return plain(task, total).build();
    }

    private static ProgressBarBuilder plain(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200);
    }
}
