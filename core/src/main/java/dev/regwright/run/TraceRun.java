package dev.regwright.run;

import dev.regwright.report.TraceReports;
import dev.regwright.source.SourceFile;
import dev.regwright.trace.Reach;
import dev.regwright.trace.Scenario;
import dev.regwright.trace.Trace;
import dev.regwright.trace.Tracer;
import dev.regwright.trace.WhatIf;
import dev.regwright.trace.input.ImageList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One run of {@code regwright trace}. */
public final class TraceRun {
  /** As many broken references as anybody reads one by one. */
  private static final int MOST_BROKEN = 20;

  private final TraceOptions options;
  private final Io io;

  /** A run, not yet started. */
  public TraceRun(TraceOptions options, Io io) {
    this.options = options;
    this.io = io;
  }

  /** Runs; the exit code. */
  public int run() throws IOException, UsageException {
    TraceConfig config = new TraceConfig(options, io);
    Tracer tracer = config.read();
    if (tracer == null) {
      return config.exitCode();
    }
    Set<String> images = new LinkedHashSet<>(options.images());
    try {
      readImages(images);
    } catch (UnreadableException e) {
      io.say(e.problem());
      return ExitCode.FAILURE;
    }
    if (images.isEmpty()) {
      io.say("note: " + options.imagesFrom() + " names no image");
    }
    return trace(tracer, images);
  }

  private void readImages(Set<String> images) throws UnreadableException {
    String name = options.imagesFrom();
    if (name == null) {
      return;
    }
    Input input = Input.named(name, TraceConfig.STDIN_NAME);
    ImageList list = ImageList.read(SourceFile.of(input.name(), FileReader.read(input, io.in())));
    list.notes().forEach(note -> io.say("note: " + note));
    images.addAll(list.images());
  }

  private int trace(Tracer tracer, Set<String> images) throws IOException {
    WhatIf whatIf = new WhatIf(options.whatIf(), tracer.containerd());
    boolean supposing = !options.whatIf().isEmpty();
    List<Scenario> scenarios = new ArrayList<>(images.size());
    int broken = 0;
    boolean leaves = false;
    for (String image : images) {
      Trace trace = tracer.trace(image);
      Scenario scenario = supposing ? whatIf.of(trace) : Scenario.of(trace);
      scenarios.add(scenario);
      leaves |= scenario.reach() == Reach.LEAVES;
      if (trace.registry() == null && ++broken <= MOST_BROKEN) {
        io.say(String.valueOf(trace.cri().error()));
      }
    }
    if (broken > MOST_BROKEN) {
      io.say("and " + (broken - MOST_BROKEN) + " more that are no image references");
    }
    for (String host : whatIf.unused()) {
      io.say("note: no image is pulled from " + host + ", so --what-if changes nothing there");
    }
    TraceReports.write(
        options.format(),
        scenarios,
        options.imagesFrom() != null,
        options.color().wanted(io),
        io.out());
    io.out().flush();
    return broken > 0 || (leaves && options.failOnEgress()) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
