package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code cjk}. */
@NamedComponent("cjk")
public final class Cjk implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new CJKAnalyzer();
  }
}
