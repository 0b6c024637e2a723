package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code italian}. */
@NamedComponent("italian")
public final class Italian implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new ItalianAnalyzer();
  }
}
