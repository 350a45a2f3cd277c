package dev.regwright.cli;

import dev.regwright.generate.Access;
import dev.regwright.generate.Access.PemText;
import dev.regwright.generate.GenerateRequest;
import dev.regwright.generate.MirrorWish;
import dev.regwright.generate.PresetWish;
import dev.regwright.model.TalosReleases;
import dev.regwright.model.TalosVersion;
import dev.regwright.run.Choices;
import dev.regwright.run.Io;
import dev.regwright.run.SmallFile;
import dev.regwright.run.Targets;
import dev.regwright.run.UnreadableException;
import dev.regwright.run.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The arguments of {@code regwright generate} as a request; reads the files they name. */
final class GenerateArguments {
  private final ParseResult arguments;
  private final Io io;

  GenerateArguments(ParseResult arguments, Io io) {
    this.arguments = arguments;
    this.io = io;
  }

  GenerateRequest request() throws UsageException, UnreadableException {
    List<MirrorWish> mirrors = mirrors();
    PresetWish preset = preset();
    boolean overridePath = arguments.hasMatchedOption("--override-path");
    if (overridePath && mirrors.isEmpty()) {
      throw new UsageException("--override-path is for --mirror; a preset knows its paths");
    }
    String talos = value("--talos");
    TalosVersion version =
        talos == null ? TalosReleases.byDefault() : Targets.talos("--talos", talos);
    String to = value("--to");
    return new GenerateRequest(
        mirrors,
        preset,
        arguments.hasMatchedOption("--skip-fallback"),
        overridePath,
        access(),
        to == null ? null : Choices.form("--to", to), // the generator says what it cannot write
        version);
  }

  private List<MirrorWish> mirrors() throws UsageException {
    List<MirrorWish> mirrors = new ArrayList<>();
    for (String written : values("--mirror")) {
      int equals = written.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            "--mirror takes NAME=URL, such as docker.io=https://mirror.example.com");
      }
      String name = written.substring(0, equals).strip();
      mirrors.add(new MirrorWish(name, written.substring(equals + 1).strip()));
    }
    return mirrors;
  }

  private @Nullable PresetWish preset() throws UsageException {
    String id = value("--preset");
    if (id != null) {
      return new PresetWish(id, value("--host"), values("--upstream"), options());
    }
    for (String option : List.of("--host", "--upstream", "--option")) {
      if (arguments.hasMatchedOption(option)) {
        throw new UsageException(option + " is for a --preset; --presets lists them");
      }
    }
    return null;
  }

  private Map<String, String> options() throws UsageException {
    Map<String, String> options = new LinkedHashMap<>();
    for (String written : values("--option")) {
      int equals = written.indexOf('=');
      if (equals < 0) {
        throw new UsageException("--option takes NAME=VALUE, not '" + written + "'");
      }
      options.put(written.substring(0, equals).strip(), written.substring(equals + 1).strip());
    }
    return options;
  }

  private Access access() throws UsageException, UnreadableException {
    var secrets = new SecretOptions(arguments, io);
    return new Access(
        value("--auth-host"),
        value("--username"),
        secrets.read("password"),
        secrets.read("auth"),
        secrets.read("identity-token"),
        pem("--ca"),
        pem("--client-cert"),
        pem("--client-key"),
        arguments.hasMatchedOption("--insecure-skip-verify"));
  }

  private @Nullable PemText pem(String option) throws UsageException, UnreadableException {
    String file = value(option);
    return file == null ? null : new PemText(file, SmallFile.text(option, file));
  }

  private @Nullable String value(String option) {
    return arguments.matchedOptionValue(option, (String) null);
  }

  private List<String> values(String option) {
    return arguments.matchedOptionValue(option, List.<String>of());
  }
}
