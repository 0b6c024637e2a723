package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code french}. */
@NamedComponent("french")
public final class French implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new FrenchAnalyzer();
  }
}
