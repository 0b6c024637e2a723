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

  private final String language;

  @Inject
  public Stemmer(Settings settings) {
    this.language = settings.language();
  }

  /**
   * @throws IllegalStateException when another language was asked for
   */
  @Override
  public TokenStream create(TokenStream tokens) {
    // Not before: the node makes one without settings for each index.
    if (!language.equals("light_german")) {
      throw new IllegalStateException("no stemmer for '" + language + "'");
    }
    return new GermanLightStemFilter(tokens);
  }

  /** As its index has them. */
  @AnalysisSettings
  public interface Settings {
    @StringSetting(path = "language", defaultValue = "")
    String language();
  }
}
