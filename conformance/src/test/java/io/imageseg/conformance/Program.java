package io.imageseg.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A client program in one of three languages, and how what it needs is installed: once, under {@code target}, from the
 * lists of versions beside the program. Where that cannot be done its tests are skipped, or fail if the environment has
 * {@code IMAGESEG_CONFORMANCE=required}.
 */
sealed interface Program {
    Path TARGET = Path.of("target").toAbsolutePath();

    /** Installs what is missing; runs a program of this language with the libraries, its file and arguments to be added. */
    ProcessBuilder runtime() throws IOException, InterruptedException;

    /** The program's file or class, and its arguments. */
    List<String> command();

    /** Installs what is missing and starts the program. */
    default Client start(Path log) throws IOException, InterruptedException {
        ProcessBuilder program = runtime();
        program.command().addAll(command());
        return new Client(program, log);
    }

    /** A class of {@code conformance/java}. */
    record Java(String library) implements Program {
        @Override
        public ProcessBuilder runtime() throws IOException {
            Path built = Path.of("java", "target");
            String path = built.resolve("classes") + ":" + Files.readString(built.resolve("classpath"));
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            // Short lives gain nothing from the slow compiler.
            return new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", path);
        }

        @Override
        public List<String> command() {
            return List.of("io.imageseg.conformance.client.Main", library);
        }
    }

    /** A file of a folder with {@code requirements.txt}. */
    record Python(String folder, String file) implements Program {
        @Override
        public ProcessBuilder runtime() throws IOException, InterruptedException {
            Path venv = TARGET.resolve(folder);
            Path wanted = Path.of(folder, "requirements.txt");
            Installation installation = new Installation(venv, wanted);
            if (!installation.isThere()) {
                String pip = venv.resolve("bin/pip").toString();
                installation.run("python3", "-m", "venv", "--clear", venv.toString());
                installation.run(pip, "install", "--quiet", "--disable-pip-version-check", "-r", wanted.toString());
                installation.done();
            }
            ProcessBuilder program =
                    new ProcessBuilder(venv.resolve("bin/python").toString(), "-B");
            program.environment().put("PYTHONUTF8", "1");
            return program;
        }

        @Override
        public List<String> command() {
            return List.of(Path.of(folder, file).toString());
        }
    }

    /** A file of the folder {@code node}. */
    record Node(String file) implements Program {
        @Override
        public ProcessBuilder runtime() throws IOException, InterruptedException {
            Path folder = TARGET.resolve("node");
            Path lock = Path.of("node", "package-lock.json");
            Installation installation = new Installation(folder, lock);
            if (!installation.isThere()) {
                Files.createDirectories(folder);
                for (String name : List.of("package.json", "package-lock.json")) {
                    Files.write(folder.resolve(name), Files.readAllBytes(Path.of("node", name)));
                }
                installation.run(
                        "npm",
                        "ci",
                        "--prefix",
                        folder.toString(),
                        "--prefer-offline",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund");
                installation.done();
            }
            ProcessBuilder program = new ProcessBuilder("node");
            program.environment()
                    .put("NODE_PATH", folder.resolve("node_modules").toString());
            return program;
        }

        @Override
        public List<String> command() {
            return List.of(Path.of("node", file).toString());
        }
    }
}
