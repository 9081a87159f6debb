import java.io.File;
import java.io.FileInputStream;
import java.util.Arrays;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Reads a folder of XMI with Apache UIMA, by the type system in it: nothing that the types do not know is let pass. Prints how many
 * annotations of labels there are, and how many of them cover the words that they say they do.
 */
public class ReadXmi {
  public static void main(String[] arguments) throws Exception {
    File folder = new File(arguments[0]);
    TypeSystemDescription types =
        UIMAFramework.getXMLParser()
            .parseTypeSystemDescription(new XMLInputSource(new File(folder, "TypeSystem.xml")));
    CAS cas = CasCreationUtils.createCas(types, null, null);
    int annotations = 0;
    int agree = 0;
    File[] files = folder.listFiles((at, name) -> name.endsWith(".xmi"));
    Arrays.sort(files);
    for (File file : files) {
      cas.reset();
      try (FileInputStream in = new FileInputStream(file)) {
        XmiCasDeserializer.deserialize(in, cas, false);
      }
      FSIterator<AnnotationFS> at = cas.getAnnotationIndex().iterator();
      for (; at.isValid(); at.moveToNext()) {
        AnnotationFS annotation = at.get();
        if (!annotation.getType().getName().startsWith("custom.")) continue;
        Feature quote = annotation.getType().getFeatureByBaseName("galleyQuote");
        annotations += 1;
        if (annotation.getCoveredText().equals(annotation.getStringValue(quote))) agree += 1;
      }
    }
    System.out.println(annotations + " " + agree);
  }
}
