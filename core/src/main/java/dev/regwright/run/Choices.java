package dev.regwright.run;

import dev.regwright.convert.Form;
import dev.regwright.convert.HostsProfile;
import dev.regwright.lint.AllRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What users choose by a word. Who asks names the option, which the refusal repeats. */
public final class Choices {
  private Choices() {}

  /** The form of a word. */
  public static Form form(String option, String word) throws UsageException {
    Form form = Form.named(word).orElse(null);
    if (form == null) {
      throw UsageException.noneOf(option, word, Form.words());
    }
    return form;
  }

  /** The way to write hosts.toml directories. */
  public static HostsProfile profile(String option, String word) throws UsageException {
    for (HostsProfile profile : HostsProfile.values()) {
      if (profile.word().equals(word)) {
        return profile;
      }
    }
    throw UsageException.noneOf(option, word, HostsProfile.WORDS);
  }

  /** Rules by their ids. */
  public static Set<String> rules(String option, List<String> written) throws UsageException {
    List<String> known = AllRules.ids();
    Set<String> rules = new HashSet<>();
    for (String rule : written) {
      String id = rule.strip();
      if (!known.contains(id)) {
        throw UsageException.unknown(option + ": unknown rule", id, known);
      }
      rules.add(id);
    }
    return rules;
  }
}
