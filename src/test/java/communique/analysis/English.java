package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code english}. */
@NamedComponent("english")
public final class English implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new EnglishAnalyzer();
  }
}
