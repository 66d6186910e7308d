package beamish.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this program changes in an XMP packet. It is treated as text; the rest stays as it was. */
final class XmpPacket {
  private static final Pattern ORIENTATION =
      Pattern.compile("(tiff:Orientation(?:\\s*=\\s*[\"']|\\s*>)\\s*)[2-8](?=\\s*[\"'<])");
  private static final Pattern EXTENDED =
      Pattern.compile("xmpNote:HasExtendedXMP(?:\\s*=\\s*[\"']|\\s*>)\\s*([0-9A-Fa-f]{32})");
  private static final Pattern EXTENDED_ATTRIBUTE =
      Pattern.compile("\\s*xmpNote:HasExtendedXMP\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
  private static final Pattern EXTENDED_ELEMENT =
      Pattern.compile("<xmpNote:HasExtendedXMP>[^<]*</xmpNote:HasExtendedXMP>\\s*");
  private static final Pattern RDF =
      Pattern.compile("<rdf:RDF([^>]*)>(.*)</rdf:RDF\\s*>", Pattern.DOTALL);

  private static final Pattern NAMESPACE =
      Pattern.compile("(xmlns:[\\w.-]+)=(?:\"[^\"]*\"|'[^']*')");

  private static final String EXIF = "http://ns.adobe.com/exif/1.0/";
  private static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
  private static final String SOURCE_TYPE = "DigitalSourceType";

  /** IPTC's term for a photo that generative AI has changed in part (NewsCodes, 2023). */
  private static final String AI_EDITED =
      "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

  private static final Pattern GPS = Pattern.compile("GPS[A-Z][A-Za-z]");
  private static final Pattern ABOUT = Pattern.compile("rdf:about\\s*=\\s*(\"[^\"]*\"|'[^']*')");
  private static final Pattern EMPTY_RDF = Pattern.compile("<rdf:RDF([^>]*)/>");

  private XmpPacket() {}

  /**
   * The same packet without EXIF's GPS properties, wherever they stand in it.
   *
   * @return null where one is left because it is written in a way not understood here: rather no
   *     packet than a place
   */
  static byte @Nullable [] withoutGps(byte[] xmp) {
    String text = without(latin(xmp), EXIF, "GPS\\w+");
    // Without zeros, so that UTF-16 is seen through too.
    return GPS.matcher(text.replace("\0", "")).find() ? null : bytes(text);
  }

  /**
   * The packet, or a new one, telling that AI had a part in the picture: {@code
   * Iptc4xmpExt:DigitalSourceType} (IPTC Photo Metadata Standard 2023.1). All else in it stays.
   */
  static byte[] marked(byte @Nullable [] xmp) {
    String text = xmp == null ? "" : without(latin(xmp), IPTC_EXTENSION, SOURCE_TYPE);
    text = EMPTY_RDF.matcher(text).replaceFirst("<rdf:RDF$1></rdf:RDF>");
    int end = text.lastIndexOf("</rdf:RDF");
    if (end < 0) {
      return packet(mark("\"\""));
    }
    Matcher about = ABOUT.matcher(text);
    // All descriptions of one packet speak of the same thing.
    String same = about.find() ? about.group(1) : "\"\"";
    return bytes(text.substring(0, end) + mark(same) + text.substring(end));
  }

  private static String mark(String about) {
    return """
           <rdf:Description rdf:about=%s xmlns:Iptc4xmpExt="%s">
             <Iptc4xmpExt:%s>%s</Iptc4xmpExt:%s>
           </rdf:Description>
         """
        .formatted(about, IPTC_EXTENSION, SOURCE_TYPE, AI_EDITED, SOURCE_TYPE);
  }

  /** A property as attributes and as elements, under every prefix that means its namespace. */
  private static String without(String text, String namespace, String property) {
    Matcher prefixes =
        Pattern.compile("xmlns:([\\w.-]+)\\s*=\\s*[\"']" + Pattern.quote(namespace) + "[\"']")
            .matcher(text);
    Set<String> all = new TreeSet<>();
    while (prefixes.find()) {
      all.add(prefixes.group(1));
    }
    String left = text;
    for (String prefix : all) {
      String name = Pattern.quote(prefix) + ":" + property;
      left = left.replaceAll("\\s" + name + "\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", "");
      left = left.replaceAll("<" + name + "(?:\\s[^>]*)?/>", "");
      left = left.replaceAll("(?s)<(" + name + ")(?:\\s[^>]*)?>.*?</\\1\\s*>", "");
    }
    return left;
  }

  /** The same packet saying that the pixels are upright; no byte moves. */
  static byte[] withUprightOrientation(byte[] xmp) {
    Matcher matcher = ORIENTATION.matcher(latin(xmp));
    return matcher.find() ? bytes(matcher.replaceAll("$11")) : xmp;
  }

  /** The name of the packet's extension, by which JPEG segments carry it; null if it has none. */
  static @Nullable String extensionName(byte[] xmp) {
    Matcher matcher = EXTENDED.matcher(latin(xmp));
    return matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : null;
  }

  /**
   * One packet of a JPEG's main packet and its extension (XMP specification part 3, 1.1.3.1): the
   * extension's descriptions join the main packet's.
   */
  static byte[] merged(byte[] main, byte[] extension) {
    Matcher into = RDF.matcher(latin(main));
    Matcher from = RDF.matcher(latin(extension));
    if (!into.find() || !from.find()) {
      return main;
    }
    String text = latin(main);
    StringBuilder names = new StringBuilder();
    String head = text.substring(0, into.end(1));
    Matcher name = NAMESPACE.matcher(latin(extension).substring(0, from.end(1)));
    while (name.find()) {
      if (!head.contains(name.group(1) + "=") && names.indexOf(name.group(1) + "=") < 0) {
        names.append(' ').append(name.group());
      }
    }
    String joined =
        head
            + names
            + text.substring(into.end(1), into.end(2))
            + from.group(2)
            + text.substring(into.end(2));
    joined = EXTENDED_ATTRIBUTE.matcher(joined).replaceFirst("");
    return bytes(EXTENDED_ELEMENT.matcher(joined).replaceFirst(""));
  }

  /** The name that an extension must have: its MD5 digest in upper-case hexadecimal. */
  static String nameOf(byte[] extension) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(extension);
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A small main packet that only refers to the extension of the given name. */
  static byte[] referringTo(String extensionName) {
    return packet(
        """
          <rdf:Description rdf:about="" xmlns:xmpNote="http://ns.adobe.com/xmp/note/"
            xmpNote:HasExtendedXMP="%s"/>
        """
            .formatted(extensionName));
  }

  private static byte[] packet(String descriptions) {
    String packet =
        """
        <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        %s </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>"""
            .formatted(descriptions);
    return packet.getBytes(StandardCharsets.UTF_8);
  }

  private static String latin(byte[] xmp) {
    return new String(xmp, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }
}
