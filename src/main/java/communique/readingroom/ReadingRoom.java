package communique.readingroom;

import communique.readingroom.article.BriefingPages;
import communique.readingroom.article.MediaPages;
import communique.readingroom.article.SideBySidePages;
import communique.readingroom.article.SimilarPages;
import communique.readingroom.article.VersionPages;
import communique.readingroom.basket.BasketFiles;
import communique.readingroom.basket.BasketPages;
import communique.readingroom.desk.NameDecisionPages;
import communique.readingroom.desk.SavedSearchPages;
import communique.readingroom.lists.CalendarPages;
import communique.readingroom.lists.NewestBriefings;
import communique.readingroom.lists.OfficePages;
import communique.readingroom.lists.SubjectPages;
import communique.readingroom.names.NamedPages;
import communique.readingroom.search.SearchPages;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The reading room; it names its classes, so that no other door's translators become its own. */
@ApplicationPath("/")
public class ReadingRoom extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        NewestBriefings.class,
        OfficePages.class,
        CalendarPages.class,
        SubjectPages.class,
        BasketPages.class,
        BasketFiles.class,
        BriefingPages.class,
        VersionPages.class,
        SideBySidePages.class,
        MediaPages.class,
        SimilarPages.class,
        SearchPages.class,
        SavedSearchPages.class,
        NameDecisionPages.class,
        NamedPages.class,
        Assets.class,
        NoLanguage.class,
        RefusalPages.class,
        MistakePages.class,
        FaultPages.class);
  }
}
