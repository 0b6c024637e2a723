package communique.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/** The token filter {@code stemmer}, of which only {@code light_german} is used. */
@NamedComponent("stemmer")
public final class Stemmer implements TokenFilterFactory {

  /**
   * @throws IllegalArgumentException when another language is asked for
   */
  @Inject
  public Stemmer(Settings settings) {
    if (!settings.language().equals("light_german")) {
      throw new IllegalArgumentException("no stemmer for " + settings.language());
    }
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new GermanLightStemFilter(tokens);
  }

  /** As its index has them. */
  @AnalysisSettings
  public interface Settings {
    @StringSetting(path = "language", defaultValue = "")
    String language();
  }
}
